#pragma once

#include <domain/TicketFilter.h>
#include <domain/TicketRow.h>

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

namespace huying
{

/// One page of the archive, newest first: what to ask for next.
struct ArchiveAsk {
    TicketFilter filter;
    std::optional<TicketRow> after; ///< the last row known; nothing for the first page

    bool operator==(const ArchiveAsk &) const = default;
};

/// The standing views of the queue, in the order of the left pane.
enum class QueueView : std::uint8_t {
    ToAssign,
    New,
    DueWithinHour,
    Overdue,
    Disputed,
    ExtensionAsked,
    OnAccount,
    FollowUp,
    ToCallBack,
    AllOpen,
};
inline constexpr std::size_t queueViews = 10;

enum class QueueOrder : std::uint8_t { Risk, Newest, Number, Category, Place, Lead, Step, Channel };

/// Whether `row` stands in `view` at `now`. To be called back is one in twenty of those closed in the last seven days,
/// drawn by the ticket's id, so that every desk sees the same.
bool standsIn(const TicketRow &row, QueueView view, Instant now);

/// How long a closed ticket stays in the queue.
inline constexpr std::chrono::days keptAfterClosing { 7 };
/// Whether the hall works on it: open, or closed in the last seven days.
bool isKept(const TicketRow &row, Instant now);
/// Whether `one` stands above `other`; ties by id, so that nothing jumps.
bool comesBefore(const TicketRow &one, const TicketRow &other, QueueOrder order);

/// The rows the hall works on, in memory: all open ones and those closed in the last seven days.
class Queue
{
public:
    /// Sets rows anew; one that is closed for longer than seven days leaves.
    void take(const std::vector<RowPointer> &rows, Instant now);

    void remove(const TicketId &ticket) { _rows.erase(ticket); }
    void removeAll() { _rows.clear(); }

    /// The rows of `view` that pass `filter`, in `order`; ties by id, so that nothing jumps.
    std::vector<RowPointer> rows(QueueView view, const TicketFilter &filter, QueueOrder order, Instant now) const;

    /// How many open rows stand in each view, in the filter.
    std::array<int, queueViews> counts(const TicketFilter &filter, Instant now) const;

    RowPointer find(const TicketId &ticket) const;
    std::size_t size() const { return _rows.size(); }
    const std::unordered_map<TicketId, RowPointer> &all() const { return _rows; }

private:
    std::unordered_map<TicketId, RowPointer> _rows;
};

} // namespace huying
