#include "Pixels.h"

#include <QPainter>

namespace huying
{

namespace
{

/// Device pixels in one of the painter's units.
qreal scale(const QPainter &painter)
{
    return std::max(painter.deviceTransform().m11(), 0.01);
}

} // namespace

qreal wholePixels(const QPainter &painter, qreal length)
{
    return std::max(1.0, std::round(length * scale(painter))) / scale(painter);
}

QRectF onPixels(const QPainter &painter, const QRectF &box)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale) {
        return box;
    }
    const QRectF there = transform.mapRect(box);
    const QRectF snapped(QPointF(std::round(there.left()), std::round(there.top())),
        QPointF(std::round(there.right()), std::round(there.bottom())));
    return transform.inverted().mapRect(snapped);
}

QRectF squareIn(const QPainter &painter, const QRectF &box)
{
    const qreal side = wholePixels(painter, std::min(box.width(), box.height()) - 0.01);
    const QRectF middle(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale) {
        return middle;
    }
    const QPointF corner = transform.map(middle.topLeft());
    return { transform.inverted().map(QPointF(std::round(corner.x()), std::round(corner.y()))), middle.size() };
}

void paintBox(
    QPainter &painter, const QRectF &bounds, qreal radius, const QColor &fill, const QColor &outline, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF snapped = onPixels(painter, bounds);
    const bool outlined = outline.alpha() > 0 && outline.isValid();
    const qreal line = outlined ? wholePixels(painter, width) : 0;
    painter.setPen(outlined ? QPen(outline, line) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF middle = snapped.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const qreal round = std::max(0.0, radius - line / 2);
    painter.drawRoundedRect(middle, round, round);
    painter.restore();
}

} // namespace huying
