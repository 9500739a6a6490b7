#include "RuleTimeline.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace huying
{

RuleTimeline::RuleTimeline(RuleBook first)
{
    _periods.push_back({ 0, {}, std::move(first), {} });
}

std::expected<RuleTimeline, Failure> RuleTimeline::from(RuleBook first, std::vector<HolidayNotice> notices)
{
    return Calendar::fromNotices(notices).transform([&](Calendar calendar) {
        first.calendar = std::move(calendar);
        RuleTimeline timeline(std::move(first));
        timeline._periods.back().notices = std::move(notices);
        return timeline;
    });
}

std::expected<void, Failure> RuleTimeline::add(Position position, Instant at, const HolidayNotice &notice)
{
    Period next = _periods.back();
    std::erase_if(
        next.notices, [&](const HolidayNotice &known) { return known.documentNumber == notice.documentNumber; });
    next.notices.push_back(notice);
    auto calendar = Calendar::fromNotices(next.notices);
    if (!calendar) {
        return std::unexpected(std::move(calendar).error());
    }
    next.after = position;
    next.since = at;
    next.rules.calendar = std::move(*calendar);
    _periods.push_back(std::move(next));
    return {};
}

void RuleTimeline::forgetAfter(Position position)
{
    while (_periods.back().after > position) {
        _periods.pop_back();
    }
}

const RuleBook &RuleTimeline::at(Position position) const
{
    const auto behind = std::ranges::lower_bound(_periods, position, {}, &Period::after);
    return std::prev(behind)->rules;
}

const RuleBook &RuleTimeline::since(Instant at) const
{
    const auto behind = std::ranges::upper_bound(_periods, at, {}, &Period::since);
    return std::prev(behind)->rules;
}

void RuleTimeline::bringUp(Ticket &ticket, Position from, Position to) const
{
    for (auto period = std::ranges::upper_bound(_periods, from, {}, &Period::after);
        period != _periods.end() && period->after < to; ++period) {
        renotice(ticket, period->since, period->rules);
    }
}

std::optional<std::expected<HolidayNotice, Failure>> noticeIn(const Record &record)
{
    if (!record.subject.starts_with("holiday-notice:")) {
        return std::nullopt;
    }
    return factOf("holiday-notice", record.content, {}).transform([](const CountyFact &fact) {
        return std::get<HolidayNotice>(fact);
    });
}

std::expected<RuleTimeline, Failure> timelineIn(const Database &database, EntryStore &entries, RuleTimeline timeline)
{
    auto statement =
        database.prepare("SELECT position FROM event WHERE kind = 1000 AND subject >= CAST('holiday-notice:' AS BLOB) "
                         "AND subject < CAST('holiday-notice;' AS BLOB) ORDER BY position");
    if (!statement) {
        return std::unexpected(std::move(statement).error());
    }
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        const auto added = entries.after(statement->number(0) - 1, 1).and_then([&](const auto &found) {
            const Entry &entry = found.front();
            return noticeIn(entry.record)->and_then([&](const HolidayNotice &notice) {
                return timeline.add(entry.position, entry.record.at, notice);
            });
        });
        if (!added) {
            return std::unexpected(added.error());
        }
    }
    return more.transform([&](bool) { return std::move(timeline); });
}

std::expected<std::vector<Ticket>, Failure> ticketsFrom(std::vector<Entry> entries, const RuleTimeline &timeline)
{
    std::vector<Ticket> tickets;
    std::ranges::sort(entries, {},
        [](const Entry &entry) { return std::pair(std::string_view(entry.record.subject), entry.position); });
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last = std::find_if(
            first, entries.end(), [&](const Entry &entry) { return entry.record.subject != first->record.subject; });
        auto ticket = foldedFrom(std::span(first, last), timeline);
        if (!ticket) {
            return std::unexpected(std::move(ticket.error()));
        }
        tickets.push_back(std::move(*ticket));
        first = last;
    }
    return tickets;
}

Failure notKnown(const Entry &entry)
{
    return { FailureKind::Newer,
        QCoreApplication::translate("Folding",
            "The log holds what this version of the program does not know (position %1). Bring the program up to date.")
            .arg(entry.position) };
}

namespace
{

/// Of an entry that was stored: by a newer program, or spoilt since.
Failure unreadable(const Entry &entry)
{
    const std::string &content = entry.record.content;
    const bool isText = ticketOf(entry.record).has_value()
        && QJsonDocument::fromJson(QByteArray(content.data(), qsizetype(content.size()))).isObject();
    return isText ? notKnown(entry)
                  : Failure { FailureKind::Damaged, QStringLiteral("entry %1 cannot be read").arg(entry.position) };
}

} // namespace

std::expected<Ticket, Failure> foldedFrom(std::span<const Entry> trail, const RuleTimeline &timeline)
{
    Ticket ticket;
    ticket.trail.reserve(trail.size());
    Position at = 0;
    for (const Entry &entry : trail) {
        const auto event = eventOf(entry.record);
        const TicketEvent *const ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (ofTicket == nullptr) {
            return std::unexpected(unreadable(entry));
        }
        if (ticket.version > 0) {
            timeline.bringUp(ticket, at, entry.position);
        }
        fold(ticket, *ofTicket, timeline.at(entry.position));
        at = entry.position;
    }
    if (ticket.version > 0) {
        timeline.bringUp(ticket, at, std::numeric_limits<Position>::max());
    }
    return ticket;
}

} // namespace huying
