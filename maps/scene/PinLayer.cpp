#include "PinLayer.h"

#include "PinDrawing.h"

#include <QElapsedTimer>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

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

QPointF wholePixel(QPointF point, double pixelRatio)
{
    return { std::round(point.x() * pixelRatio) / pixelRatio, std::round(point.y() * pixelRatio) / pixelRatio };
}

} // namespace

void PinLayer::follow(CountyScene *scene)
{
    connect(scene, &CountyScene::layoutChanged, this, [this] {
        leave();
        emit toldChanged();
        update();
    });
    connect(this, &MapLayer::cameraChanged, this, &PinLayer::toldChanged);
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

const PinGroup *PinLayer::markedGroup() const
{
    if (!marked_) {
        return nullptr;
    }
    const auto pin = std::ranges::find(scene()->pins(), *marked_, &MapPin::id) - scene()->pins().begin();
    const auto found = std::ranges::find_if(
        groups(), [pin](const PinGroup &group) { return std::ranges::contains(group.pins, std::uint32_t(pin)); });
    return found == groups().end() ? nullptr : &*found;
}

const PinGroup *PinLayer::toldGroup() const
{
    const PinGroup *hovered = hoveredGroup();
    return hovered != nullptr ? hovered : markedGroup();
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

QPointF PinLayer::toldAt() const
{
    const PinGroup *group = toldGroup();
    return group == nullptr ? QPointF() : toItem(group->at);
}

QString PinLayer::toldText() const
{
    const PinGroup *group = toldGroup();
    return group == nullptr || !group->isSingle() ? QString()
                                                  : scene()->textOf(scene()->pins()[group->pins.front()].id);
}

QVariantList PinLayer::toldCounts() const
{
    const PinGroup *group = toldGroup();
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
        emit toldChanged();
        update();
    }
    return found.has_value();
}

void PinLayer::leave()
{
    if (hovered_) {
        hovered_.reset();
        emit toldChanged();
        update();
    }
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
    const PinGroup *marked = markedGroup();
    const QRectF sight = boundingRect().adjusted(-60, -30, 60, 30);
    PinDrawing drawing { scene()->colours(), *nodes->digits, {}, {} };
    std::optional<QPointF> selectedAt;
    for (const PinGroup &group : groups) {
        const QPointF at = wholePixel(toItem(group.at), pixelRatio);
        if (!sight.contains(at)) {
            continue;
        }
        if (!group.isSingle()) {
            drawing.addGroup(group, at, hovered == &group);
        } else if (selected == group.pins.front()) {
            selectedAt = at;
        } else {
            drawing.addPin(scene()->pins()[group.pins.front()].lamp, at, hovered == &group);
        }
    }
    if (selectedAt) {
        drawing.addSelected(scene()->pins()[*selected].lamp, *selectedAt);
    }
    if (marked != nullptr) {
        drawing.addRing(wholePixel(toItem(marked->at), pixelRatio), markSize(marked->pins.size()));
    }
    nodes->marks->setMarks(drawing.marks, 1 / pixelRatio);
    nodes->digits->setNumbers(drawing.numbers);
}

} // namespace huying
