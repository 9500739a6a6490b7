#include "World.h"

#include <algorithm>
#include <set>

namespace huying::testing
{

using std::chrono::milliseconds;

Page FakeLedger::after(Position position, std::size_t limit) const
{
    Page page;
    page.head = Position(_entries.size());
    for (std::size_t i = std::size_t(position); i < _entries.size() && page.entries.size() < limit; ++i) {
        page.entries.push_back(_entries[i]);
    }
    return page;
}

std::vector<Outcome> FakeLedger::append(const std::vector<Proposal> &proposals)
{
    std::vector<Outcome> outcomes;
    for (const Proposal &each : proposals) {
        Outcome outcome;
        for (const Record &record : each.records) {
            if (record.kind == "refused") {
                outcome.refused = Failure { FailureKind::Refused, QStringLiteral("no") };
                break;
            }
            const auto [known, isNew] = _known.try_emplace(record.id, Position(_entries.size()) + 1);
            if (isNew) {
                _entries.push_back({ .position = known->second, .received = {}, .record = record, .chain = {} });
            }
            outcome.positions.push_back(known->second);
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

std::expected<Position, Failure> FakeJournal::position() const
{
    return entries.empty() ? 0 : entries.back().position;
}

std::expected<std::vector<TicketId>, Failure> FakeJournal::missingFor(const Page &page) const
{
    std::vector<TicketId> missing;
    for (const Entry &entry : page.entries) {
        if (entry.position % 7 == 0) {
            missing.push_back(entry.record.id);
        }
    }
    return missing;
}

std::expected<void, Failure> FakeJournal::store(const Page &page, std::span<const Entry>)
{
    if (isFull) {
        return failure(FailureKind::Full, QStringLiteral("no room left"));
    }
    for (const Entry &entry : page.entries) {
        if (entry.position > position().value()) {
            entries.push_back(entry);
        }
    }
    return {};
}

std::expected<std::vector<Proposal>, Failure> FakeOutbox::unanswered(int limit) const
{
    const auto count = std::min<std::size_t>(waiting.size(), std::size_t(limit));
    return std::vector<Proposal>(waiting.begin(), waiting.begin() + std::ptrdiff_t(count));
}

std::expected<void, Failure> FakeOutbox::answered(
    std::span<const Proposal> proposals, std::span<const Outcome> outcomes)
{
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        std::erase(waiting, proposals[i]);
        (outcomes[i].isAccepted() ? accepted : refused).push_back(proposals[i].records.front().id);
    }
    return {};
}

Proposal proposal(int number, const std::string &kind)
{
    Record record;
    record.id = uuid7(Instant { milliseconds { number } }, {});
    record.subject = "ticket:" + toText(record.id);
    record.kind = kind;
    return { { record } };
}

/// What survives a kill is journal and outbox; the session is begun anew.
struct World::Desk {
    FakeJournal journal;
    FakeOutbox outbox;
    std::unique_ptr<Session> session;
    std::uint64_t line = 0; ///< answers of an earlier line are lost
    std::optional<Position> liveAfter; ///< the live feed has sent up to here
};

World::World(std::uint64_t seed, int desks) : _random(seed), _now(std::chrono::hours { 24 * 365 * 50 })
{
    for (int i = 0; i < desks; ++i) {
        _desks.push_back(std::make_unique<Desk>());
        restart(*_desks.back());
    }
}

World::~World() = default;

bool World::chance(int percent)
{
    return _isFaulty && int(_random() % 100) < percent;
}

milliseconds World::delay()
{
    return milliseconds { 1 + _random() % (_isFaulty ? 400 : 20) };
}

void World::later(milliseconds after, std::function<void()> happens)
{
    _agenda.emplace(std::pair(_now + after, ++_order), std::move(happens));
}

void World::runUntil(Instant end)
{
    while (!_agenda.empty() && _agenda.begin()->first.first <= end) {
        auto next = _agenda.extract(_agenda.begin());
        _now = next.key().first;
        next.mapped()();
    }
    _now = end;
}

void World::restart(Desk &desk)
{
    ++desk.line;
    desk.liveAfter.reset();
    desk.session = std::make_unique<Session>(desk.journal, desk.outbox, _random());
    carryOut(desk, desk.session->start(_now));
}

void World::carryOut(Desk &desk, const std::vector<Wish> &wishes)
{
    for (const Wish &wish : wishes) {
        carryOut(desk, wish);
    }
}

/// An answer travels; it may be cut, and it may come twice.
void World::answer(Desk &desk, const std::function<std::vector<Wish>()> &arrives)
{
    const auto deliver = [this, &desk, line = desk.line, arrives] {
        if (line == desk.line) {
            carryOut(desk, arrives());
        }
    };
    if (chance(8)) {
        later(delay(), [this, &desk, line = desk.line] {
            if (line == desk.line) {
                cut(desk);
            }
        });
        return;
    }
    later(delay(), deliver);
}

void World::cut(Desk &desk)
{
    ++desk.line;
    desk.liveAfter.reset();
    carryOut(desk, desk.session->lost({ FailureKind::Unreachable, QStringLiteral("cut") }, _now));
}

void World::push(Desk &desk)
{
    if (!desk.liveAfter) {
        return;
    }
    const Page page = _ledger.after(*desk.liveAfter, 3);
    if (!page.entries.empty()) {
        desk.liveAfter = page.entries.back().position;
    }
    if (!chance(5)) {
        carryOut(desk, desk.session->liveArrived(page, _now, _now));
    }
    if (chance(5)) {
        carryOut(desk, desk.session->liveArrived(page, _now, _now));
    }
    later(milliseconds { 50 }, [this, &desk, line = desk.line] {
        if (line == desk.line) {
            push(desk);
        }
    });
}

void World::carryOut(Desk &desk, const Wish &wish)
{
    Session &session = *desk.session;
    if (std::holds_alternative<AskGreeting>(wish)) {
        answer(desk, [this, &session, asked = _now] {
            const Position head = _ledger.after(0, 0).head;
            return session.greeted(
                { .protocol = 1, .county = "130529", .name = {}, .head = head, .now = _now }, asked, _now);
        });
    } else if (const auto *page = std::get_if<AskPage>(&wish)) {
        answer(
            desk, [this, &session, after = page->after] { return session.pageArrived(_ledger.after(after, 5), _now); });
    } else if (std::holds_alternative<AskTrails>(wish)) {
        answer(desk, [this, &session] { return session.trailsArrived({}, _now); });
    } else if (const auto *live = std::get_if<OpenLive>(&wish)) {
        desk.liveAfter = live->after;
        later(delay(), [this, &desk, line = desk.line] {
            if (line == desk.line) {
                push(desk);
            }
        });
    } else if (const auto *propose = std::get_if<Propose>(&wish)) {
        // The ledger may have taken it although the answer never comes.
        if (chance(10)) {
            return later(delay(), [this, &desk, line = desk.line] {
                if (line == desk.line) {
                    cut(desk);
                }
            });
        }
        answer(desk, [this, &session, outcomes = _ledger.append(propose->proposals)] {
            return session.answersArrived(outcomes, _now);
        });
    } else if (std::holds_alternative<Hangup>(wish)) {
        ++desk.line;
        desk.liveAfter.reset();
    } else if (const auto *retry = std::get_if<RetryAt>(&wish)) {
        later(retry->at - _now, [this, &desk, &session] {
            if (desk.session.get() == &session) {
                carryOut(desk, session.retryDue(_now));
            }
        });
    }
}

void World::act(Desk &desk)
{
    ++_proposed;
    desk.outbox.waiting.push_back(proposal(_proposed, chance(10) ? "refused" : "noted"));
    carryOut(desk, desk.session->outboxGrew(_now));
}

void World::live(milliseconds span)
{
    const Instant end = _now + span;
    while (_now < end) {
        Desk &desk = *_desks[_random() % _desks.size()];
        const auto what = _random() % 20;
        desk.journal.isFull = what == 3 && !desk.journal.isFull;
        if (what == 0) {
            restart(desk);
        } else if (what == 1) {
            cut(desk);
        } else {
            act(desk);
        }
        runUntil(_now + milliseconds { _random() % 300 });
    }
}

void World::settle(milliseconds span)
{
    _isFaulty = false;
    for (const auto &desk : _desks) {
        desk->journal.isFull = false;
    }
    runUntil(_now + span);
}

std::string World::wrong() const
{
    std::set<EventId> told;
    for (const auto &desk : _desks) {
        if (desk->journal.entries != _ledger.entries()) {
            return "a desk has " + std::to_string(desk->journal.entries.size()) + " entries, the ledger "
                + std::to_string(_ledger.entries().size());
        }
        if (!desk->outbox.waiting.empty()) {
            return "an outbox still holds " + std::to_string(desk->outbox.waiting.size());
        }
        told.insert(desk->outbox.accepted.begin(), desk->outbox.accepted.end());
        told.insert(desk->outbox.refused.begin(), desk->outbox.refused.end());
    }
    std::set<EventId> ledgered;
    for (const Entry &entry : _ledger.entries()) {
        if (!ledgered.insert(entry.record.id).second) {
            return "an event is in the ledger twice";
        }
    }
    if (!std::ranges::includes(told, ledgered) || told.size() != std::size_t(_proposed)) {
        return "an action was neither accepted nor refused";
    }
    return {};
}

} // namespace huying::testing
