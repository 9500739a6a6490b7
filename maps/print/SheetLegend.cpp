#include "SheetLegend.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace huying
{

namespace
{

constexpr double legendMargin = 12;
constexpr double rulerLength = 260;
constexpr double rulerHeight = 10;
constexpr double gap = 6;

void paintRuler(QPainter &painter, QPointF corner, const QList<QColor> &colours)
{
    QLinearGradient gradient(corner, corner + QPointF(rulerLength, 0));
    for (qsizetype i = 0; i < colours.size(); ++i) {
        gradient.setColorAt(double(i) / double(std::max<qsizetype>(1, colours.size() - 1)), colours[i]);
    }
    painter.fillRect(QRectF(corner, QSizeF(rulerLength, rulerHeight)), gradient);
}

void paintClasses(QPainter &painter, QPointF corner, const QList<QColor> &colours)
{
    const double width = rulerLength / double(colours.size());
    for (qsizetype i = 0; i < colours.size(); ++i) {
        painter.fillRect(QRectF(corner + QPointF(width * double(i), 0), QSizeF(width, rulerHeight)), colours[i]);
    }
}

/// Where the mark `i` stands along the ruler.
double placeOf(const SheetLegend &legend, qsizetype i)
{
    const auto steps = double(legend.isRuler ? std::max<qsizetype>(1, legend.marks.size() - 1) : legend.colours.size());
    return rulerLength * (double(i) + (legend.isRuler ? 0 : 1)) / steps;
}

void paintMarks(QPainter &painter, QPointF corner, const SheetLegend &legend)
{
    const QFontMetricsF metrics(painter.font());
    for (qsizetype i = 0; i < legend.marks.size(); ++i) {
        const double x = placeOf(legend, i);
        const double width = metrics.horizontalAdvance(legend.marks[i]);
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, rulerLength - width));
        painter.drawLine(corner + QPointF(x, 0), corner + QPointF(x, 4));
        painter.drawText(corner + QPointF(left, 5 + metrics.ascent()), legend.marks[i]);
    }
}

} // namespace

QSizeF sizeOf(const SheetLegend &legend, const SheetPen &pen)
{
    const QFontMetricsF metrics(pen.font);
    const double lines = legend.silent.isEmpty() ? 2 : 3;
    const double width = std::max({ rulerLength, metrics.horizontalAdvance(legend.title),
        metrics.horizontalAdvance(legend.silent) + 2 * rulerHeight + gap });
    return { width + 2 * legendMargin, lines * metrics.height() + rulerHeight + 2 * gap + 5 + 2 * legendMargin };
}

void paint(QPainter &painter, QPointF corner, const SheetLegend &legend, const SheetPen &pen)
{
    const QFontMetricsF metrics(pen.font);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.ground);
    painter.drawRoundedRect(QRectF(corner, sizeOf(legend, pen)), 6, 6);
    painter.setFont(pen.font);
    painter.setPen(pen.ink);
    QPointF at = corner + QPointF(legendMargin, legendMargin);
    painter.drawText(at + QPointF(0, metrics.ascent()), legend.title);
    at.ry() += metrics.height() + gap;
    (legend.isRuler ? paintRuler : paintClasses)(painter, at, legend.colours);
    at.ry() += rulerHeight;
    paintMarks(painter, at, legend);
    if (!legend.silent.isEmpty()) {
        at.ry() += metrics.height() + 5 + gap;
        QPainterPath box;
        box.addRect(QRectF(at + QPointF(0, 2), QSizeF(2 * rulerHeight, rulerHeight)));
        hatch(painter, box, pen.ink);
        painter.drawText(at + QPointF(2 * rulerHeight + gap, metrics.ascent()), legend.silent);
    }
    painter.restore();
}

void hatch(QPainter &painter, const QPainterPath &area, const QColor &ink)
{
    // Stripes and not a brush with a pattern, which a PDF would draw as a picture, nor a clip, which an SVG lacks.
    QPainterPath stripes;
    const QRectF box = area.boundingRect();
    for (double x = box.left() - box.height(); x < box.right(); x += 5) {
        stripes.addPolygon(QPolygonF({ { x, box.bottom() }, { x + box.height(), box.top() },
            { x + box.height() + 0.8, box.top() }, { x + 0.8, box.bottom() }, { x, box.bottom() } }));
    }
    painter.fillPath(area.intersected(stripes), ink);
    painter.save();
    painter.setPen(QPen(ink, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(area);
    painter.restore();
}

} // namespace huying
