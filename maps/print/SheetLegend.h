#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QStringList>

class QPainter;
class QPainterPath;

namespace huying
{

/// What the colours of a sheet mean.
struct SheetLegend {
    QString title; ///< what is told, its unit and its period
    QList<QColor> colours; ///< least first
    /// On a ruler at both ends and evenly between; of classes, where one ends and the next begins.
    QStringList marks;
    bool isRuler = true;
    QString silent; ///< what the hatching means; empty where nothing is hatched

    bool isEmpty() const { return colours.isEmpty(); }
};

/// How a sheet's small words and lines look.
struct SheetPen {
    QFont font;
    QColor ink;
    QColor ground;
};

/// The room that `legend` takes, in units of the sheet.
QSizeF sizeOf(const SheetLegend &legend, const SheetPen &pen);
void paint(QPainter &painter, QPointF corner, const SheetLegend &legend, const SheetPen &pen);

/// Fills what is hatched: where regions fell silent. The pattern is a sign of its own, beside the colour.
void hatch(QPainter &painter, const QPainterPath &area, const QColor &ink);

} // namespace huying
