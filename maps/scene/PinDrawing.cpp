#include "PinDrawing.h"

namespace huying
{

namespace
{

Mark lampMark(Lamp lamp, QPointF at, double size, const MapColours &colours, double halo)
{
    Mark mark;
    mark.at = at;
    mark.fill = colours.lamp(lamp);
    mark.edge = colours.surface;
    mark.edgeWidth = halo;
    switch (lamp) {
    case Lamp::InTime:
        mark.kind = Mark::Circle;
        mark.size = QSizeF(0.8, 0.8) * size;
        break;
    case Lamp::Soon:
        mark.kind = Mark::Triangle;
        mark.size = QSizeF(1.12, 1.12) * size;
        break;
    case Lamp::Overdue:
        mark.kind = Mark::Diamond;
        mark.size = QSizeF(1.22, 1.22) * size; // the largest: seen first, by shape too
        break;
    case Lamp::Paused:
        mark.kind = Mark::Bars;
        mark.size = QSizeF(0.75, 0.8) * size;
        break;
    }
    return mark;
}

} // namespace

void PinDrawing::addGroup(const PinGroup &group, QPointF at, bool isHovered)
{
    const auto count = static_cast<int>(group.pins.size());
    const QSizeF size = markSize(group.pins.size());
    QColor surface = colours.surface;
    surface.setAlphaF(0.95F);
    QColor edge = isHovered ? colours.accent : colours.inkSoft;
    edge.setAlphaF(isHovered ? 1 : 0.45F);
    const double border = isHovered ? 1.5 : 1;
    marks.push_back({ Mark::Pill, at, size - QSizeF(2, 2), surface, edge, border });
    const double content = 11 + 4 + digits.widthOf(count);
    const QPointF left(at.x() - content / 2, at.y());
    marks.push_back(lampMark(group.worst(), left + QPointF(5.5, 0), 11, colours, 0));
    numbers.push_back({ count, QPointF(left.x() + 15 + digits.widthOf(count) / 2, at.y()) });
}

void PinDrawing::addPin(Lamp lamp, QPointF at, bool isHovered)
{
    marks.push_back(lampMark(lamp, at, isHovered ? 15 : 13, colours, 1.5));
}

void PinDrawing::addSelected(Lamp lamp, QPointF at)
{
    QColor glow = colours.accent;
    glow.setAlphaF(0.22F);
    marks.push_back({ Mark::Circle, at, QSizeF(26, 26), glow, colours.accent, 2 });
    marks.push_back(lampMark(lamp, at, 15, colours, 1.5));
}

void PinDrawing::addRing(QPointF at, QSizeF size)
{
    QColor nothing = colours.surface;
    nothing.setAlphaF(0);
    marks.push_back({ Mark::Pill, at, size + QSizeF(8, 8), nothing, colours.surface, 5 });
    marks.push_back({ Mark::Pill, at, size + QSizeF(9, 9), nothing, colours.accent, 3 });
}

} // namespace huying
