#include "Refolding.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

Refolding::Refolding(const LedgerSettings &settings, Checking checking, Versions versions, Finish finish)
    : _timeline(settings.rules()), _checking(checking), _versions(std::move(versions)), _finish(std::move(finish))
{
}

std::expected<void, Failure> Refolding::take(const Entry &entry)
{
    if (const auto notice = noticeIn(entry.record)) {
        return notice->and_then([&](const HolidayNotice &read) { return takeNotice(entry, read); });
    }
    if (!ticketOf(entry.record)) {
        return {};
    }
    return eventOf(entry.record).and_then([&](const AnyEvent &event) {
        return takeEvent(std::get<TicketEvent>(event));
    });
}

std::expected<void, Failure> Refolding::takeNotice(const Entry &entry, const HolidayNotice &notice)
{
    return _timeline.add(entry.position, entry.record.at, notice).transform([&] {
        for (auto &[id, folded] : _folded) {
            if (folded.row.isProvisional) {
                renotice(folded.ticket, entry.record.at, _timeline.now());
                folded.row = rowOf(folded.ticket, _timeline.now());
            }
        }
    });
}

std::expected<void, Failure> Refolding::takeEvent(const TicketEvent &event)
{
    Folded &folded = _folded[event.ticket];
    if (_checking == Checking::ByTheRules) {
        if (const auto allowed = apply(folded.ticket, event, _timeline.now()); !allowed) {
            return allowed;
        }
    } else {
        fold(folded.ticket, event, _timeline.now());
    }
    // a row is only needed where it is handed over, or where a notice may still change it
    const bool isLast = folded.ticket.version == _versions(event.ticket);
    const bool isProvisional = folded.ticket.deadline && folded.ticket.deadline->isProvisional;
    if (!isLast && !isProvisional) {
        folded.row.isProvisional = false;
        return {};
    }
    folded.row = rowOf(folded.ticket, _timeline.now());
    if (!isLast || folded.row.isProvisional) {
        return {};
    }
    const auto finished = _finish(folded.ticket, folded.row);
    _folded.erase(event.ticket);
    return finished;
}

std::expected<void, Failure> Refolding::conclude()
{
    std::vector<const Folded *> left;
    for (auto &[id, folded] : _folded) {
        if (folded.row.version != folded.ticket.version) { // else it is as its last event or a notice left it
            folded.row = rowOf(folded.ticket, _timeline.now());
        }
        left.push_back(&folded);
    }
    std::ranges::sort(left, {}, [](const Folded *folded) { return folded->ticket.id; });
    std::expected<void, Failure> finished;
    for (const Folded *const folded : left) {
        finished = finished ? _finish(folded->ticket, folded->row) : finished;
    }
    return finished;
}

} // namespace huying
