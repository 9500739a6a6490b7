#include "WorldDesk.h"

#include "Deeds.h"

#include <sync/Wire.h>

#include <algorithm>
#include <format>

namespace huying::testing
{

using std::chrono::milliseconds;

namespace
{

// As in models/client/BackendLine.h and models/desk.
constexpr milliseconds answerTime { 15'000 };
constexpr milliseconds silence { 10'000 };
constexpr milliseconds tryAgain { 2'000 };

const Failure broken { FailureKind::Unreachable, QStringLiteral("the connection broke") };

std::array<std::uint8_t, 10> tenBytes(std::mt19937_64 &random)
{
    std::array<std::uint8_t, 10> bytes {};
    std::ranges::generate(bytes, [&] { return std::uint8_t(random()); });
    return bytes;
}

std::expected<std::vector<Entry>, Failure> entriesFrom(std::string_view text)
{
    std::vector<Entry> entries;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto entry = entryOf(line);
        if (!entry) {
            return std::unexpected(entry.error());
        }
        entries.push_back(std::move(*entry));
    }
    return entries;
}

} // namespace

WorldDesk::WorldDesk(Surroundings &world, WorldBackend &backend, const Prehistory &before, int number)
    : _world(world)
    , _backend(backend)
    , _before(before)
    , _number(number)
    , _folder(std::format("{}desk{}/", world.root, number))
    , _disk(world.random())
{
    _world.vfs.mount(_folder, &_disk);
    _disk.ignoreSyncs(world.parts.unsynced);
    _disk.put(outboxFile(), before.emptyOutbox);
    switch (_world.below(4)) {
    case 0:
        break; // a new workstation
    case 1:
        _disk.put(cacheFile(), before.emptyCache);
        break;
    case 2:
        _disk.put(cacheFile(), before.olderSnapshot);
        break;
    default:
        _disk.put(cacheFile(), before.snapshot);
    }
    open();
}

WorldDesk::~WorldDesk()
{
    bury();
    _world.vfs.mount(_folder, nullptr);
}

void WorldDesk::whileLiving(milliseconds after, std::function<void()> happens)
{
    _world.agenda.later(after, [this, life = _life, happens = std::move(happens)] {
        if (life == _life) {
            happens();
        }
    });
}

void WorldDesk::bury()
{
    ++_life;
    ++_round;
    _isListening = false;
    _isWatching = false;
    _session.reset();
    _wrongOutbox.reset();
    _wrongJournal.reset();
    _onTop.reset();
    _upkeep.reset();
    _cache.reset();
    _outbox.reset();
    _backend.leave(_number);
}

void WorldDesk::die(Death how)
{
    if (!_disk.isDead()) {
        _disk.dieNow(how);
    }
    lookWhetherAlive();
}

void WorldDesk::lookWhetherAlive()
{
    if (_disk.isDead()) {
        bury();
        whileLiving(milliseconds { 50 + _world.below(_world.isFaulty ? 3000 : 300) }, [this] { open(); });
    }
}

void WorldDesk::open()
{
    _disk.start();
    auto outbox = OutboxFile::open(outboxFile());
    if (!outbox) {
        // The program says why and ends; somebody starts it again.
        bury();
        return whileLiving(tryAgain, [this] { open(); });
    }
    _outbox = std::move(*outbox);
    _disk.has(cacheFile()) ? openCache() : fetchCache();
}

void WorldDesk::fetchCache()
{
    const auto file = isCableIn() && !_world.chance(_world.weather.lost) ? _backend.snapshot() : std::nullopt;
    if (!file || _world.chance(_world.weather.cut)) {
        return whileLiving(tryAgain, [this] { fetchCache(); });
    }
    whileLiving(_world.delay(), [this, file = *file] {
        _disk.put(cacheFile(), file);
        openCache();
    });
}

void WorldDesk::openCache()
{
    auto cache = Cache::open(cacheFile(), {});
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    if (!cache) {
        if (cache.error().kind == FailureKind::Damaged) {
            _disk.remove(cacheFile());
            return whileLiving(tryAgain, [this] { fetchCache(); });
        }
        return whileLiving(tryAgain, [this] { openCache(); });
    }
    _cache = std::move(*cache);
    _upkeep.emplace(cacheFile(), UpkeepStep::Sizes { .restartFromBytes = 0, .pagesAtOnce = 1024 });
    _onTop = std::make_unique<OnTop>(*_cache, *_outbox);
    static_cast<void>(_onTop->read());
    const Parts &parts = _world.parts;
    _wrongJournal = parts.journal ? parts.journal(*_cache, cacheFile()) : nullptr;
    _wrongOutbox = parts.outbox ? parts.outbox(*_outbox, outboxFile()) : nullptr;
    Journal &journal = _wrongJournal ? *_wrongJournal : *_cache;
    Outbox &waiting = _wrongOutbox ? *_wrongOutbox : *_outbox;
    _session = std::make_unique<Session>(journal, waiting, _world.random());
    run([this](Session &session) { return session.start(wall()); });
    tidyLater();
}

void WorldDesk::tidyLater()
{
    whileLiving(milliseconds { 5'000 }, [this] {
        if (!_cache) {
            return;
        }
        const auto tidied = _upkeep->take(true);
        if (_disk.isDead()) {
            return lookWhetherAlive();
        }
        if (!tidied && tidied.error().kind == FailureKind::Damaged) {
            return startOver();
        }
        tidyLater();
        if (_session && _onTop->waiting() > 0) {
            settle();
            run([this](Session &session) { return session.outboxGrew(wall()); });
        }
    });
}

void WorldDesk::heedDamage()
{
    const auto trouble = _session ? _session->state().trouble : std::nullopt;
    if (trouble && trouble->kind == FailureKind::Damaged) {
        startOver();
    }
}

void WorldDesk::startOver()
{
    auto outbox = std::move(_outbox);
    bury();
    _outbox = std::move(outbox);
    _disk.remove(cacheFile());
    whileLiving(tryAgain, [this] { fetchCache(); });
}

void WorldDesk::run(const std::function<std::vector<Wish>(Session &)> &work)
{
    if (!_session) {
        return;
    }
    const auto wishes = work(*_session);
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    carryOut(wishes);
    whileLiving(milliseconds { 0 }, [this] { heedDamage(); });
}

void WorldDesk::carryOut(const std::vector<Wish> &wishes)
{
    for (const Wish &wish : wishes) {
        carryOut(wish);
    }
}

void WorldDesk::carryOut(const Wish &wish)
{
    if (std::holds_alternative<Hangup>(wish)) {
        ++_round;
        _isListening = false;
        _backend.leave(_number);
    } else if (const auto *retry = std::get_if<RetryAt>(&wish)) {
        whileLiving(std::max(retry->at - wall(), milliseconds { 1 }),
            [this] { run([this](Session &session) { return session.retryDue(wall()); }); });
    } else if (const auto *live = std::get_if<OpenLive>(&wish)) {
        openLive(live->after);
    } else {
        if (std::holds_alternative<AskGreeting>(wish)) {
            ++_round;
        }
        ask(wish);
    }
}

/// A request travels, is answered, and the answer travels back; each may come to grief on its way.
void WorldDesk::ask(const Wish &wish)
{
    const auto inThisRound = [this, round = _round](milliseconds after, auto happens) {
        whileLiving(after, [this, round, happens] {
            if (round == _round) {
                happens();
            }
        });
    };
    const auto breaks = [this, inThisRound](milliseconds after) { inThisRound(after, [this] { lineLost(broken); }); };
    if (!isCableIn() || _world.chance(_world.weather.lost)) {
        return breaks(isCableIn() ? answerTime : milliseconds { 20 });
    }
    const Instant asked = wall();
    const bool comesTwice = _world.chance(_world.weather.doubled);
    // What is on its way arrives, whatever becomes of the desk meanwhile.
    _world.agenda.later(_world.delay(), [this, wish, inThisRound, breaks, asked, comesTwice] {
        if (!_backend.isUp()) {
            return breaks(milliseconds { 5 });
        }
        if (_world.chance(_world.weather.refusing)) {
            return breaks(_world.delay());
        }
        auto text = _backend.answer(wish);
        if (comesTwice && text) {
            text = _backend.answer(wish);
        }
        if (!text || _world.chance(_world.weather.cut)) {
            return breaks(_world.delay());
        }
        if (_world.chance(_world.weather.lost)) {
            return breaks(answerTime);
        }
        inThisRound(_world.delay(),
            [this, wish, text = *text, asked] { isCableIn() ? arrived(wish, text, asked) : lineLost(broken); });
    });
}

void WorldDesk::arrived(const Wish &wish, const std::expected<std::string, Failure> &text, Instant asked)
{
    const auto read = [&](const auto &parse, const auto &tell) {
        const auto parsed = text.and_then([&](const std::string &body) { return parse(body); });
        if (!parsed) {
            return lineLost(parsed.error());
        }
        run([&](Session &session) { return tell(session, *parsed); });
        if (_session && !std::holds_alternative<AskGreeting>(wish)) {
            settle();
        }
    };
    if (std::holds_alternative<AskGreeting>(wish)) {
        read(greetingFrom,
            [&](Session &session, const Greeting &greeting) { return session.greeted(greeting, asked, wall()); });
    } else if (std::holds_alternative<AskPage>(wish)) {
        read(pageFrom, [&](Session &session, const TimedPage &page) { return session.pageArrived(page.page, wall()); });
    } else if (std::holds_alternative<AskTrails>(wish)) {
        read(entriesFrom,
            [&](Session &session, const std::vector<Entry> &trails) { return session.trailsArrived(trails, wall()); });
    } else {
        read(outcomesFrom, [&](Session &session, const std::vector<Outcome> &outcomes) {
            return session.answersArrived(outcomes, wall());
        });
    }
}

void WorldDesk::openLive(Position after)
{
    _isListening = true;
    _silentAt = _world.agenda.now() + silence;
    watchSilence();
    const auto deliver = [this, round = _round, life = _life](const std::string &text) {
        if (life == _life && round == _round && _isListening && isCableIn()) {
            frameArrived(text);
        }
    };
    const auto frame = [this, deliver](const std::string &text) {
        if (_world.chance(_world.weather.lost)) {
            return;
        }
        const int times = _world.chance(_world.weather.doubled) ? 2 : 1;
        for (int i = 0; i < times; ++i) {
            _world.agenda.later(_world.delay(), [deliver, text] { deliver(text); });
        }
    };
    const auto begin = [this, after, frame, round = _round] {
        if (round == _round && _backend.isUp() && isCableIn()) {
            _backend.listen(_number, after, frame);
        }
    };
    whileLiving(_world.delay(), begin);
}

void WorldDesk::watchSilence()
{
    if (_isWatching) {
        return;
    }
    _isWatching = true;
    whileLiving(_silentAt - _world.agenda.now(), [this] {
        _isWatching = false;
        if (!_isListening) {
            return;
        }
        if (_world.agenda.now() >= _silentAt) {
            return lineLost({ FailureKind::Unreachable, QStringLiteral("silence") });
        }
        watchSilence();
    });
}

void WorldDesk::frameArrived(const std::string &text)
{
    _silentAt = _world.agenda.now() + silence;
    const auto page = pageFrom(text);
    if (!page) {
        return lineLost(page.error());
    }
    run([&](Session &session) { return session.liveArrived(page->page, page->now, wall()); });
    if (_session && !page->page.entries.empty()) {
        settle();
    }
}

void WorldDesk::lineLost(const Failure &why)
{
    carryOut(Hangup {});
    run([&](Session &session) { return session.lost(why, wall()); });
}

void WorldDesk::cut()
{
    if (_session) {
        whileLiving(_world.delay(), [this, round = _round] {
            if (round == _round) {
                lineLost(broken);
            }
        });
    }
}

void WorldDesk::pullCable(milliseconds span)
{
    _cableBack = _world.agenda.now() + span;
    cut();
}

void WorldDesk::settle()
{
    static_cast<void>(_cache->takeChange());
    static_cast<void>(_outbox->settle(_session->state().position));
    static_cast<void>(_onTop->read());
    lookWhetherAlive();
}

void WorldDesk::damageCache()
{
    if (_disk.damage(cacheFile())) {
        _damagedAt = _world.agenda.now();
    }
}

Instant WorldDesk::corrected() const
{
    return wall() - _session->state().clockError;
}

void WorldDesk::act(std::vector<TicketId> &tickets)
{
    if (!_session) {
        return;
    }
    const Instant now = corrected();
    TicketEvent event { .id = uuid7(now, tenBytes(_world.random)),
        .ticket = {},
        .decidedOn = 0,
        .author = authorAt(_number),
        .at = now,
        .content = Noted {} };
    if (_world.below(5) == 0) {
        const auto serial = _outbox->nextSerial(dayOf(now));
        if (!serial) {
            return lookWhetherAlive();
        }
        event.content = reportNumbered(std::format("{:%Y%m%d}-0{}-{:04}", dayOf(now), _number, *serial), _world.random);
        event.ticket = event.id;
        tickets.push_back(event.id);
        return keep(event, true);
    }
    const TicketId id = tickets[_world.below(tickets.size())];
    const auto ticket = _onTop->ticket(id);
    if (!ticket || !*ticket) {
        return askTrail(id);
    }
    const auto deed = nextDeed(**ticket, now, _world.random);
    event.ticket = id;
    event.decidedOn = (*ticket)->version;
    event.content = deed.value_or(Noted { "备注" });
    if (check(**ticket, event, _cache->rules())) {
        keep(event, false);
    }
}

void WorldDesk::keep(const TicketEvent &event, bool isReport)
{
    const Proposal proposal { { recordOf(event, { std::uint8_t(_number) }) } };
    const auto kept = _outbox->put(proposal);
    _deeds.push_back({ proposal, kept.has_value(), isReport });
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    settle();
    run([this](Session &session) { return session.outboxGrew(wall()); });
}

void WorldDesk::askTrail(const TicketId &ticket)
{
    if (!isCableIn()) {
        return;
    }
    whileLiving(_world.delay(), [this, ticket] {
        const auto text = _backend.isUp() ? _backend.answer(AskTrails { { ticket } }) : std::nullopt;
        if (!text || !*text) {
            return;
        }
        whileLiving(_world.delay(), [this, trail = entriesFrom(**text)] {
            if (trail && _cache) {
                static_cast<void>(_cache->keepTrail(*trail));
                lookWhetherAlive();
            }
        });
    });
}

bool WorldDesk::isQuiet() const
{
    const bool isLookedOver = _world.agenda.now() >= _damagedAt + milliseconds { 12'000 };
    if (!_session || _session->state().line != Line::Live || !isLookedOver) {
        return false;
    }
    const auto own = _outbox->onTop();
    return own && own->empty();
}

std::string WorldDesk::said() const
{
    if (!_session) {
        return _outbox ? "it has no cache" : "it is not running";
    }
    const SessionState &state = _session->state();
    const auto own = _outbox->onTop();
    return std::format("line {}, position {} of {}, {} on top, trouble: {}", int(state.line), state.position,
        state.head, own ? std::ssize(*own) : -1, state.trouble ? state.trouble->text.toStdString() : "none");
}

} // namespace huying::testing
