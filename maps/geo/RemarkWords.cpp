#include "RemarkWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace huying
{

namespace
{

struct SayRemarkWords {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

QString placeText(GeoPoint at)
{
    return QStringLiteral("%1, %2").arg(at.latitude(), 0, 'f', 5).arg(at.longitude(), 0, 'f', 5);
}

QString nameAt(const Matching &matching, int feature)
{
    return feature < 0 || feature >= std::ssize(matching.matches)
        ? SayRemarkWords::tr("the outside")
        : nameOf(matching.matches[static_cast<std::size_t>(feature)]);
}

QString sentenceOf(const GeoRemark &remark, const Matching &matching)
{
    const QString name = nameAt(matching, remark.feature);
    switch (remark.kind) {
    case GeoRemarkKind::Mended:
        return SayRemarkWords::tr("%1: its border crossed itself (at %2) and was mended; its area changed by %3.")
            .arg(name, placeText(remark.at), areaText(remark.squareMetres));
    case GeoRemarkKind::Overlap:
        return SayRemarkWords::tr("%1 and %2 overlap by %3 (at %4).")
            .arg(name, nameAt(matching, remark.other), areaText(remark.squareMetres), placeText(remark.at));
    case GeoRemarkKind::Gap:
        return SayRemarkWords::tr("Between %1 and %2 there is a gap of %3 (at %4).")
            .arg(name, nameAt(matching, remark.other), areaText(remark.squareMetres), placeText(remark.at));
    case GeoRemarkKind::Empty:
        return SayRemarkWords::tr("%1 has no place.").arg(name);
    case GeoRemarkKind::Said:
        return SayRemarkWords::tr("GDAL: %1").arg(remark.text);
    }
    return {};
}

/// One kind's sentences, and how many more there are.
void addKind(
    QStringList &sentences, const GeoReading &reading, const Matching &matching, GeoRemarkKind kind, std::size_t most)
{
    std::size_t count = 0;
    double area = 0;
    for (const GeoRemark &remark : reading.remarks) {
        if (remark.kind != kind) {
            continue;
        }
        area += remark.squareMetres;
        if (++count <= most) {
            sentences << sentenceOf(remark, matching);
        }
    }
    if (count > most) {
        sentences << SayRemarkWords::tr("… and %1 more like this, %2 in all.").arg(count - most).arg(areaText(area));
    }
}

} // namespace

QString wordFor(MatchedBy by)
{
    switch (by) {
    case MatchedBy::Code:
        return SayRemarkWords::tr("by its code");
    case MatchedBy::Name:
        return SayRemarkWords::tr("by its name");
    case MatchedBy::BareName:
        return SayRemarkWords::tr("by its name without 镇, 乡, 村");
    case MatchedBy::NewCode:
        return SayRemarkWords::tr("new, by its code");
    case MatchedBy::Hand:
        return SayRemarkWords::tr("by hand");
    case MatchedBy::Nothing:
        return SayRemarkWords::tr("not found");
    case MatchedBy::SeveralNames:
        return SayRemarkWords::tr("several are called so");
    }
    return {};
}

QString areaText(double squareMetres)
{
    const QLocale locale;
    return squareMetres < 100'000 ? SayRemarkWords::tr("%1 m²").arg(locale.toString(squareMetres, 'f', 0))
                                  : SayRemarkWords::tr("%1 km²").arg(locale.toString(squareMetres / 1e6, 'f', 2));
}

QString nameOf(const Match &match)
{
    return !match.name.isEmpty() ? match.name
        : !match.code.isEmpty()  ? match.code
                                 : SayRemarkWords::tr("feature %1").arg(match.feature + 1);
}

QStringList remarkSentences(const GeoReading &reading, const Matching &matching, std::size_t most)
{
    QStringList sentences;
    if (reading.emptyFeatures > 0) {
        sentences << SayRemarkWords::tr("%1 features without a place were left out.").arg(reading.emptyFeatures);
    }
    addKind(sentences, reading, matching, GeoRemarkKind::Mended, most);
    if (reading.toleranceMetres > 0) {
        sentences << SayRemarkWords::tr(
            "Borders were simplified by %1 m, shared ones together: of %2 corners in the file %3 are left.")
                         .arg(reading.toleranceMetres)
                         .arg(reading.placesInFile)
                         .arg(reading.placesLeft());
    }
    for (const GeoRemarkKind kind : { GeoRemarkKind::Overlap, GeoRemarkKind::Gap, GeoRemarkKind::Said }) {
        addKind(sentences, reading, matching, kind, most);
    }
    return sentences;
}

QString shiftWarning(const ShiftShares &shares)
{
    const auto suspicion = suspicionOf(shares);
    if (!suspicion) {
        return {};
    }
    const auto share = [&](int inside) {
        return SayRemarkWords::tr("%1 of %2 (%3 %)")
            .arg(inside)
            .arg(shares.tickets)
            .arg(QLocale().toString(100.0 * inside / shares.tickets, 'f', 1));
    };
    const bool isGcj02 = *suspicion == ShiftSuspicion::BordersAreGcj02;
    return (isGcj02 ? SayRemarkWords::tr(
                          "Tickets and borders seem shifted against each other: as given, %1 tickets lie within the "
                          "borders of their region; if the borders were GCJ-02, %2.")
                    : SayRemarkWords::tr(
                          "Tickets and borders seem shifted against each other: as given, %1 tickets lie within the "
                          "borders of their region; if the borders were WGS-84, %2."))
        .arg(share(shares.asGiven), share(isGcj02 ? shares.ifBordersWereGcj02 : shares.ifBordersWereWgs84));
}

} // namespace huying
