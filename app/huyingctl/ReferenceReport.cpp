#include "ReferenceReport.h"

#include <geo/RemarkWords.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayReference {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::size_t remarksListed = 20;

/// The features by their names: they are no regions.
Matching unmatchedOf(const ReferenceLayer &layer)
{
    Matching matching;
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        matching.matches.push_back({ .feature = static_cast<int>(i),
            .region = {},
            .name = QString::fromStdString(layer.features[i].name),
            .code = {},
            .suggestions = {} });
    }
    return matching;
}

} // namespace

ReferenceCounts countsOf(const ReferenceLayer &layer)
{
    ReferenceCounts counts;
    for (const ReferenceFeature &feature : layer.features) {
        ++(!feature.areas.empty() ? counts.areas : !feature.lines.empty() ? counts.lines : counts.points);
        counts.named += feature.name.empty() ? 0 : 1;
    }
    return counts;
}

QString wordsFor(const ReferenceReport &report)
{
    const GeoReading &reading = report.reading;
    const ReferenceCounts counts = countsOf(report.layer);
    QString words = SayReference::tr("%1, layer “%2”: %3 features with %4 corners, in %5.")
                        .arg(reading.driver, reading.layer)
                        .arg(reading.features.size())
                        .arg(reading.placesLeft())
                        .arg(reading.system)
        + u'\n';
    words += SayReference::tr("“%1” has %2 areas, %3 lines and %4 points; %5 of them have a name.")
                 .arg(QString::fromStdString(report.layer.name))
                 .arg(counts.areas)
                 .arg(counts.lines)
                 .arg(counts.points)
                 .arg(counts.named)
        + u'\n';
    for (const auto all = remarkSentences(reading, unmatchedOf(report.layer), remarksListed);
        const QString &sentence : all) {
        words += sentence + u'\n';
    }
    return words
        + (report.position ? SayReference::tr("Taken in, as entry %1 of the log.").arg(*report.position)
                           : SayReference::tr("Only looked at: nothing was taken in."));
}

QJsonObject objectOf(const ReferenceReport &report)
{
    const GeoReading &reading = report.reading;
    const ReferenceCounts counts = countsOf(report.layer);
    QJsonObject object { { QStringLiteral("driver"), reading.driver }, { QStringLiteral("layer"), reading.layer },
        { QStringLiteral("system"), reading.system }, { QStringLiteral("encoding"), reading.encoding },
        { QStringLiteral("level"), QStringLiteral("other") },
        { QStringLiteral("name"), QString::fromStdString(report.layer.name) },
        { QStringLiteral("features"), qint64(report.layer.features.size()) }, { QStringLiteral("areas"), counts.areas },
        { QStringLiteral("lines"), counts.lines }, { QStringLiteral("points"), counts.points },
        { QStringLiteral("named"), counts.named }, { QStringLiteral("empty"), reading.emptyFeatures },
        { QStringLiteral("corners"), reading.placesLeft() }, { QStringLiteral("cornersInFile"), reading.placesInFile },
        { QStringLiteral("toleranceMetres"), reading.toleranceMetres } };
    if (report.position) {
        object[QStringLiteral("position")] = qint64(*report.position);
    }
    return object;
}

} // namespace huying
