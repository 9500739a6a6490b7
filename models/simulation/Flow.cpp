#include "Flow.h"

#include <algorithm>

namespace huying
{

using namespace std::chrono;

namespace
{

constexpr std::size_t recentReports = 400;
constexpr days longestAgo { 8 };
constexpr std::uint32_t repeats = 430; ///< of 10,000 reports

std::uint64_t lowOf(const Uuid &uuid)
{
    std::uint64_t low = 0;
    for (std::size_t i = 8; i < 16; ++i) {
        low = low << 8 | uuid.bytes[i];
    }
    return low;
}

} // namespace

Flow::Flow(const Stage &stage, RuleBook rules, std::uint64_t seed, const Half &troubled)
    : _stage(stage), _rules(std::move(rules)), _seed(seed), _intake(stage, troubled), _course(stage, seed)
{
}

void Flow::expect(Instant at, const Draft &draft, std::uint64_t serial)
{
    const std::uint32_t index = newSlot();
    _slots[index].draft = draft;
    _slots[index].serial = serial;
    schedule(index, at);
}

void Flow::adopt(const Ticket &ticket, Instant now)
{
    const std::uint32_t index = newSlot();
    _slots[index].ticket = ticket;
    _slotOf.insert_or_assign(ticket.id, index);
    plan(index, now);
}

void Flow::heard(const TicketEvent &event, Instant now)
{
    const auto found = _slotOf.find(event.ticket);
    if (found == _slotOf.end()) {
        if (std::holds_alternative<Reported>(event.content)) {
            adopt(folded(std::span(&event, 1), _rules), now);
        }
        return;
    }
    Ticket &ticket = _slots[found->second].ticket;
    if (std::ranges::contains(ticket.trail, event.id, &TicketEvent::id)) {
        return;
    }
    fold(ticket, event, _rules);
    if (!ticket.isOpen()) {
        planChildren(ticket, now);
    }
    plan(found->second, now);
}

void Flow::forget(const TicketId &ticket)
{
    if (const auto found = _slotOf.find(ticket); found != _slotOf.end()) {
        release(found->second);
    }
}

void Flow::end()
{
    for (std::uint32_t index = 0; index < _slots.size(); ++index) {
        if (_slots[index].ticket.version > 0) {
            release(index);
        }
    }
}

void Flow::learn(Calendar calendar, Instant now)
{
    _rules.calendar = std::move(calendar);
    for (std::uint32_t index = 0; index < _slots.size(); ++index) {
        if (_slots[index].ticket.version > 0 && renotice(_slots[index].ticket, now, _rules)) {
            plan(index, now);
        }
    }
}

std::optional<Instant> Flow::nextAt()
{
    while (!_due.empty() && _slots[_due.top().slot].generation != _due.top().generation) {
        _due.pop();
    }
    return _due.empty() ? std::nullopt : std::optional(_due.top().at);
}

std::expected<void, Failure> Flow::happen(std::optional<Instant> stamp, Numbers &numbers, const TakeEvent &take)
{
    if (!nextAt()) {
        return {};
    }
    const auto [at, order, index, generation] = _due.top();
    _due.pop();
    Slot &slot = _slots[index];
    ++slot.generation;
    if (slot.draft) {
        return report(index, at, stamp, numbers, take);
    }
    Move move = std::move(*slot.move);
    slot.move.reset();
    const Joined *joined = std::get_if<Joined>(&move.content);
    if (const Ticket *kin = joined ? kinOf(slot) : nullptr; joined && !(kin && checkJoin(slot.ticket, *kin))) {
        slot.kin.reset(); // it was closed meanwhile: the report goes its own way
        plan(index, at);
        return {};
    }
    auto written = write(slot, move.at, move.author, std::move(move.content), stamp, take);
    if (!written) {
        return written;
    }
    const TicketEvent event = slot.ticket.trail.back();
    if (auto told = tellKin(event, stamp, take); !told) {
        return told;
    }
    if (!slot.ticket.isOpen()) {
        planChildren(slot.ticket, at);
    }
    plan(index, at);
    return {};
}

std::uint32_t Flow::newSlot()
{
    if (_free.empty()) {
        _slots.emplace_back();
        return static_cast<std::uint32_t>(_slots.size() - 1);
    }
    const std::uint32_t index = _free.back();
    _free.pop_back();
    return index;
}

void Flow::release(std::uint32_t index)
{
    Slot &slot = _slots[index];
    if (slot.ticket.version > 0) {
        if (_tellEnded) {
            _tellEnded(slot.ticket);
        }
        _slotOf.erase(slot.ticket.id);
    }
    const std::uint32_t generation = slot.generation + 1;
    slot = {};
    slot.generation = generation;
    _free.push_back(index);
}

void Flow::schedule(std::uint32_t index, Instant at)
{
    ++_slots[index].generation;
    _due.push({ at, _order++, index, _slots[index].generation });
}

/// Looks for the next move of a ticket. Who waits for another, or for a notice, is kept; who has come to an end is not.
void Flow::plan(std::uint32_t index, Instant notBefore)
{
    Slot &slot = _slots[index];
    slot.move = _course.next(slot.ticket, kinOf(slot));
    if (slot.move) {
        slot.move->at = std::max(slot.move->at, notBefore);
    }
    if (slot.move && slot.move->at < _end) {
        schedule(index, slot.move->at);
        return;
    }
    ++slot.generation;
    slot.move.reset();
    const bool isKin = slot.ticket.parent || !slot.ticket.children.empty();
    const bool isProvisional = slot.ticket.deadline && slot.ticket.deadline->isProvisional;
    const bool waits = slot.ticket.isOpen() && (isKin || isProvisional || _end == Instant::max());
    if (!waits) {
        release(index);
    }
}

const Ticket *Flow::find(const std::optional<TicketId> &id) const
{
    const auto found = id ? _slotOf.find(*id) : _slotOf.end();
    return found == _slotOf.end() ? nullptr : &_slots[found->second].ticket;
}

const Ticket *Flow::kinOf(const Slot &slot) const
{
    return find(slot.ticket.parent ? slot.ticket.parent : slot.kin);
}

/// A ticket that is being reported once more, if this report is to be a repeat.
const Ticket *Flow::repeated(Instant at, Random &random) const
{
    if (_recent.empty() || !random.chance(repeats)) {
        return nullptr;
    }
    const Ticket *ticket = find(random.pick(_recent));
    const bool isLikely = ticket && ticket->isOpen() && !ticket->parent && at - ticket->reportedAt < longestAgo
        && ticket->voidReason == std::nullopt && _stage.places().spotOf(ticket->place.region)
        && _stage.matterOf(ticket->category);
    return isLikely ? ticket : nullptr;
}

std::expected<void, Failure> Flow::report(
    std::uint32_t index, Instant at, std::optional<Instant> stamp, Numbers &numbers, const TakeEvent &take)
{
    Slot &slot = _slots[index];
    Random random(_seed, { 31, slot.serial });
    Draft draft = *slot.draft;
    const Ticket *near = repeated(at, random);
    if (near) {
        slot.kin = near->id;
        draft = { _stage.places().spotOf(near->place.region), _stage.matterOf(near->category), draft.channel };
    }
    Reported reported = _intake.worded(draft, at, random, near);
    const Author author = _intake.author(draft, random);
    slot.ticket.id = uuid7(stamp.value_or(at), random.bytes<10>());
    slot.draft.reset();
    reported.number = numbers.next(dayOf(stamp.value_or(at)), author.desk.empty() ? _stage.letterBox() : author.desk);
    auto written = write(slot, at, author, std::move(reported), stamp, take);
    if (!written) {
        return written;
    }
    _slotOf.insert_or_assign(slot.ticket.id, index);
    if (_recent.size() < recentReports) {
        _recent.push_back(slot.ticket.id);
    } else {
        _recent[_nextRecent++ % recentReports] = slot.ticket.id;
    }
    plan(index, at);
    return {};
}

/// Checks, folds and hands on what happens to the ticket of `slot`.
std::expected<void, Failure> Flow::write(Slot &slot, Instant at, const Author &author, TicketContent content,
    std::optional<Instant> stamp, const TakeEvent &take)
{
    TicketEvent event;
    const bool isReport = std::holds_alternative<Reported>(content);
    event.ticket = slot.ticket.id;
    event.id = isReport
        ? slot.ticket.id
        : uuid7(stamp.value_or(at), Random(_seed, { 30, lowOf(slot.ticket.id), slot.ticket.version }).bytes<10>());
    event.decidedOn = slot.ticket.version;
    event.author = author;
    event.at = at;
    event.content = std::move(content);
    if (auto allowed = apply(slot.ticket, event, _rules); !allowed) {
        return failure(allowed.error().kind,
            QStringLiteral("%1 (%2): %3")
                .arg(QString::fromStdString(slot.ticket.number), QString::fromStdString(std::string(kindOf(event))),
                    allowed.error().text));
    }
    return take(event, slot.ticket);
}

/// Joining and separating happen to two tickets at once.
std::expected<void, Failure> Flow::tellKin(
    const TicketEvent &event, std::optional<Instant> stamp, const TakeEvent &take)
{
    const Joined *joined = std::get_if<Joined>(&event.content);
    const Separated *separated = std::get_if<Separated>(&event.content);
    if (!joined && !separated) {
        return {};
    }
    const auto found = _slotOf.find(joined ? joined->parent : separated->parent);
    if (found == _slotOf.end()) {
        return {};
    }
    TicketContent content;
    if (joined) {
        content = DuplicateAdded { event.ticket };
    } else {
        content = DuplicateRemoved { event.ticket };
    }
    auto written = write(_slots[found->second], event.at, event.author, std::move(content), stamp, take);
    if (written) {
        plan(found->second, event.at);
    }
    return written;
}

/// What is joined to a ticket that has ended is told.
void Flow::planChildren(const Ticket &parent, Instant notBefore)
{
    for (const TicketId &child : parent.children) {
        if (const auto found = _slotOf.find(child); found != _slotOf.end()) {
            plan(found->second, notBefore);
        }
    }
}

std::array<std::uint8_t, 16> saltOf(std::uint64_t seed, const EventId &event)
{
    return Random(seed, { 33, lowOf(event) }).bytes<16>();
}

} // namespace huying
