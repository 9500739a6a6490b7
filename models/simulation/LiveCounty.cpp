#include "LiveCounty.h"

#include <algorithm>
#include <cmath>

namespace huying
{

using namespace std::chrono;

namespace
{

constexpr minutes dayBegins = hours { 8 };
constexpr minutes dayEnds = hours { 17 } + minutes { 30 };
constexpr milliseconds meanGap { 76'000 }; ///< between two reports, of its own time: 450 a day
constexpr std::array<std::int64_t, 7> gaps { 2'000, 18'000, 40'000, 64'000, 95'000, 140'000, 196'000 };

/// Days in the content of a move at `planned` are as far from `now` as they were from that.
TicketContent redated(TicketContent content, Instant planned, Instant now)
{
    const days shift = dayOf(now) - dayOf(planned);
    if (PutOnAccount *account = std::get_if<PutOnAccount>(&content)) {
        account->reviewOn += shift;
    } else if (Conferred *conferred = std::get_if<Conferred>(&content)) {
        conferred->on += shift;
    } else if (ExtensionAsked *asked = std::get_if<ExtensionAsked>(&content); asked && asked->wanted.until) {
        *asked->wanted.until += shift;
    }
    return content;
}

} // namespace

LiveCounty::LiveCounty(LiveStart start, const Calendar &calendar)
    : _start(std::move(start))
    , _rules { calendar, {}, minutes { 10 } }
    , _stage(_start.seed, _start.border, calendar, dayOf(_start.from) - days { 40 }, dayOf(_start.from) + days { 800 },
          firstDesk)
    , _flow(_stage, _rules, _start.seed, troubledHalf({ 0, dayOf(_start.from), dayOf(_start.from), 0 }))
    , _numbers(_start.lastSerial)
    , _time(_start.from)
    , _lastOffer(_start.from)
{
    std::ranges::sort(_start.open, {}, &Ticket::id);
    for (Ticket &ticket : _start.open) {
        // What should have happened already is spread over the first hours.
        Random random = chancesOf(_start.seed, ticket.id, ticket.version);
        _flow.adopt(ticket, _start.from + milliseconds { random.below(10 * 3'600'000) });
        _real.emplace(ticket.id, std::move(ticket));
    }
    _start.open.clear();
    expectReport(_time);
}

milliseconds LiveCounty::wait()
{
    const Instant at = _flow.nextAt().value_or(_time);
    const double pace = 60'000.0 / std::max(_start.ticketsPerMinute, 0.001) / static_cast<double>(meanGap.count());
    return milliseconds { std::llround(static_cast<double>(openTime(_lastOffer, at).count()) * pace) };
}

std::vector<TicketEvent> LiveCounty::next(Instant now)
{
    std::vector<TicketEvent> offered;
    const auto at = _flow.nextAt();
    if (!at) {
        return offered;
    }
    _time = std::max(_time, *at);
    _lastOffer = _time;
    bool isWhole = true;
    bool isReport = false;
    const auto happened = _flow.happen(now, _numbers, [&](const TicketEvent &event, const Ticket &) {
        isReport |= std::holds_alternative<Reported>(event.content);
        if (auto made = isWhole ? real(event, now) : std::nullopt) {
            offered.push_back(std::move(*made));
        } else {
            isWhole = false;
        }
        return std::expected<void, Failure>();
    });
    if (isReport) {
        expectReport(_time);
    }
    if (!happened || !isWhole) {
        offered.clear();
    }
    for (const TicketEvent &event : offered) {
        const auto found = _real.find(event.ticket);
        Ticket &ticket = found != _real.end() ? found->second : _real[event.ticket];
        fold(ticket, event, _rules);
        _offered.insert(event.id);
        if (!_flow.keeps(event.ticket)) {
            _real.erase(event.ticket);
        }
    }
    return offered;
}

void LiveCounty::heard(const TicketEvent &event)
{
    if (_offered.erase(event.id) > 0) {
        return;
    }
    Ticket &ticket = _real[event.ticket];
    const bool isKnown = std::ranges::contains(ticket.trail, event.id, &TicketEvent::id);
    if (!isKnown && (ticket.version > 0 || std::holds_alternative<Reported>(event.content))) {
        fold(ticket, event, _rules);
        TicketEvent here = event;
        here.at = _time;
        _flow.heard(here, _time);
    }
    if (!_flow.keeps(event.ticket)) {
        _real.erase(event.ticket);
    }
}

void LiveCounty::refused(const TicketId &ticket)
{
    _flow.forget(ticket);
    _real.erase(ticket);
}

void LiveCounty::expectReport(Instant after)
{
    Random random(_start.seed, { 40, static_cast<std::uint64_t>(_start.from.time_since_epoch().count()), _reports });
    Instant at = after + milliseconds { drawn(random, gaps) };
    Day day = dayOf(at);
    if (at > startOf(day) + dayEnds) {
        day += days { 1 };
    }
    while (!_stage.hours().isWorkingDay(day)) {
        day += days { 1 };
    }
    at = std::max(at, startOf(day) + dayBegins);
    _flow.expect(at, _flow.drafted(day, random), random.next() ^ _reports);
    ++_reports;
}

/// `event` as the log can have it: of `now`, decided on the ticket as it is there.
std::optional<TicketEvent> LiveCounty::real(const TicketEvent &event, Instant now)
{
    TicketEvent made = event;
    made.at = now;
    made.content = redated(event.content, event.at, now);
    const auto found = _real.find(event.ticket);
    static const Ticket unreported;
    const Ticket &ticket = found == _real.end() ? unreported : found->second;
    made.decidedOn = ticket.version;
    return check(ticket, made, _rules) ? std::optional(std::move(made)) : std::nullopt;
}

/// How much of the hall's days lies between two moments.
milliseconds LiveCounty::openTime(Instant from, Instant to) const
{
    milliseconds open {};
    for (Day day = dayOf(from); day <= dayOf(to); day += days { 1 }) {
        if (_stage.hours().isWorkingDay(day)) {
            const Instant begin = std::max(from, startOf(day) + dayBegins);
            const Instant end = std::min(to, startOf(day) + dayEnds);
            open += std::max(milliseconds {}, milliseconds { end - begin });
        }
    }
    return open;
}

} // namespace huying
