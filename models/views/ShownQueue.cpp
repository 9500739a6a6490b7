#include "ShownQueue.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::size_t mostSteps = 64; ///< beyond, sorting anew is less work

/// The next moment after `now` at which the clock alone may change in which views the row stands.
Instant nextMoment(const TicketRow &row, Instant now)
{
    Instant next = Instant::max();
    const auto consider = [&](Instant moment) { next = moment > now ? std::min(next, moment) : next; };
    if (row.isOpen() && row.due) {
        consider(*row.due - std::chrono::hours { 1 });
        consider(*row.due + std::chrono::milliseconds { 1 });
    }
    if (!row.isOpen() && row.closedAt) {
        consider(*row.closedAt + keptAfterClosing);
    }
    return next;
}

} // namespace

std::uint16_t ShownQueue::viewsOf(const TicketRow &row, Instant now) const
{
    static_assert(queueViews <= 16);
    if (!passes(row, _choice.filter)) {
        return 0;
    }
    std::uint16_t views = 0;
    for (std::size_t view = 0; view < queueViews; ++view) {
        views |= std::uint16_t((standsIn(row, QueueView(view), now) ? 1U : 0U) << view);
    }
    return views;
}

void ShownQueue::count(std::uint16_t views, int by)
{
    for (std::size_t view = 0; view < queueViews; ++view) {
        _counts[view] += (views >> view & 1U) != 0 ? by : 0;
    }
}

void ShownQueue::watch(const TicketId &ticket, Known &known, Instant now)
{
    _moments.erase({ known.until, ticket });
    known.until = nextMoment(*known.row, now);
    if (known.until != Instant::max()) {
        _moments.emplace(known.until, ticket);
    }
}

void ShownQueue::choose(const Choice &choice, Instant now)
{
    const bool isOtherFilter = choice.filter != _choice.filter;
    _choice = choice;
    if (isOtherFilter) {
        _counts = {};
        for (auto &[id, known] : _known) {
            known.views = viewsOf(*known.row, now);
            count(known.views, 1);
        }
    }
    sort();
}

void ShownQueue::sort()
{
    _rows.clear();
    for (const auto &[id, known] : _known) {
        if (isShown(known.views)) {
            _rows.push_back(known.row);
        }
    }
    std::ranges::sort(_rows, [order = _choice.order](const RowPointer &one, const RowPointer &other) {
        return comesBefore(*one, *other, order);
    });
}

std::vector<RowPointer>::iterator ShownQueue::placeOf(const TicketRow &row)
{
    return std::ranges::lower_bound(
        _rows, row,
        [this](const TicketRow &one, const TicketRow &other) { return comesBefore(one, other, _choice.order); },
        [](const RowPointer &each) -> const TicketRow & { return *each; });
}

/// From `before` to `after`; null is not shown, one of the two is.
RowStep ShownQueue::step(const RowPointer &before, const RowPointer &after)
{
    int from = 0;
    if (before) {
        const auto at = placeOf(*before);
        from = int(at - _rows.begin());
        _rows.erase(at);
    }
    if (!after) {
        return { RowStep::Kind::Removed, from, from, nullptr };
    }
    const auto place = _rows.insert(placeOf(*after), after);
    const int row = int(place - _rows.begin());
    if (!before) {
        return { RowStep::Kind::Inserted, row, row, after };
    }
    return { row == from ? RowStep::Kind::Changed : RowStep::Kind::Moved, row, from, after };
}

/// Without `steps` the rows shown are left to sort().
void ShownQueue::put(const RowPointer &row, Instant now, Steps &steps)
{
    Known &known = _known[row->id];
    const RowPointer before = isShown(known.views) ? known.row : nullptr;
    count(known.views, -1);
    known.row = row;
    known.views = viewsOf(*row, now);
    count(known.views, 1);
    const RowPointer after = isShown(known.views) ? row : nullptr;
    if (steps && before != after) {
        steps->push_back(step(before, after));
    }
    watch(row->id, known, now);
    if (!isKept(*row, now)) {
        _moments.erase({ known.until, row->id });
        _known.erase(row->id);
    }
}

ShownQueue::Steps ShownQueue::take(std::span<const RowPointer> rows, Instant now)
{
    Steps steps = rows.size() > mostSteps ? std::nullopt : Steps(std::in_place);
    if (!steps) {
        _known.reserve(_known.size() + rows.size());
    }
    for (const RowPointer &row : rows) {
        put(row, now, steps);
    }
    if (!steps) {
        sort();
    }
    return steps;
}

ShownQueue::Steps ShownQueue::advance(Instant now)
{
    std::vector<RowPointer> due;
    for (const auto &[moment, ticket] : _moments) {
        if (moment > now) {
            break;
        }
        due.push_back(_known.at(ticket).row);
    }
    return take(due, now);
}

} // namespace huying
