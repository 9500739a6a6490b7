#include "PinLayer.h"
#include "PinSteps.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double nearestZoom = 18;
constexpr double choiceEdgePixels = 60; ///< a mark nearer to the edge is brought in

} // namespace

bool PinLayer::activate(QPointF point)
{
    const auto found = groupAt(point);
    if (!found) {
        return false;
    }
    choose(PinGroup(groups()[*found]));
    return true;
}

void PinLayer::choose(const PinGroup &group)
{
    if (group.isSingle()) {
        const TicketId ticket = scene()->pins()[group.pins.front()].id;
        scene()->select(ticket);
        emit scene() -> ticketActivated(ticket);
    } else {
        open(group);
    }
}

bool PinLayer::step(int key)
{
    std::vector<QPointF> marks;
    for (const PinGroup &group : groups()) {
        marks.push_back(toItem(group.at));
    }
    const PinGroup *here = markedGroup();
    const QPointF from = here != nullptr ? toItem(here->at) : boundingRect().center();
    std::optional<std::size_t> next;
    if (key == Qt::Key_N || key == Qt::Key_P) {
        next = here != nullptr ? markInTurn(marks, from, key == Qt::Key_N ? 1 : -1) : markNearest(marks, from);
    } else if (here != nullptr) {
        const Way way = key == Qt::Key_Left ? Way::Left
            : key == Qt::Key_Right          ? Way::Right
            : key == Qt::Key_Up             ? Way::Up
                                            : Way::Down;
        next = markTowards(marks, from, way);
    }
    if (!next) {
        return false;
    }
    marked_ = scene()->pins()[groups()[*next].pins.front()].id;
    emit toldChanged();
    update();
    bringIntoSight(marks[*next]);
    return true;
}

void PinLayer::bringIntoSight(QPointF mark)
{
    const QRectF inside =
        boundingRect().adjusted(choiceEdgePixels, choiceEdgePixels, -choiceEdgePixels, -choiceEdgePixels);
    const double x = mark.x() - std::clamp(mark.x(), inside.left(), inside.right());
    const double y = mark.y() - std::clamp(mark.y(), inside.top(), inside.bottom());
    if (x != 0 || y != 0) {
        emit moveWanted(x, y);
    }
}

bool PinLayer::chooseMarked()
{
    const PinGroup *group = markedGroup();
    if (group != nullptr) {
        choose(PinGroup(*group));
    }
    return group != nullptr;
}

bool PinLayer::unmark()
{
    if (!marked_) {
        return false;
    }
    marked_.reset();
    emit toldChanged();
    update();
    return true;
}

void PinLayer::open(const PinGroup &group)
{
    const auto &pins = scene()->pins();
    const WorldPoint first = toWorld(pins[group.pins.front()].point);
    double left = first.x;
    double right = first.x;
    double top = first.y;
    double bottom = first.y;
    QList<TicketId> tickets;
    for (const std::uint32_t pin : group.pins) {
        const WorldPoint place = toWorld(pins[pin].point);
        left = std::min(left, place.x);
        right = std::max(right, place.x);
        top = std::min(top, place.y);
        bottom = std::max(bottom, place.y);
        tickets.append(pins[pin].id);
    }
    const double wide = std::max(
        { (right - left) / std::max(width() - 120, 60.0), (bottom - top) / std::max(height() - 120, 60.0), 1e-12 });
    const double wanted = std::min(std::log2(1 / wide / 256), nearestZoom);
    if (zoomLevel() >= nearestZoom - 0.01 || (right - left) + (bottom - top) < 1e-9) {
        emit scene() -> ticketsPicked(tickets);
        return;
    }
    const WorldPoint middle { (left + right) / 2, (top + bottom) / 2 };
    emit approachWanted(
        QGeoCoordinate(latitudeOf(middle), longitudeOf(middle)), std::clamp(wanted, zoomLevel() + 1, nearestZoom));
}

} // namespace huying
