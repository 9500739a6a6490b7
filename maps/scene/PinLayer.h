#pragma once

#include "MapLayer.h"
#include "MarkNode.h"
#include "PinGroups.h"

namespace huying
{

/// The open tickets: a mark for each, its lamp in shape and colour, and a count where they would cover each other.
class PinLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isHovering READ isHovering NOTIFY hoveredChanged)
    Q_PROPERTY(QPointF hoveredAt READ hoveredAt NOTIFY hoveredChanged)
    Q_PROPERTY(QString hoveredText READ hoveredText NOTIFY hoveredChanged)
    Q_PROPERTY(QVariantList hoveredCounts READ hoveredCounts NOTIFY hoveredChanged)
public:
    using MapLayer::MapLayer;

    bool isHovering() const { return hovered_.has_value(); }
    /// Where the mark under the pointer is, in pixels of the item.
    QPointF hoveredAt() const;
    /// What is said about a single ticket; empty for a group.
    QString hoveredText() const;
    /// How many of a group are overdue, soon due, in time and on account; empty for a single ticket.
    QVariantList hoveredCounts() const;

    /// True when there is a mark at `point`.
    Q_INVOKABLE bool hover(QPointF point);
    Q_INVOKABLE void leave();
    /// Chooses what is at `point`: a ticket, or a group that opens. False when nothing is there.
    Q_INVOKABLE bool activate(QPointF point);

    const std::vector<PinGroup> &groups() const;

signals:
    void hoveredChanged();
    /// A group was chosen: seen from here it comes apart.
    void approachWanted(const QGeoCoordinate &centre, double zoomLevel);

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    void open(const PinGroup &group);
    std::optional<std::size_t> groupAt(QPointF point) const;
    const PinGroup *hoveredGroup() const;

    std::optional<std::size_t> hovered_; ///< among the groups of the scale `hoveredIn_`
    double hoveredIn_ = 0;
    bool isRestyled_ = true;
};

} // namespace huying
