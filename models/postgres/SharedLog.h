#pragma once

#include "PostgresConnection.h"

#include <ledger/Head.h>
#include <ledger/Refusals.h>

#include <map>
#include <span>

namespace huying
{

/// A county's log in PostgreSQL, over one connection, for one thread at a time. Entries become visible in the order of
/// their positions, and none is missing below one that is seen: only who has the turn adds to them (Turn.h).
class SharedLog
{
public:
    /// The log of a county that is there. NotFound when the database or the county has none.
    static std::expected<SharedLog, Failure> open(const PostgresAddress &address, const RegionCode &county);
    /// The same, founded where there is none; the database is brought to this program's schema.
    static std::expected<SharedLog, Failure> openOrFound(const PostgresAddress &address, const Founding &founding);

    const Founding &founding() const { return _founding; }
    std::expected<Head, Failure> head();
    /// The chain at a position; nothing when the log does not reach it.
    std::expected<std::optional<Digest>, Failure> chainAt(Position position);
    /// At most `limit` entries after `position`, in order.
    std::expected<std::vector<Entry>, Failure> after(Position position, int limit);

    /// All that was refused and is still remembered.
    std::expected<std::vector<Refusal>, Failure> refusals();

    /// From now on the connection is told when somebody has added something.
    std::expected<void, Failure> listen();

    PostgresConnection &connection() { return _connection; }
    std::int64_t county() const { return _county; } ///< as this database numbers it

private:
    friend class Turn;
    friend class NewSharedLog;
    SharedLog(PostgresConnection connection, std::int64_t county, Founding founding);
    static std::expected<SharedLog, Failure> find(PostgresConnection connection, const RegionCode &county);

    std::expected<void, Failure> add(std::span<const Entry> entries);
    std::expected<void, Failure> addAuthors(std::span<const Entry> entries);
    PostgresStatement questionAfter(Position position, int limit) const;
    static std::vector<Entry> entriesIn(const PostgresRows &rows);
    PostgresStatement insertionOf(std::span<const Entry> entries) const;
    std::string channel() const;

    PostgresConnection _connection;
    std::int64_t _county;
    Founding _founding;
    std::map<std::string, std::int64_t, std::less<>> _authors; ///< what the database calls them
};

} // namespace huying
