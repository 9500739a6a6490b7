#pragma once

#include "Prehistory.h"
#include "Surroundings.h"

#include <map>
#include <optional>

namespace huying::testing
{

/// The backend's process and its machine: the real ledger, and protocol 1 as text, without sockets and threads.
class WorldBackend
{
public:
    WorldBackend(Surroundings &world, const Prehistory &before);
    ~WorldBackend();

    bool isUp() const { return _ledger != nullptr; }
    /// What it says to `account` whose wish is a request; nothing when it died over it.
    std::optional<std::expected<std::string, Failure>> answer(const Wish &wish, const Account &account);
    /// The file that a new desk of `audience` starts from: one that was kept, or one made now.
    std::optional<std::string> snapshot(const Audience &audience, SnapshotOf of);

    /// Feeds a desk from `after` on with frames until it leaves; `line` names it.
    void listen(int line, Position after, const Audience &audience, std::function<void(std::string)> frame);
    void leave(int line) { _listeners.erase(line); }

    /// The process ends; everybody's connection breaks, and it comes back after a while.
    void die(Death how);
    /// Called after anything that may have killed it.
    void lookWhetherAlive();
    void onDeath(std::function<void()> tell) { _tellDeath = std::move(tell); }

    Disk &disk() { return _disk; }
    Position head() const { return _ledger ? _ledger->head().position : -1; }
    const std::string &file() const { return _file; }
    /// Where each event was said to be, whether or not the answer arrived.
    const std::map<EventId, Position> &promised() const { return _promised; }
    /// A fact of the county is set by the office; whether it was taken.
    bool office(const CountyEvent &event);

private:
    struct Listener {
        Position sent = 0;
        Audience audience;
        std::function<void(std::string)> frame;
    };
    class Writer;
    class Log;

    void open();
    std::expected<std::string, Failure> propose(const std::vector<Proposal> &proposals, const Account &by);
    void feed();
    void feed(int line);
    void pulse();

    Surroundings &_world;
    const Prehistory &_before;
    Disk _disk;
    std::string _file;
    std::unique_ptr<Ledger> _ledger;
    std::unique_ptr<LedgerReader> _reader;
    std::unique_ptr<ServedLog> _log;
    std::unique_ptr<ServedLedger> _right;
    std::unique_ptr<ServedLedger> _wrong;
    std::map<int, Listener> _listeners;
    std::map<EventId, Position> _promised;
    std::function<void()> _tellDeath;
    std::uint64_t _life = 0;
    Position _head = 0; ///< as the live feed knows it
};

} // namespace huying::testing
