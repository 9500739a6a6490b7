#include "RegionWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

class Say
{
    Q_DECLARE_TR_FUNCTIONS(RegionWords)
};

QString number(double value, int digits = 0)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', digits);
}

/// As many digits as tell it apart: 0.042, 0.42, 4.2, 42, 4,200.
QString brief(double value)
{
    const double size = std::abs(value);
    return number(value, size == 0 || size >= 10 || size == std::round(size) ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3);
}

QString signedNumber(double value)
{
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number(std::abs(value), 1);
}

QString percent(double share, int digits)
{
    return number(share * 100, digits) + QStringLiteral(" %");
}

QString titleOf(RegionMeasure measure)
{
    switch (measure) {
    case RegionMeasure::Tickets:
        return Say::tr("Tickets");
    case RegionMeasure::PerThousandResidents:
        return Say::tr("Tickets per 1,000 residents");
    case RegionMeasure::PerHundredHouseholds:
        return Say::tr("Tickets per 100 households");
    case RegionMeasure::AgainstPast:
        return Say::tr("Against each region's own past, in standard deviations");
    case RegionMeasure::OnTime:
        break;
    }
    return Say::tr("Share on time of the milestones that fell due");
}

QString markOf(RegionMeasure measure, double at)
{
    switch (measure) {
    case RegionMeasure::OnTime:
        return percent(at, 0);
    case RegionMeasure::AgainstPast:
        return at < 0 ? QStringLiteral("−") + number(-at) : QStringLiteral("+") + number(at);
    default:
        return brief(at);
    }
}

/// "12 townships", "3 grids".
QString countOf(RegionLevel level, qint64 count)
{
    const int shown = static_cast<int>(count);
    switch (level) {
    case RegionLevel::Village:
        return Say::tr("%n villages", nullptr, shown);
    case RegionLevel::Grid:
        return Say::tr("%n grids", nullptr, shown);
    case RegionLevel::Township:
    case RegionLevel::County:
        break;
    }
    return Say::tr("%n townships", nullptr, shown);
}

QString noteOf(const RegionPicture &picture)
{
    QStringList parts;
    if (picture.measure == RegionMeasure::AgainstPast) {
        parts << (picture.pasts >= 2 ? Say::tr("compared with %n earlier stretches as long, each %1 days apart",
                                           nullptr, static_cast<int>(picture.pasts))
                                           .arg(picture.apart.count())
                                     : Say::tr("there is no earlier stretch as long to compare with"));
    }
    if (picture.elsewhere > 0) {
        parts << Say::tr("%1 tickets whose place is not known so closely").arg(number(double(picture.elsewhere)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString unknownText(const RegionPicture &picture, qint64 count)
{
    switch (picture.measure) {
    case RegionMeasure::PerThousandResidents:
        return Say::tr("residents not known: %1").arg(countOf(picture.level, count));
    case RegionMeasure::PerHundredHouseholds:
        return Say::tr("households not known: %1").arg(countOf(picture.level, count));
    case RegionMeasure::AgainstPast:
        return Say::tr("no past: %1").arg(countOf(picture.level, count));
    default:
        return Say::tr("nothing fell due: %1").arg(countOf(picture.level, count));
    }
}

QString shareLine(const RegionPicture &picture, const RegionFigure &figure)
{
    QString tickets = Say::tr("%1 tickets").arg(number(double(figure.numerator)));
    const QString all = number(double(figure.denominator));
    switch (picture.measure) {
    case RegionMeasure::PerThousandResidents:
        return figure.value ? Say::tr("%1 per 1,000 residents (%2 / %3)").arg(brief(*figure.value), tickets, all)
                            : Say::tr("%1; its residents are not known").arg(tickets);
    case RegionMeasure::PerHundredHouseholds:
        return figure.value ? Say::tr("%1 per 100 households (%2 / %3)").arg(brief(*figure.value), tickets, all)
                            : Say::tr("%1; its households are not known").arg(tickets);
    case RegionMeasure::AgainstPast:
        return figure.value ? Say::tr("%1; %2 would be usual (%3 standard deviations)")
                                  .arg(tickets, number(figure.usual, 1), signedNumber(*figure.value))
                            : Say::tr("%1; no past to compare with").arg(tickets);
    case RegionMeasure::OnTime:
        return figure.value
            ? Say::tr("%1 on time (%2 / %3)").arg(percent(*figure.value, 2), number(double(figure.numerator)), all)
            : Say::tr("%1 tickets; no milestone fell due").arg(number(double(figure.tickets)));
    case RegionMeasure::Tickets:
        break;
    }
    return tickets;
}

} // namespace

QString wordFor(RegionMeasure measure)
{
    switch (measure) {
    case RegionMeasure::Tickets:
        return Say::tr("tickets");
    case RegionMeasure::PerThousandResidents:
        return Say::tr("per 1,000 residents");
    case RegionMeasure::PerHundredHouseholds:
        return Say::tr("per 100 households");
    case RegionMeasure::AgainstPast:
        return Say::tr("against own past");
    case RegionMeasure::OnTime:
        break;
    }
    return Say::tr("share on time");
}

RegionLegend legendOf(const RegionPicture &picture, const MapColours &colours)
{
    RegionLegend legend;
    const QString title = titleOf(picture.measure);
    legend.title = picture.period.isEmpty() ? title : Say::tr("%1, %2", "measure, period").arg(title, picture.period);
    legend.colours = classColours(picture.classes, colours);
    for (const double at : picture.classes.breaks) {
        legend.marks << markOf(picture.measure, at);
    }
    if (picture.measure == RegionMeasure::AgainstPast) {
        legend.ends = { Say::tr("fewer"), Say::tr("more") };
    }
    const auto count = [&picture](auto is) { return std::ranges::count_if(picture.figures, is); };
    const qint64 none = count([&picture](const RegionFigure &figure) {
        return figure.tickets == 0 && !figure.isSilent && picture.measure != RegionMeasure::AgainstPast;
    });
    const qint64 silent = count([](const RegionFigure &figure) { return figure.isSilent; });
    const qint64 unknown = count([](const RegionFigure &figure) { return !figure.value && figure.tickets > 0; });
    legend.none = none > 0 ? Say::tr("none: %1").arg(countOf(picture.level, none)) : QString();
    legend.silent = silent > 0 ? Say::tr("fallen silent: %1").arg(countOf(picture.level, silent)) : QString();
    legend.unknown = unknown > 0 ? unknownText(picture, unknown) : QString();
    legend.note = noteOf(picture);
    return legend;
}

QStringList figureLines(const RegionPicture &picture, const RegionFigure &figure)
{
    QStringList lines { shareLine(picture, figure) };
    if (figure.isSilent) {
        lines << Say::tr("fallen silent: %1 tickets would be usual").arg(number(figure.usual, 1));
    }
    return lines;
}

} // namespace huying
