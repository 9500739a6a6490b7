#pragma once

#include "Admission.h"
#include "LedgerReader.h"
#include "Refusals.h"
#include "WriterLock.h"

#include <folding/TicketMemory.h>
#include <storage/TicketStore.h>

#include <functional>
#include <map>

namespace huying
{

/// The county's ordered log on SQLite, and the one that writes it. One thread calls it; readers have a LedgerReader
/// each. What append() has answered is on the disk, or durable elsewhere where the file is a copy that follows.
class Ledger
{
public:
    /// Opens the ledger, or founds one where no file is. Busy when somebody else writes it.
    static std::expected<Ledger, Failure> open(const std::filesystem::path &file, const Founding &founding,
        const LedgerSettings &settings, Synchronous synchronous = Synchronous::Full);
    /// Opens a ledger that has to be there. A copy of a log that is kept elsewhere need not be synced in full.
    static std::expected<Ledger, Failure> open(
        const std::filesystem::path &file, const LedgerSettings &settings, Synchronous synchronous = Synchronous::Full);

    /// Checks each proposal by the rules and gives its records their places, all in one transaction; returns after the
    /// commit, one outcome a proposal. An event that is in the log already keeps its position, one that was refused
    /// stays so. Fails as a whole, with nothing done, only when the file cannot be written.
    std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals, Instant received);

    /// The same where not everybody may everything: `may` says whether the proposer of the `index`-th proposal may
    /// propose `event` on the ticket as it stands (version 0 for a new one and for facts), else the reason.
    using MayPropose =
        std::function<std::expected<void, Failure>(std::size_t index, const AnyEvent &event, const Ticket &before)>;
    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, Instant received, const MayPropose &may);

    /// Called by append() with the entries that come and what is refused, if there is anything, before it is committed
    /// here: where the log is kept elsewhere, and this is a copy of it, it is made durable there first. When that fails
    /// nothing of it is kept.
    using MakeDurable = std::function<std::expected<void, Failure>(std::span<const Entry>, std::span<const Refusal>)>;
    void beforeCommit(MakeDurable makeDurable);

    /// Takes in entries that are in the log already, where that is kept elsewhere: all of them or none. Damaged when
    /// they do not go on from here, or cannot be read.
    std::expected<void, Failure> follow(std::span<const Entry> entries);

    /// What was refused elsewhere stays so here.
    std::expected<void, Failure> remember(std::span<const Refusal> refusals);

    /// Called after each commit, on the thread of append() or follow(), with the entries that came.
    void onCommit(std::function<void(std::span<const Entry>)> tell);

    const Founding &founding() const { return _founding; }
    const Head &head() const { return _head; }
    const RuleBook &rules() const { return _timeline.now(); }
    const std::filesystem::path &file() const { return _file; }
    /// What this connection sees, on the same thread: rows, facts, entries.
    LedgerReader &reader() { return *_reader; }

private:
    Ledger(std::filesystem::path file, WriterLock lock, LedgerReader reader, TicketStore tickets, Founding founding,
        Head head, RuleTimeline timeline);
    static std::expected<Ledger, Failure> open(const std::filesystem::path &file, Opening opening,
        const Founding *founding, const LedgerSettings &settings, Synchronous synchronous);

    Known known();
    std::expected<const Ticket *, Failure> ticket(const TicketId &id);
    std::expected<Outcome, Failure> admit(
        const Proposal &proposal, Instant received, const Admission::May &may, std::vector<Entry> &added);
    std::expected<void, Failure> checkNotices(const std::vector<AnyEvent> &events) const;
    std::expected<std::optional<Outcome>, Failure> knownAlready(const Proposal &proposal);
    std::expected<Outcome, Failure> refuse(const Proposal &proposal, const Failure &why, Instant received);
    std::expected<Outcome, Failure> write(const Proposal &proposal, const std::vector<AnyEvent> &events,
        Admission &admission, Instant received, std::vector<Entry> &added);
    std::expected<void, Failure> setFact(const Entry &entry, const CountyEvent &event);
    std::expected<void, Failure> renoticeTickets();
    std::expected<void, Failure> keep(Ticket ticket);
    std::expected<void, Failure> take(const Entry &entry, std::map<TicketId, Ticket> &changed);
    std::expected<void, Failure> keepAll(std::map<TicketId, Ticket> &changed);
    void forgetUncommitted(const Head &committed);

    std::filesystem::path _file;
    WriterLock _lock;
    std::unique_ptr<LedgerReader> _reader;
    TicketStore _tickets;
    Founding _founding;
    Head _head;
    RuleTimeline _timeline;
    TicketMemory _memory;
    Refusals _refusals;
    std::vector<Refusal> _refusedNow; ///< by the append() that goes on
    MakeDurable _makeDurable;
    std::function<void(std::span<const Entry>)> _tell;
};

} // namespace huying
