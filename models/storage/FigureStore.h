#pragma once

#include "Database.h"
#include "FigureCells.h"

#include <domain/TicketRow.h>

#include <unordered_map>

namespace huying
{

/// The codes that stand in figures, by numbers. Of one connection, on its thread.
class FigureWords
{
public:
    /// `schema` is `main` or the name of an attached file.
    FigureWords(const Database &database, std::string_view schema);

    /// The number of `text`, which is given one when it has none.
    std::expected<std::int64_t, Failure> numberOf(std::string_view text);
    /// All words by their numbers, read anew.
    std::expected<std::vector<std::string>, Failure> all();
    /// After a transaction that was taken back: numbers that it gave are none.
    void forget() { _numbers.clear(); }

private:
    Statement _add;
    Statement _find;
    Statement _all;
    std::unordered_map<std::string, std::int64_t> _numbers;
};

/// What a row adds to the figures, and under which codes.
struct CountedRow {
    std::string region;
    std::string category;
    std::string lead;
    Channel channel = Channel::Citizen;
    Instant reportedAt;
    std::string counted;

    bool operator==(const CountedRow &) const = default;
};
CountedRow countedRow(const TicketRow &row);

/// Keeps the figures of a ledger or cache. Changes are gathered and written by `finish`, in the transaction that stores
/// the tickets. Of one connection, on its thread.
class FigureStore
{
public:
    explicit FigureStore(const Database &database);
    /// The table that figures are written into: `figure` or `county_figure`.
    FigureStore(const Database &database, std::string_view table);

    /// What the ticket adds counts from now on, or does no longer.
    std::expected<void, Failure> add(const CountedRow &row) { return change(row, 1); }
    std::expected<void, Failure> takeAway(const CountedRow &row) { return change(row, -1); }
    /// So many more of a measure.
    std::expected<void, Failure> add(const FigureBlock &block, const CellChange &change);

    /// Writes what has been gathered.
    std::expected<void, Failure> finish();
    /// Drops what has been gathered, and what was learned in a transaction that was taken back.
    void forget();
    FigureWords &words() { return _words; }

private:
    std::expected<void, Failure> change(const CountedRow &row, std::int32_t by);
    std::expected<void, Failure> write(std::int64_t block, std::vector<CellChange> &changes);

    FigureWords _words;
    Statement _read;
    Statement _write;
    Statement _remove;
    std::unordered_map<std::int64_t, std::vector<CellChange>> _changes; ///< by the numbers of their blocks
    std::size_t _gathered = 0;
};

} // namespace huying
