#pragma once

#include "Queue.h"

#include <set>
#include <span>

namespace huying
{

/// One step from the rows shown before to those shown now; the steps of a list are taken one after the other.
struct RowStep {
    enum class Kind : std::uint8_t { Removed, Inserted, Changed, Moved };

    Kind kind = Kind::Changed;
    int row = 0; ///< where the row is afterwards; of a removed one where it was
    int from = 0; ///< where a moved one was
    RowPointer ticket; ///< what stands there now; null when removed

    bool operator==(const RowStep &) const = default;
};

/// What is seen of the queue: the rows of one view that pass the filter, in order, and how many stand in each view.
/// Follows every changed ticket and the clock by small steps, so that a ticket that changes costs the same among ten
/// thousand as among ten.
class ShownQueue
{
public:
    struct Choice {
        QueueView view = QueueView::ToAssign;
        TicketFilter filter;
        QueueOrder order = QueueOrder::Risk;

        bool operator==(const Choice &) const = default;
    };

    /// What is to be seen; all rows are looked at and sorted anew.
    void choose(const Choice &choice, Instant now);
    const Choice &choice() const { return _choice; }

    using Steps = std::optional<std::vector<RowStep>>; ///< nothing: so many that rows() are better shown anew

    /// Rows that are new or have changed; one that the hall works on no longer (isKept) leaves.
    Steps take(std::span<const RowPointer> rows, Instant now);
    /// What the clock alone has changed by `now`: a ticket becomes overdue.
    Steps advance(Instant now);

    const std::vector<RowPointer> &rows() const { return _rows; }
    /// How many stand in each view, in the filter.
    const std::array<int, queueViews> &counts() const { return _counts; }

private:
    struct Known {
        RowPointer row;
        std::uint16_t views = 0; ///< a bit for each view it stands in; none when the filter keeps it out
        Instant until; ///< from here on the clock may change that
    };

    std::uint16_t viewsOf(const TicketRow &row, Instant now) const;
    bool isShown(std::uint16_t views) const { return (views >> std::size_t(_choice.view) & 1U) != 0; }
    void count(std::uint16_t views, int by);
    void watch(const TicketId &ticket, Known &known, Instant now);
    void sort();
    void put(const RowPointer &row, Instant now, Steps &steps);
    RowStep step(const RowPointer &before, const RowPointer &after);
    std::vector<RowPointer>::iterator placeOf(const TicketRow &row);

    Choice _choice;
    std::unordered_map<TicketId, Known> _known;
    std::set<std::pair<Instant, TicketId>> _moments;
    std::vector<RowPointer> _rows;
    std::array<int, queueViews> _counts {};
};

} // namespace huying
