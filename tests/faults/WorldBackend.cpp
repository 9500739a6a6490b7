#include "WorldBackend.h"

#include <accounts/Rights.h>

#include <ledger/Snapshot.h>
#include <sync/Wire.h>

namespace huying::testing
{

using std::chrono::milliseconds;

namespace
{

constexpr milliseconds pulseTime { 2000 };
constexpr int entriesInAFrame = 512;

} // namespace

class WorldBackend::Log : public ServedLog
{
public:
    explicit Log(LedgerReader &reader) : _reader(reader) {}
    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience) override
    {
        return _reader.entriesAfter(position, limit, audience);
    }
    std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) override
    {
        return _reader.trailsOf(tickets, audience);
    }
    std::expected<bool, Failure> isSeen(const TicketId &ticket, const Audience &audience) override
    {
        return _reader.isSeen(ticket, audience);
    }
    std::expected<PackedSnapshot, Failure> snapshot(const Audience &, SnapshotOf, const std::string &) override
    {
        return failure(FailureKind::NotFound, QStringLiteral("the world keeps snapshots itself"));
    }

private:
    LedgerReader &_reader;
};

class WorldBackend::Writer : public ServedLedger
{
public:
    explicit Writer(WorldBackend &backend) : _backend(backend) {}
    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) override
    {
        return _backend._ledger->append(proposals, _backend._world.backendNow(),
            [by](std::size_t index, const AnyEvent &event, const Ticket &before) {
                return mayPropose(by[index], event, before);
            });
    }

private:
    WorldBackend &_backend;
};

WorldBackend::WorldBackend(Surroundings &world, const Prehistory &before)
    : _world(world), _before(before), _disk(world.random()), _file(world.root + "backend/ledger")
{
    _world.vfs.mount(world.root + "backend/", &_disk);
    _disk.put(_file, before.ledger);
    open();
    pulse();
}

WorldBackend::~WorldBackend()
{
    _wrong.reset();
    _right.reset();
    _log.reset();
    _reader.reset();
    _ledger.reset();
    _world.vfs.mount(_world.root + "backend/", nullptr);
}

void WorldBackend::open()
{
    _world.startMachine(_disk);
    auto ledger = Ledger::open(_file, { { "130529" }, {} }, {});
    auto reader = ledger ? LedgerReader::open(_file) : std::unexpected(ledger.error());
    if (!reader) {
        return die(Death::Kill);
    }
    _ledger = std::make_unique<Ledger>(std::move(*ledger));
    _reader = std::make_unique<LedgerReader>(std::move(*reader));
    _log = _world.parts.log ? _world.parts.log(*_reader) : std::make_unique<Log>(*_reader);
    _right = std::make_unique<Writer>(*this);
    _head = _ledger->head().position;
    if (_world.parts.ledger) {
        _wrong = _world.parts.ledger(*_right, _file, [this] {
            _ledger.reset();
            if (auto again = Ledger::open(_file, { { "130529" }, {} }, {})) {
                _ledger = std::make_unique<Ledger>(std::move(*again));
            }
        });
    }
}

void WorldBackend::die(Death how)
{
    if (!_disk.isDead()) {
        _disk.dieNow(how);
    }
    _wrong.reset();
    _right.reset();
    _log.reset();
    _reader.reset();
    _ledger.reset();
    _listeners.clear();
    if (_tellDeath) {
        _tellDeath();
    }
    const auto away = milliseconds { 100 + _world.below(_world.isFaulty ? 4000 : 500) };
    _world.agenda.later(away, [this, life = ++_life] {
        if (life == _life) {
            open();
        }
    });
}

void WorldBackend::lookWhetherAlive()
{
    if (isUp() && _disk.isDead()) {
        die(Death::Kill);
    }
}

std::expected<std::string, Failure> WorldBackend::propose(const std::vector<Proposal> &proposals, const Account &by)
{
    const std::string text = textOf(proposals);
    const auto read = proposalsFrom(text, 256);
    if (!read) {
        return std::unexpected(read.error());
    }
    const auto outcomes = (_wrong ? *_wrong : *_right).append(*read, std::vector(read->size(), by));
    if (!outcomes) {
        return std::unexpected(outcomes.error());
    }
    if (_disk.isDead()) {
        return failure(FailureKind::Unreachable, {});
    }
    for (std::size_t i = 0; i < read->size(); ++i) {
        for (std::size_t k = 0; k < (*outcomes)[i].positions.size(); ++k) {
            _promised[(*read)[i].records[k].id] = (*outcomes)[i].positions[k];
        }
    }
    _head = _ledger->head().position;
    feed();
    return textOf(*outcomes);
}

bool WorldBackend::office(const CountyEvent &event)
{
    if (!isUp()) {
        return false;
    }
    Account machine;
    machine.role = Role::Machine;
    const auto taken = propose({ Proposal { { recordOf(event, { 9 }) } } }, machine);
    lookWhetherAlive();
    return taken.has_value();
}

std::optional<std::expected<std::string, Failure>> WorldBackend::answer(const Wish &wish, const Account &account)
{
    const Audience audience = audienceOf(account);
    std::expected<std::string, Failure> text = failure(FailureKind::NotFound, {});
    if (std::holds_alternative<AskGreeting>(wish)) {
        text = _log->entriesAfter(0, 0, audience).transform([&](const Page &page) {
            return textOf(Greeting { .protocol = 1,
                .county = "130529",
                .name = {},
                .head = page.head,
                .now = _world.backendNow(),
                .audience = nameOf(audience) });
        });
    } else if (const auto *page = std::get_if<AskPage>(&wish)) {
        text = _log->entriesAfter(page->after, 7 + int(_world.below(30)), audience).transform([&](const Page &found) {
            return textOf(TimedPage { .page = found, .now = _world.backendNow() }, true);
        });
    } else if (const auto *trails = std::get_if<AskTrails>(&wish)) {
        text = _log->trailsOf(trails->tickets, audience).transform([](const std::vector<Entry> &entries) {
            std::string lines;
            for (const Entry &entry : entries) {
                lines += lineOf(entry, true) + '\n';
            }
            return lines;
        });
    } else if (const auto *proposed = std::get_if<Propose>(&wish)) {
        text = propose(proposed->proposals, account);
    }
    if (_disk.isDead()) {
        lookWhetherAlive();
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> WorldBackend::snapshot(const Audience &audience, SnapshotOf of)
{
    if (!isUp()) {
        return std::nullopt;
    }
    // Writing one takes real files; one that was kept is as good, and most are.
    if (_world.below(8) != 0) {
        const Beginning &kept = _before.beginningOf(audience);
        if (of == SnapshotOf::AtWork) {
            return kept.firstPart;
        }
        return _world.below(3) == 0 ? kept.older : kept.snapshot;
    }
    const std::string target = _world.root + "snapshot";
    // the first part without any that is closed: the more is missing, the better
    if (!(of == SnapshotOf::AtWork ? writeFirstPart(_file, target, audience, Instant::max())
                                   : writeSnapshot(_file, target, audience))) {
        lookWhetherAlive();
        return std::nullopt;
    }
    return bytesIn(target);
}

void WorldBackend::listen(int line, Position after, const Audience &audience, std::function<void(std::string)> frame)
{
    _listeners[line] = { after, audience, std::move(frame) };
    feed(line);
}

void WorldBackend::feed()
{
    for (const auto &[line, listener] : _listeners) {
        _world.agenda.later(milliseconds { 1 }, [this, line] { feed(line); });
    }
}

void WorldBackend::feed(int line)
{
    const auto found = _listeners.find(line);
    if (found == _listeners.end() || !isUp()) {
        return;
    }
    Position &sent = found->second.sent;
    std::expected<Page, Failure> page = Page();
    page->head = _head;
    if (sent != _head) {
        page = _log->entriesAfter(sent, entriesInAFrame, found->second.audience);
    }
    if (!page) {
        _listeners.erase(found);
        return lookWhetherAlive();
    }
    _head = page->head;
    if (!page->isEmpty()) {
        sent = page->last();
    }
    found->second.frame(textOf(TimedPage { .page = *page, .now = _world.backendNow() }, true));
}

void WorldBackend::pulse()
{
    feed();
    _world.agenda.later(pulseTime, [this] { pulse(); });
}

} // namespace huying::testing
