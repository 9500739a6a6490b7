#pragma once

#include "Agenda.h"
#include "DiskVfs.h"

#include <cache/Cache.h>
#include <cache/OutboxFile.h>
#include <ledger/Ledger.h>
#include <service/Served.h>

#include <random>

namespace huying::testing
{

/// How often what goes wrong, in thousandths of the occasions; drawn anew for each seed, so that some days are calm and
/// others are not.
struct Weather {
    int lost = 0; ///< a request or answer never arrives
    int cut = 0; ///< the connection breaks in the middle of an answer
    int doubled = 0; ///< a request or a live frame comes twice
    int slow = 0; ///< a message takes seconds
    int refusing = 0; ///< the backend answers that it cannot just now
    int fateful = 0; ///< something happens to a machine before the next action

    static Weather drawn(std::mt19937_64 &random);
};

/// Wrong parts in the place of right ones, for the tests of the world itself. An empty function leaves the right one.
struct Parts {
    /// Stands before the cache, whose file is `file`.
    std::function<std::unique_ptr<Journal>(Cache &cache, const std::string &file)> journal;
    std::function<std::unique_ptr<Outbox>(OutboxFile &outbox, const std::string &file)> outbox;
    std::function<std::unique_ptr<ServedLog>(LedgerReader &reader)> log;
    /// Stands before the ledger at `file`; `reopen` opens the ledger anew.
    std::function<std::unique_ptr<ServedLedger>(
        ServedLedger &ledger, const std::string &file, std::function<void()> reopen)>
        ledger;
    bool isOnlyOfTheHall = false; ///< they know nothing of tickets out of sight: all desks are dispatchers
    std::string unsynced; ///< files whose syncs the disks of the desks ignore
};

/// What desks, backend and network of one world share.
struct Surroundings {
    std::mt19937_64 random;
    std::mt19937_64 roles; ///< who sits where, so that what dispatchers live through does not hang on it
    Agenda agenda;
    Weather weather;
    DiskVfs &vfs;
    const Parts &parts;
    std::string root; ///< ends with a slash; disks lie below it
    bool isFaulty = true;
    bool hasOthers = false; ///< than dispatchers: tickets go from one to the other more often
    std::chrono::milliseconds backendClockError {};

    bool chance(int thousandths) { return isFaulty && int(random() % 1000) < thousandths; }
    std::uint64_t below(std::uint64_t end) { return random() % end; }
    /// What a message takes.
    std::chrono::milliseconds delay();
    /// Its programs begin; now and then it dies again before they have.
    void startMachine(Disk &disk);
    Death anyDeath() { return below(2) == 0 ? Death::Kill : Death::PowerLoss; }
    Instant backendNow() const { return agenda.now() + backendClockError; }
};

} // namespace huying::testing
