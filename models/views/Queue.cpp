#include "Queue.h"

#include <rules/Deadlines.h>

#include <algorithm>
#include <tuple>

namespace huying
{

namespace
{

constexpr std::size_t oneIn = 20;

bool isRunning(const TicketRow &row)
{
    return row.isOpen() && row.due && !row.isOnAccount && !row.milestoneMetAt;
}

bool isToCallBack(const TicketRow &row, Instant now)
{
    return row.step == Step::Closed && row.closedAt && *row.closedAt > now - keptAfterClosing && !row.isCalledBack
        && !row.isJoined && std::hash<Uuid>()(row.id) % oneIn == 0;
}

/// Earlier due is more at risk; a clock that does not run is least.
Instant riskOf(const TicketRow &row)
{
    return isRunning(row) ? *row.due : Instant::max();
}

} // namespace

bool comesBefore(const TicketRow &one, const TicketRow &other, QueueOrder order)
{
    const auto by = [&](const auto &a, const auto &b) { return std::tie(a, one.id) < std::tie(b, other.id); };
    switch (order) {
    case QueueOrder::Risk:
        return by(riskOf(one), riskOf(other));
    case QueueOrder::Newest:
        return by(other.reportedAt, one.reportedAt);
    case QueueOrder::Number:
        return by(one.number, other.number);
    case QueueOrder::Category:
        return by(one.category, other.category);
    case QueueOrder::Place:
        return by(one.region, other.region);
    case QueueOrder::Lead:
        return by(one.lead, other.lead);
    case QueueOrder::Step:
        return by(one.step, other.step);
    case QueueOrder::Channel:
        return by(one.channel, other.channel);
    }
    return false;
}

bool isKept(const TicketRow &row, Instant now)
{
    return row.isOpen() || (row.closedAt && *row.closedAt > now - keptAfterClosing);
}

bool standsIn(const TicketRow &row, QueueView view, Instant now)
{
    if (view == QueueView::ToCallBack) {
        return isToCallBack(row, now);
    }
    if (!row.isOpen()) {
        return false;
    }
    switch (view) {
    case QueueView::ToAssign:
        return row.step == Step::Accepted && !row.isJoined && !row.isDisputed && !row.isOnAccount;
    case QueueView::New:
        return row.step == Step::Reported && !row.isJoined;
    case QueueView::DueWithinHour:
        return isRunning(row) && *row.due >= now && *row.due - now <= std::chrono::hours { 1 };
    case QueueView::Overdue:
        return lampOf(row, now) == Lamp::Overdue;
    case QueueView::Disputed:
        return row.isDisputed;
    case QueueView::ExtensionAsked:
        return row.isExtensionAsked;
    case QueueView::OnAccount:
        return row.isOnAccount;
    case QueueView::FollowUp:
        return row.isFollowedUp;
    case QueueView::AllOpen:
    case QueueView::ToCallBack:
        break;
    }
    return true;
}

void Queue::take(const std::vector<RowPointer> &rows, Instant now)
{
    if (_rows.empty()) {
        _rows.reserve(rows.size());
    }
    for (const RowPointer &row : rows) {
        if (isKept(*row, now)) {
            _rows.insert_or_assign(row->id, row);
        } else {
            _rows.erase(row->id);
        }
    }
}

std::vector<RowPointer> Queue::rows(QueueView view, const TicketFilter &filter, QueueOrder order, Instant now) const
{
    std::vector<RowPointer> found;
    for (const auto &[id, row] : _rows) {
        if (standsIn(*row, view, now) && passes(*row, filter)) {
            found.push_back(row);
        }
    }
    std::ranges::sort(found, [order](const RowPointer &a, const RowPointer &b) { return comesBefore(*a, *b, order); });
    return found;
}

std::array<int, queueViews> Queue::counts(const TicketFilter &filter, Instant now) const
{
    std::array<int, queueViews> counts {};
    for (const auto &[id, row] : _rows) {
        if (!passes(*row, filter)) {
            continue;
        }
        for (std::size_t view = 0; view < queueViews; ++view) {
            counts[view] += standsIn(*row, QueueView(view), now) ? 1 : 0;
        }
    }
    return counts;
}

RowPointer Queue::find(const TicketId &ticket) const
{
    const auto at = _rows.find(ticket);
    return at == _rows.end() ? nullptr : at->second;
}

} // namespace huying
