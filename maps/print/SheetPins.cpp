#include "SheetPins.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <map>

namespace huying
{

namespace
{

constexpr double keyMargin = 12;
constexpr double lampSize = 13;
constexpr double lampRoom = 22; ///< of a lamp in the key, with the gap behind it

/// As on the screen: circle in time, triangle soon, diamond overdue, bars on account.
void paintLamp(QPainter &painter, const MapColours &colours, Lamp lamp, QPointF at, double size)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.lamp(lamp));
    const double half = size / 2;
    switch (lamp) {
    case Lamp::InTime:
        painter.drawEllipse(at, half * 0.8, half * 0.8);
        break;
    case Lamp::Soon:
        painter.drawPolygon(
            QPolygonF({ at + QPointF(0, -half), at + QPointF(half, half * 0.8), at + QPointF(-half, half * 0.8) }));
        break;
    case Lamp::Overdue:
        painter.drawPolygon(QPolygonF(
            { at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0) }));
        break;
    case Lamp::Paused:
        painter.drawRect(QRectF(at + QPointF(-half * 0.7, -half * 0.8), QSizeF(half * 0.5, half * 1.6)));
        painter.drawRect(QRectF(at + QPointF(half * 0.2, -half * 0.8), QSizeF(half * 0.5, half * 1.6)));
        break;
    }
}

void paintGroup(QPainter &painter, const MapColours &colours, const PinGroup &group, QPointF at)
{
    const QSizeF size = markSize(group.pins.size());
    painter.setPen(QPen(colours.inkSoft, 0.8));
    painter.setBrush(colours.surface);
    const QRectF pill(at - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawRoundedRect(pill, size.height() / 2, size.height() / 2);
    painter.setPen(colours.ink);
    painter.drawText(pill.adjusted(20, 0, -4, 0), Qt::AlignCenter, QString::number(group.pins.size()));
    paintLamp(painter, colours, group.worst(), QPointF(pill.left() + 13, at.y()), 11);
}

/// "Overdue: 158", for each lamp that is within `frame`.
std::vector<std::pair<Lamp, QString>> linesOf(
    const MapSheet &sheet, const QRectF &frame, const std::function<QPointF(WorldPoint)> &project)
{
    std::map<Lamp, int> counts;
    for (const MapPin &pin : sheet.pins) {
        counts[pin.lamp] += frame.contains(project(toWorld(pin.point))) ? 1 : 0;
    }
    std::vector<std::pair<Lamp, QString>> lines;
    for (const auto &[lamp, word] : sheet.pinKey.lamps) {
        if (counts[lamp] > 0) {
            lines.emplace_back(lamp, QCoreApplication::translate("MapSheet", "%1: %L2").arg(word).arg(counts[lamp]));
        }
    }
    return lines;
}

} // namespace

void paintPins(QPainter &painter, const MapColours &colours, std::span<const PinGroup> groups,
    const std::function<QPointF(WorldPoint)> &project)
{
    QFont font(colours.family);
    font.setPixelSize(12);
    painter.setFont(font);
    for (const PinGroup &group : groups) {
        if (group.isSingle()) {
            paintLamp(painter, colours, group.worst(), project(group.at), lampSize);
        } else {
            paintGroup(painter, colours, group, project(group.at));
        }
    }
}

void paintPinKey(QPainter &painter, QPointF corner, const MapSheet &sheet, const SheetPen &pen, const QRectF &frame,
    const std::function<QPointF(WorldPoint)> &project)
{
    const std::vector<std::pair<Lamp, QString>> lines = linesOf(sheet, frame, project);
    if (lines.empty()) {
        return;
    }
    const QFontMetricsF metrics(pen.font);
    double width = metrics.horizontalAdvance(sheet.pinKey.title);
    for (const auto &[lamp, words] : lines) {
        width = std::max(width, lampRoom + metrics.horizontalAdvance(words));
    }
    const double height = metrics.height() * double(1 + lines.size());
    const QRectF box(
        corner - QPointF(0, height + 2 * keyMargin), QSizeF(width + 2 * keyMargin, height + 2 * keyMargin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.ground);
    painter.drawRoundedRect(box, 6, 6);
    painter.setFont(pen.font);
    QPointF at = box.topLeft() + QPointF(keyMargin, keyMargin + metrics.ascent());
    painter.setPen(pen.ink);
    painter.drawText(at, sheet.pinKey.title);
    for (const auto &[lamp, words] : lines) {
        at.ry() += metrics.height();
        paintLamp(painter, sheet.colours, lamp, at + QPointF(lampSize / 2, -metrics.ascent() * 0.36), lampSize);
        painter.setPen(pen.ink);
        painter.drawText(at + QPointF(lampRoom, 0), words);
    }
}

} // namespace huying
