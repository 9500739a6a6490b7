#pragma once

#include "WorldBackend.h"

#include <desk/OnTop.h>
#include <storage/Upkeep.h>

#include <set>

namespace huying::testing
{

/// What somebody did at a desk.
struct Deed {
    Proposal proposal;
    bool isKept = false; ///< the desk said that it is on its disk
    bool isReport = false;
};

/// A desk's process and its machine: the real session, cache, outbox and own actions on top, held together as
/// models/desk and models/client do it.
class WorldDesk
{
public:
    WorldDesk(Surroundings &world, WorldBackend &backend, const Prehistory &before, int number, Account account);
    ~WorldDesk();

    /// Somebody does something: a new ticket, or an action on one of `tickets`.
    void act(std::vector<TicketId> &tickets);
    void die(Death how);
    /// The backend has died: every connection to it breaks.
    void cut();
    void turnClock(std::chrono::milliseconds by) { _clockError += by; }
    /// The cable is out for a while.
    void pullCable(std::chrono::milliseconds span);
    /// Some bits of its cache turn on the disk; the file is looked over within ten seconds.
    void damageCache();

    Disk &disk() { return _disk; }
    std::string cacheFile() const { return _folder + "cache"; }
    std::string outboxFile() const { return _folder + "outbox"; }
    const std::vector<Deed> &deeds() const { return _deeds; }
    int number() const { return _number; }
    const Account &account() const { return _account; }
    bool isQuiet() const; ///< it is live and waits for nothing
    Cache *cache() { return _cache.get(); }
    OutboxFile *outbox() { return _outbox.get(); }
    std::string said() const; ///< why it is not quiet, for people
    int deaths() const { return _deaths; }
    Position position() const { return _session ? _session->state().position : 0; }

private:
    void open();
    void openCache();
    void fetchCache(SnapshotOf of = SnapshotOf::Everything);
    void fetchWholeLater();
    void startOver();
    void heedDamage();
    void tidyLater();
    void bury();
    /// Runs what may do input and output; the desk may be dead afterwards.
    void run(const std::function<std::vector<Wish>(Session &)> &work);
    void carryOut(const std::vector<Wish> &wishes);
    void carryOut(const Wish &wish);
    void ask(const Wish &wish);
    void arrived(const Wish &wish, const std::expected<std::string, Failure> &text, Instant asked);
    void openLive(Position after);
    void frameArrived(const std::string &text);
    void lineLost(const Failure &why);
    void watchSilence();
    void settle();
    TicketId oneOf(const std::vector<TicketId> &tickets);
    void askTrail(const TicketId &ticket);
    void lookWhetherAlive();
    void actOnTwo(const Ticket &ticket, TicketEvent event, const TicketId &other);
    void keep(const std::vector<TicketEvent> &events, bool isReport);
    void whileLiving(std::chrono::milliseconds after, std::function<void()> happens);

    Instant wall() const { return _world.agenda.now() + _clockError; }
    Instant corrected() const;
    bool isCableIn() const { return _world.agenda.now() >= _cableBack; }

    Surroundings &_world;
    WorldBackend &_backend;
    const Prehistory &_before;
    int _number;
    Account _account;
    Audience _audience;
    std::string _folder;
    Disk _disk;
    std::chrono::milliseconds _clockError {};
    Instant _cableBack {};
    Instant _damagedAt {};
    std::vector<Deed> _deeds;
    int _deaths = 0;

    // The process.
    std::unique_ptr<OutboxFile> _outbox;
    std::unique_ptr<Cache> _cache;
    bool _isFirstPart = false; ///< what that is
    std::optional<UpkeepStep> _upkeep; ///< a desk has it on a thread of its own
    std::unique_ptr<OnTop> _onTop;
    std::unique_ptr<Journal> _wrongJournal;
    std::unique_ptr<Outbox> _wrongOutbox;
    std::unique_ptr<Session> _session;
    std::uint64_t _life = 0;
    std::uint64_t _round = 0; ///< answers of an earlier round are not for this session any more
    std::uint64_t _live = 0;
    Instant _silentAt {};
    bool _isWatching = false;
    bool _isListening = false;
};

} // namespace huying::testing
