#include "Lamps.h"

#include "Pixels.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>

namespace huying
{

namespace
{

/// Equal areas look equally large: the circle is drawn a little smaller than its square, the triangle fills its own.
QPolygonF triangle(const QRectF &square)
{
    const qreal down = square.height() * 0.06;
    return { QPointF(square.center().x(), square.top() + down), square.bottomRight() - QPointF(0, down),
        square.bottomLeft() - QPointF(0, down) };
}

QPolygonF diamond(const QRectF &square)
{
    const QPointF middle = square.center();
    return { QPointF(middle.x(), square.top()), QPointF(square.right(), middle.y()),
        QPointF(middle.x(), square.bottom()), QPointF(square.left(), middle.y()) };
}

void paintBars(QPainter &painter, const QRectF &square, const QColor &colour)
{
    const QRectF inner = onPixels(painter,
        square.adjusted(
            square.width() * 0.12, square.height() * 0.08, -square.width() * 0.12, -square.height() * 0.08));
    const qreal width = wholePixels(painter, inner.width() * 0.32);
    painter.fillRect(QRectF(inner.left(), inner.top(), width, inner.height()), colour);
    painter.fillRect(QRectF(inner.right() - width, inner.top(), width, inner.height()), colour);
}

class LampEngine : public QIconEngine
{
public:
    LampEngine(Lamp shownLamp, const QColor &shownColour) : lamp(shownLamp), colour(shownColour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintLamp(*painter, rect, lamp, colour);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    QIconEngine *clone() const override { return new LampEngine(*this); }

private:
    Lamp lamp;
    QColor colour;
};

} // namespace

void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Theme &theme)
{
    paintLamp(painter, box, lamp, lampColour(theme, lamp));
}

void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp, const QColor &colour)
{
    const QRectF square = squareIn(painter, box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (lamp) {
    case Lamp::InTime: {
        const qreal inset = square.width() * 0.06;
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case Lamp::Soon:
        painter.drawPolygon(triangle(square));
        break;
    case Lamp::Overdue:
        painter.drawPolygon(diamond(square));
        break;
    case Lamp::Paused:
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintBars(painter, square, colour);
        break;
    }
    painter.restore();
}

QIcon lampIcon(Lamp lamp, const Theme &theme)
{
    return QIcon(new LampEngine(lamp, lampColour(theme, lamp)));
}

QString lampWord(Lamp lamp)
{
    switch (lamp) {
    case Lamp::InTime:
        return QCoreApplication::translate("Lamp", "In time");
    case Lamp::Soon:
        return QCoreApplication::translate("Lamp", "Due soon");
    case Lamp::Overdue:
        return QCoreApplication::translate("Lamp", "Overdue");
    case Lamp::Paused:
        break;
    }
    return QCoreApplication::translate("Lamp", "On account");
}

} // namespace huying
