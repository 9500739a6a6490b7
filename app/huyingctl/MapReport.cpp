#include "MapReport.h"

#include <geo/RemarkWords.h>
#include <language/Columns.h>

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace huying
{

namespace
{

struct SayMapReport {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::size_t listed = 20; ///< of each kind, for people

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

constexpr std::array matchedByNames { "code", "name", "bare-name", "new-code", "hand", "nothing", "several-names" };
constexpr std::array remarkNames { "mended", "empty", "overlap", "gap", "said" };

QString suggestionsText(const Match &match, const Directory &directory)
{
    QStringList names;
    for (const RegionCode &code : match.suggestions) {
        names << text(directory.placeName(code)) + QStringLiteral(" (") + text(code.text) + u')';
    }
    return names.isEmpty() ? QString() : SayMapReport::tr("perhaps %1").arg(names.join(QStringLiteral(", ")));
}

/// Features without a region, and regions without a feature.
QString unmatchedText(const MapReport &report)
{
    QList<QStringList> rows;
    for (const Match &match : report.matching.matches) {
        if (match.region.isEmpty() && rows.size() < qsizetype(listed)) {
            rows << QStringList { QStringLiteral("  ") + nameOf(match), match.code, wordFor(match.by),
                suggestionsText(match, report.directory) };
        }
    }
    const auto count = std::ssize(report.matching.matches) - report.matching.matched();
    QString words = count == 0
        ? QString()
        : SayMapReport::tr("%1 features are no region here and are left out:").arg(count) + u'\n' + tableText(rows);
    if (count > rows.size()) {
        words += QStringLiteral("  …\n");
    }
    QStringList names;
    for (const RegionCode &code : report.matching.withoutFeature) {
        if (names.size() < qsizetype(listed)) {
            names << text(report.directory.placeName(code));
        }
    }
    const auto without = report.matching.withoutFeature.size();
    if (without > 0) {
        words += SayMapReport::tr("%1 regions of this level are not in the file and stay as they are: %2")
                     .arg(without)
                     .arg(names.join(QStringLiteral(", ")));
        words += without > listed ? QStringLiteral(" …\n") : QStringLiteral("\n");
    }
    return words;
}

QString matchedText(const MapReport &report)
{
    QStringList parts;
    for (const MatchedBy by : { MatchedBy::Code, MatchedBy::Name, MatchedBy::BareName, MatchedBy::NewCode }) {
        const auto count = std::ranges::count(report.matching.matches, by, &Match::by);
        if (count > 0) {
            parts << SayMapReport::tr("%1 %2", "count, by what").arg(count).arg(wordFor(by));
        }
    }
    return SayMapReport::tr("%1 of %2 features are regions of this level: %3.")
        .arg(report.matching.matched())
        .arg(report.matching.matches.size())
        .arg(parts.join(QStringLiteral(", ")));
}

QJsonObject objectOf(const Match &match)
{
    QJsonArray suggestions;
    for (const RegionCode &code : match.suggestions) {
        suggestions << text(code.text);
    }
    return { { QStringLiteral("name"), match.name }, { QStringLiteral("code"), match.code },
        { QStringLiteral("by"), QLatin1StringView(matchedByNames[std::size_t(match.by)]) },
        { QStringLiteral("region"), text(match.region.text) }, { QStringLiteral("suggestions"), suggestions } };
}

QJsonObject objectOf(const GeoRemark &remark, const Matching &matching)
{
    const auto name = [&](int feature) {
        return feature < 0 ? QString() : nameOf(matching.matches[std::size_t(feature)]);
    };
    return { { QStringLiteral("kind"), QLatin1StringView(remarkNames[std::size_t(remark.kind)]) },
        { QStringLiteral("feature"), name(remark.feature) }, { QStringLiteral("other"), name(remark.other) },
        { QStringLiteral("squareMetres"), remark.squareMetres }, { QStringLiteral("longitude"), remark.at.longitude() },
        { QStringLiteral("latitude"), remark.at.latitude() }, { QStringLiteral("text"), remark.text } };
}

} // namespace

QString wordsFor(const MapReport &report)
{
    const GeoReading &reading = report.reading;
    QString words = SayMapReport::tr("%1, layer “%2”: %3 features with %4 corners, in %5.")
                        .arg(reading.driver, reading.layer)
                        .arg(reading.features.size())
                        .arg(reading.placesLeft())
                        .arg(reading.system)
        + u'\n';
    words += matchedText(report) + u'\n' + unmatchedText(report);
    for (const auto all = remarkSentences(reading, report.matching, listed); const QString &sentence : all) {
        words += sentence + u'\n';
    }
    if (const QString warning = shiftWarning(report.shares); !warning.isEmpty()) {
        words += SayMapReport::tr("Warning: %1").arg(warning) + u'\n';
    }
    return words
        + (report.position ? SayMapReport::tr("Taken in, as entry %1 of the log.").arg(*report.position)
                           : SayMapReport::tr("Only looked at: nothing was taken in."));
}

QJsonObject objectOf(const MapReport &report)
{
    const GeoReading &reading = report.reading;
    QJsonArray matches;
    for (const Match &match : report.matching.matches) {
        matches << objectOf(match);
    }
    QJsonArray remarks;
    for (const GeoRemark &remark : reading.remarks) {
        remarks << objectOf(remark, report.matching);
    }
    QJsonArray without;
    for (const RegionCode &code : report.matching.withoutFeature) {
        without << text(code.text);
    }
    const QJsonObject shift { { QStringLiteral("tickets"), report.shares.tickets },
        { QStringLiteral("asGiven"), report.shares.asGiven },
        { QStringLiteral("ifBordersWereGcj02"), report.shares.ifBordersWereGcj02 },
        { QStringLiteral("ifBordersWereWgs84"), report.shares.ifBordersWereWgs84 },
        { QStringLiteral("isSuspected"), suspicionOf(report.shares).has_value() } };
    QJsonObject object { { QStringLiteral("driver"), reading.driver }, { QStringLiteral("layer"), reading.layer },
        { QStringLiteral("system"), reading.system }, { QStringLiteral("encoding"), reading.encoding },
        { QStringLiteral("level"), text(std::string(nameIn(regionLevelNames, report.level))) },
        { QStringLiteral("features"), qint64(reading.features.size()) },
        { QStringLiteral("matched"), report.matching.matched() }, { QStringLiteral("empty"), reading.emptyFeatures },
        { QStringLiteral("corners"), reading.placesLeft() }, { QStringLiteral("cornersInFile"), reading.placesInFile },
        { QStringLiteral("toleranceMetres"), reading.toleranceMetres }, { QStringLiteral("matches"), matches },
        { QStringLiteral("regionsWithoutFeature"), without }, { QStringLiteral("remarks"), remarks },
        { QStringLiteral("shift"), shift } };
    if (report.position) {
        object[QStringLiteral("position")] = qint64(*report.position);
    }
    return object;
}

} // namespace huying
