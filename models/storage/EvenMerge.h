#pragma once

#include "Database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace huying
{

/// A level of an FTS5 index: what its next merge reads.
struct IndexLevel {
    int merging = 0; ///< of how many segments a merge is under way
    int segments = 0;
    std::int64_t pages = 0; ///< that are left of all of them
    std::int64_t documents = 0;
    std::int64_t deleted = 0; ///< of these, or of older ones

    bool operator==(const IndexLevel &) const = default;
};

/// The levels in an index's structure record (the row 10 of its `_data`; fts5_index.c tells the layout). Nothing where
/// that is not as it is known here.
std::optional<std::vector<IndexLevel>> levelsIn(std::string_view structure);

/// Merges the segments of one FTS5 index a little at a time, for whoever must not stand still. FTS5 by itself merges
/// what is big as readily as what is small, and the list of a frequent word in one piece: of ten million tickets half a
/// second. So what is big stays as it is until there is much of it; a search looks into some segments more.
class EvenMerge
{
public:
    /// Levels of more than `mostPages` are big: 16 MB, in which no word's list is longer than some hundred pages.
    EvenMerge(const Database &database, const std::string &index, std::int64_t mostPages = 4'000);

    /// About `pages`, within the transaction that has written.
    std::expected<void, Failure> take(std::int64_t pages);

    /// After a transaction that was taken back.
    void forget() { _isConfigured = false; }

private:
    std::expected<void, Failure> configure();
    std::expected<std::int64_t, Failure> next(std::int64_t pages);

    const Database *_database;
    std::string _index;
    std::int64_t _mostPages;
    Statement _structure;
    Statement _merge;
    bool _isConfigured = false; ///< the index does not merge by itself; the file remembers it
};

} // namespace huying
