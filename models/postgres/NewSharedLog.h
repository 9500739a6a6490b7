#pragma once

#include "SharedLog.h"

#include <accounts/AccountRows.h>

namespace huying
{

/// A county's log that is written into a database in one go: it is there, with its accounts, when it is finished, and
/// nothing of it before.
class NewSharedLog
{
public:
    /// Refused when the county has a ledger there already. The database is brought to this program's schema.
    static std::expected<NewSharedLog, Failure> begin(const PostgresAddress &address, const Founding &founding);

    /// The next entry. Damaged when it does not go on from the one before it.
    std::expected<void, Failure> append(Entry entry);
    std::expected<void, Failure> add(const KeptAccount &account);
    /// What was refused elsewhere stays so here.
    std::expected<void, Failure> add(std::span<const Refusal> refusals);
    std::expected<Head, Failure> finish();

    Position position() const { return _head.position; }

private:
    explicit NewSharedLog(SharedLog log) : _log(std::move(log)) {}

    std::expected<void, Failure> write();

    SharedLog _log;
    Head _head;
    std::vector<Entry> _waiting; ///< to be written together
};

} // namespace huying
