#pragma once

#include "RegionPicture.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QVariantList>

namespace huying
{

/// What the shades of regions mean, as it is written beside the map.
struct RegionLegend {
    Q_GADGET
    QML_VALUE_TYPE(regionLegend)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QList<QColor> colours MEMBER colours)
    Q_PROPERTY(QStringList marks MEMBER marks)
    Q_PROPERTY(QStringList ends MEMBER ends)
    Q_PROPERTY(QString none MEMBER none)
    Q_PROPERTY(QString silent MEMBER silent)
    Q_PROPERTY(QString unknown MEMBER unknown)
    Q_PROPERTY(QString note MEMBER note)
public:
    QString title; ///< what is told, its unit and its period
    QList<QColor> colours; ///< of the classes, least first
    QStringList marks; ///< where one class ends and the next begins
    QStringList ends; ///< what lies at the two ends, in words; empty where the numbers say it
    QString none; ///< of regions without a ticket; empty where there are none
    QString silent; ///< of those that are hatched
    QString unknown; ///< of those that are dotted
    QString note;

    bool operator==(const RegionLegend &) const = default;
};

RegionLegend legendOf(const RegionPicture &picture, const MapColours &colours);

/// What is said of a region, a line each: its figure with numerator and denominator, and its silence.
QStringList figureLines(const RegionPicture &picture, const RegionFigure &figure);

/// The measure in a word or two, as it is chosen.
QString wordFor(RegionMeasure measure);

} // namespace huying
