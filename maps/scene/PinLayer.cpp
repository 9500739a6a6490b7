#include "PinLayer.h"

#include "DigitNode.h"

#include <QElapsedTimer>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double nearestZoom = 18;

struct PinNodes : QSGNode {
    MarkNode *marks = new MarkNode;
    DigitNode *digits;

    PinNodes(QQuickWindow *window, const MapColours &colours)
    {
        QFont font(colours.family);
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        font.setFeature("tnum", 1);
        digits = new DigitNode(window, font, colours.ink);
        appendChildNode(marks);
        appendChildNode(digits);
    }
};

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
        mark.size = QSizeF(1.1, 1.1) * size;
        break;
    case Lamp::Paused:
        mark.kind = Mark::Bars;
        mark.size = QSizeF(0.75, 0.8) * size;
        break;
    }
    return mark;
}

/// Marks and numbers of a frame, as they are drawn: the later over the earlier.
struct Drawing {
    const MapColours &colours;
    const DigitNode &digits;
    std::vector<Mark> marks;
    std::vector<NumberAt> numbers;

    void addGroup(const PinGroup &group, QPointF at, bool isHovered)
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

    void addPin(Lamp lamp, QPointF at, bool isHovered)
    {
        marks.push_back(lampMark(lamp, at, isHovered ? 15 : 13, colours, 1.5));
    }

    void addSelected(Lamp lamp, QPointF at)
    {
        QColor glow = colours.accent;
        glow.setAlphaF(0.22F);
        marks.push_back({ Mark::Circle, at, QSizeF(26, 26), glow, colours.accent, 2 });
        marks.push_back(lampMark(lamp, at, 15, colours, 1.5));
    }
};

QPointF wholePixel(QPointF point, double pixelRatio)
{
    return { std::round(point.x() * pixelRatio) / pixelRatio, std::round(point.y() * pixelRatio) / pixelRatio };
}

} // namespace

void PinLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::layoutChanged, this, [this] {
        leave();
        update();
    });
    connect(scene, &CountyScene::selectionChanged, this, &QQuickItem::update);
    connect(scene, &CountyScene::coloursChanged, this, [this] {
        isRestyled_ = true;
        update();
    });
}

const std::vector<PinGroup> &PinLayer::groups() const
{
    return scene()->layoutAt(layoutScale()).groups;
}

const PinGroup *PinLayer::hoveredGroup() const
{
    return hovered_ && hoveredIn_ == layoutScale() ? &groups()[*hovered_] : nullptr;
}

std::optional<std::size_t> PinLayer::groupAt(QPointF point) const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < groups().size(); ++i) {
        const QSizeF size = markSize(groups()[i].pins.size()) + QSizeF(4, 4);
        const QPointF away = toItem(groups()[i].at) - point;
        if (std::abs(away.x()) <= size.width() / 2 && std::abs(away.y()) <= size.height() / 2) {
            found = i;
        }
    }
    return found;
}

QPointF PinLayer::hoveredAt() const
{
    const PinGroup *group = hoveredGroup();
    return group == nullptr ? QPointF() : toItem(group->at);
}

QString PinLayer::hoveredText() const
{
    const PinGroup *group = hoveredGroup();
    return group == nullptr || !group->isSingle() ? QString()
                                                  : scene()->textOf(scene()->pins()[group->pins.front()].id);
}

QVariantList PinLayer::hoveredCounts() const
{
    const PinGroup *group = hoveredGroup();
    QVariantList counts;
    if (group != nullptr && !group->isSingle()) {
        for (const Lamp lamp : { Lamp::Overdue, Lamp::Soon, Lamp::InTime, Lamp::Paused }) {
            counts.append(group->byLamp[static_cast<std::size_t>(lamp)]);
        }
    }
    return counts;
}

bool PinLayer::hover(QPointF point)
{
    const auto found = groupAt(point);
    if (found != hovered_ || hoveredIn_ != layoutScale()) {
        hovered_ = found;
        hoveredIn_ = layoutScale();
        emit hoveredChanged();
        update();
    }
    return found.has_value();
}

void PinLayer::leave()
{
    if (hovered_) {
        hovered_.reset();
        emit hoveredChanged();
        update();
    }
}

bool PinLayer::activate(QPointF point)
{
    const auto found = groupAt(point);
    if (!found) {
        return false;
    }
    const PinGroup group = groups()[*found];
    if (group.isSingle()) {
        const TicketId ticket = scene()->pins()[group.pins.front()].id;
        scene()->select(ticket);
        emit scene() -> ticketActivated(ticket);
    } else {
        open(group);
    }
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

void PinLayer::paint(QSGNode *root)
{
    if (root->childCount() == 0 || isRestyled_) {
        delete root->firstChild();
        root->appendChildNode(new PinNodes(window(), scene()->colours()));
        isRestyled_ = false;
    }
    auto *nodes = static_cast<PinNodes *>(root->firstChild());
    const double pixelRatio = window()->effectiveDevicePixelRatio();
    const auto selected = scene()->selectedPin();
    const auto &groups = scene()->layoutAt(layoutScale()).groups;
    const PinGroup *hovered = hoveredGroup();
    const QRectF sight = boundingRect().adjusted(-60, -30, 60, 30);
    Drawing drawing { scene()->colours(), *nodes->digits, {}, {} };
    std::optional<QPointF> selectedAt;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const QPointF at = wholePixel(toItem(groups[i].at), pixelRatio);
        if (!sight.contains(at)) {
            continue;
        }
        if (!groups[i].isSingle()) {
            drawing.addGroup(groups[i], at, hovered == &groups[i]);
        } else if (selected == groups[i].pins.front()) {
            selectedAt = at;
        } else {
            drawing.addPin(scene()->pins()[groups[i].pins.front()].lamp, at, hovered == &groups[i]);
        }
    }
    if (selectedAt) {
        drawing.addSelected(scene()->pins()[*selected].lamp, *selectedAt);
    }
    nodes->marks->setMarks(drawing.marks, 1 / pixelRatio);
    nodes->digits->setNumbers(drawing.numbers);
}

} // namespace huying
