#pragma once

#include "LocalCopy.h"

#include <atomic>
#include <mutex>

namespace huying
{

/// The ledger of a county that several backends share. PostgreSQL has the log; this process has a copy of it, from
/// which all is read and against which proposals are checked while it is this process's turn. What append() has
/// answered, be it that something is refused, is durable in PostgreSQL. Any thread may call it.
class SharedLedger
{
public:
    /// `folder` is this process's alone, Busy when it is another's; what is in it can be thrown away. A log that is not
    /// there is founded.
    static std::expected<std::unique_ptr<SharedLedger>, Failure> open(const PostgresAddress &address,
        const Founding &founding, const std::filesystem::path &folder, const LedgerSettings &settings,
        const CopyProgress &progress);

    /// As Ledger::append. Unreachable or Busy when the database is away or somebody else's turn lasts; what was
    /// proposed may be in the log all the same then, and may be proposed again.
    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, Instant received, const Ledger::MayPropose &may = {});
    /// The first entries of a log: nothing happens where there are any.
    std::expected<void, Failure> begin(const Proposal &proposal, Instant received);

    /// Takes in what others have added.
    std::expected<void, Failure> follow();

    /// Called with what has come to the log, in order, one call at a time; to be set before anything else is done.
    void onCommit(std::function<void(std::span<const Entry>)> tell) { _copy.onCommit(std::move(tell)); }
    /// Called when the log turns out to be another one than the copy is of (a database that was put back to an earlier
    /// state): nothing goes on then before the process is started anew.
    void onOtherLog(std::function<void()> tell) { _isOther = std::move(tell); }

    /// To be read while nothing is appended or followed, or through LedgerReader of its file().
    Ledger &copy() { return _copy; }
    /// How far the copy has come; from any thread.
    Position position() const { return _position; }
    const Founding &founding() const { return _copy.founding(); }

private:
    SharedLedger(PostgresAddress address, SharedLog log, WriterLock folder, Ledger copy);

    std::expected<void, Failure> reconnect();
    std::expected<void, Failure> catchUp(std::vector<Entry> entries);
    std::expected<std::vector<Outcome>, Failure> tryAppend(
        std::span<const Proposal> proposals, Instant received, const Ledger::MayPropose &may);
    template <class Work>
    auto withConnection(const Work &work) -> decltype(work());

    PostgresAddress _address;
    std::mutex _mutex;
    std::optional<SharedLog> _log; ///< nothing while the database is away
    WriterLock _folder;
    Ledger _copy;
    std::atomic<Position> _position;
    std::function<void()> _isOther;
};

} // namespace huying
