#pragma once

#include "Database.h"

#include <canonical/Record.h>

#include <functional>
#include <unordered_map>

namespace huying
{

/// The events in a ledger or cache, by position. Of one connection, on its thread.
class EntryStore
{
public:
    static std::expected<EntryStore, Failure> on(const Database &database);

    /// Invalid when the position or the id is already there.
    std::expected<void, Failure> insert(const Entry &entry);
    /// The same, passed over when the position is already there (a trail that overlaps with what is known).
    std::expected<void, Failure> insertMissing(const Entry &entry);

    /// At most `limit` entries after `position`, in order.
    std::expected<std::vector<Entry>, Failure> after(Position position, int limit);
    /// All entries of a ticket, in order.
    std::expected<std::vector<Entry>, Failure> trailOf(const TicketId &ticket);
    /// How many entries of a ticket are here.
    std::expected<std::int64_t, Failure> countOf(const TicketId &ticket);
    /// How many of them lie before `position`.
    std::expected<std::int64_t, Failure> countBefore(const TicketId &ticket, Position position);
    std::expected<std::optional<Position>, Failure> positionOf(const EventId &id);
    /// Every entry from `first` to `last` in order, one at a time; stops at the first failure.
    std::expected<void, Failure> walk(
        Position first, Position last, const std::function<std::expected<void, Failure>(Entry &&)> &visit);
    /// After a transaction that was taken back: numbers that it gave to authors are none.
    void forgetAuthors();
    /// Removes a ticket's events (a desk that may no longer see it).
    std::expected<void, Failure> forget(const TicketId &ticket);

private:
    EntryStore() = default;

    std::expected<std::int64_t, Failure> authorIdOf(const std::string &author);
    std::expected<std::string, Failure> authorOf(std::int64_t id);
    static std::expected<std::int64_t, Failure> counted(Statement &count);
    std::expected<Entry, Failure> read(Statement &row);
    std::expected<std::vector<Entry>, Failure> readAll(Statement &rows);
    std::expected<void, Failure> put(Statement &insert, const Entry &entry);

    Statement _insert;
    Statement _insertMissing;
    Statement _after;
    Statement _trail;
    Statement _count;
    Statement _countBefore;
    Statement _forget;
    Statement _position;
    Statement _range;
    Statement _addAuthor;
    Statement _findAuthor;
    Statement _readAuthor;
    std::unordered_map<std::string, std::int64_t> _authorIds;
    std::unordered_map<std::int64_t, std::string> _authors;
};

} // namespace huying
