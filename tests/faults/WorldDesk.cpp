#include "WorldDesk.h"

#include <algorithm>
#include <format>

namespace huying::testing
{

using std::chrono::milliseconds;

namespace
{

constexpr milliseconds tryAgain { 2'000 }; ///< as in models/desk

} // namespace

WorldDesk::WorldDesk(Surroundings &world, WorldBackend &backend, const Prehistory &before, int number, Account account)
    : _world(world)
    , _backend(backend)
    , _before(before)
    , _number(number)
    , _account(std::move(account))
    , _audience(audienceOf(_account))
    , _folder(std::format("{}desk{}/", world.root, number))
    , _disk(world.random())
{
    _world.vfs.mount(_folder, &_disk);
    _disk.ignoreSyncs(world.parts.unsynced);
    _disk.put(outboxFile(), before.emptyOutbox);
    const Beginning &beginning = before.beginningOf(_audience);
    switch (_world.below(5)) {
    case 0:
        break; // a new workstation
    case 1:
        _disk.put(cacheFile(), beginning.firstPart);
        break;
    case 2:
        _disk.put(cacheFile(), beginning.empty);
        break;
    case 3:
        _disk.put(cacheFile(), beginning.older);
        break;
    default:
        _disk.put(cacheFile(), beginning.snapshot);
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
        ++_deaths;
        bury();
        whileLiving(milliseconds { 50 + _world.below(_world.isFaulty ? 3000 : 300) }, [this] { open(); });
    }
}

void WorldDesk::open()
{
    _world.startMachine(_disk);
    auto outbox = OutboxFile::open(outboxFile());
    if (_disk.isDead()) {
        return lookWhetherAlive();
    }
    if (!outbox) {
        // The program says why and ends; somebody starts it again.
        bury();
        return whileLiving(tryAgain, [this] { open(); });
    }
    _outbox = std::move(*outbox);
    _disk.has(cacheFile()) ? openCache()
                           : fetchCache(_world.below(4) == 0 ? SnapshotOf::AtWork : SnapshotOf::Everything);
}

void WorldDesk::fetchCache(SnapshotOf of)
{
    const auto file =
        isCableIn() && !_world.chance(_world.weather.lost) ? _backend.snapshot(_audience, of) : std::nullopt;
    if (!file || _world.chance(_world.weather.cut)) {
        return whileLiving(tryAgain, [this, of] { fetchCache(of); });
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
    _isFirstPart = _cache->isFirstPart().value_or(true);
    _upkeep.emplace(cacheFile(), UpkeepStep::Sizes { .restartFromBytes = 0, .pagesAtOnce = 1024 });
    _onTop = std::make_unique<OnTop>(*_cache, *_outbox);
    static_cast<void>(_onTop->read());
    const Parts &parts = _world.parts;
    _wrongJournal = parts.journal ? parts.journal(*_cache, cacheFile()) : nullptr;
    _wrongOutbox = parts.outbox ? parts.outbox(*_outbox, outboxFile()) : nullptr;
    Journal &journal = _wrongJournal ? *_wrongJournal : *_cache;
    Outbox &waiting = _wrongOutbox ? *_wrongOutbox : *_outbox;
    SessionSettings settings;
    settings.audience = _cache->audience().value_or(std::nullopt).value_or(std::string());
    _session = std::make_unique<Session>(journal, waiting, _world.random(), settings);
    run([this](Session &session) { return session.start(wall()); });
    tidyLater();
    if (_isFirstPart) {
        fetchWholeLater();
    }
}

/// A desk goes over without going back; here it starts again from the whole one, which asks more of the outbox.
void WorldDesk::fetchWholeLater()
{
    whileLiving(milliseconds { 500 + _world.below(6'000) }, [this] { startOver(); });
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

void WorldDesk::damageCache()
{
    if (_disk.damage(cacheFile())) {
        _damagedAt = _world.agenda.now();
    }
}

bool WorldDesk::isQuiet() const
{
    const bool isLookedOver = _world.agenda.now() >= _damagedAt + milliseconds { 12'000 };
    if (!_session || _isFirstPart || _session->state().line != Line::Live || !isLookedOver) {
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
