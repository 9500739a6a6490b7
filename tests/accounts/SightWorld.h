#pragma once

#include <cache/Cache.h>
#include <ledger/Ledger.h>
#include <sync/Wire.h>

#include <QTemporaryDir>

#include <random>
#include <set>
#include <string>

namespace huying::testing
{

/// A ledger that goes on at random: ten tickets in two townships, given to three units, returned, disputed, ruled on,
/// taken back. One seed is one story.
class RandomLedger
{
public:
    explicit RandomLedger(std::uint64_t seed);

    /// Some of what can happen happens, at most `events`.
    void goOn(int events);
    /// What a backend answers with, a connection of its own.
    LedgerReader &reader() { return _reader; }
    std::filesystem::path file() const;
    const std::set<TicketId> &tickets() const { return _tickets; }
    int accepted() const { return _accepted; }
    std::uint64_t below(std::uint64_t limit) { return _random() % limit; }

private:
    TicketContent content(const Ticket &ticket);
    UnitCode unit();

    std::mt19937_64 _random;
    QTemporaryDir _folder;
    Ledger _ledger;
    LedgerReader _reader;
    std::set<TicketId> _tickets;
    std::uint64_t _serial = 0;
    int _accepted = 0;
};

/// A desk of one audience on a random ledger: asks for pages of any size, for trails later, and looks at tickets; keeps
/// what is wrong with any answer.
class RandomDesk
{
public:
    enum class Beginning : std::uint8_t { Nothing, Snapshot, FirstPart };
    RandomDesk(RandomLedger &ledger, Audience audience, Beginning beginning);

    /// One page, stored with its trails; the log may go on between the two. True when there was something.
    bool turn(bool ledgerGoesOn);
    void look();
    /// What differs from the ledger as the audience may see it, once the desk has caught up.
    std::string difference();
    const std::string &leak() const { return _leak; }

private:
    void inspect(std::span<const Entry> entries);
    void begin(const std::filesystem::path &file);
    bool isIn(const TicketRow &row) const;
    bool mayBeAway(const TicketRow &row) const;

    RandomLedger &_ledger;
    Audience _audience;
    Beginning _beginning;
    std::map<TicketId, Version> _away; ///< what was closed when the first part was made
    QTemporaryDir _folder;
    std::unique_ptr<Cache> _cache;
    std::string _leak;
};

} // namespace huying::testing
