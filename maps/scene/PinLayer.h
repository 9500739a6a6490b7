#pragma once

#include "MapLayer.h"
#include "PinGroups.h"

namespace huying
{

/// The open tickets: a mark for each, its lamp in shape and colour, and a count where they would cover each other.
class PinLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isHovering READ isHovering NOTIFY toldChanged)
    Q_PROPERTY(bool isMarked READ isMarked NOTIFY toldChanged)
    Q_PROPERTY(QPointF toldAt READ toldAt NOTIFY toldChanged)
    Q_PROPERTY(QString toldText READ toldText NOTIFY toldChanged)
    Q_PROPERTY(QVariantList toldCounts READ toldCounts NOTIFY toldChanged)
public:
    using MapLayer::MapLayer;

    bool isHovering() const { return hovered_.has_value(); }
    /// The keyboard is on a mark.
    bool isMarked() const { return marked_.has_value(); }
    /// Where the mark is, in pixels of the item, that is told of: the one under the pointer, else that of the keyboard.
    QPointF toldAt() const;
    /// What is said about a single ticket; empty for a group.
    QString toldText() const;
    /// How many of a group are overdue, soon due, in time and on account; empty for a single ticket.
    QVariantList toldCounts() const;

    /// True when there is a mark at `point`.
    Q_INVOKABLE bool hover(QPointF point);
    Q_INVOKABLE void leave();
    /// Chooses what is at `point`: a ticket, or a group that opens. False when nothing is there.
    Q_INVOKABLE bool activate(QPointF point);

    /// One mark on by an arrow key, N or P. N and P begin at the mark nearest to the middle; arrows go on from there.
    /// False when there is none that way.
    Q_INVOKABLE bool step(int key);
    /// Chooses the mark of the keyboard.
    Q_INVOKABLE bool chooseMarked();
    Q_INVOKABLE bool unmark();

    const std::vector<PinGroup> &groups() const;

signals:
    void toldChanged();
    /// The mark of the keyboard lies at the edge or beyond; in pixels.
    void moveWanted(double x, double y);
    /// A group was chosen: seen from here it comes apart.
    void approachWanted(const QGeoCoordinate &centre, double zoomLevel);

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    void choose(const PinGroup &group);
    void open(const PinGroup &group);
    void bringIntoSight(QPointF mark);
    std::optional<std::size_t> groupAt(QPointF point) const;
    const PinGroup *hoveredGroup() const;
    const PinGroup *markedGroup() const;
    const PinGroup *toldGroup() const;

    std::optional<std::size_t> hovered_; ///< among the groups of the scale `hoveredIn_`
    double hoveredIn_ = 0;
    std::optional<TicketId> marked_; ///< the first ticket of the mark the keyboard is on
    bool isRestyled_ = true;
};

} // namespace huying
