#pragma once

#include "EvenMerge.h"

#include <domain/TicketEvent.h>
#include <domain/TicketRow.h>

namespace huying
{

/// What a ticket is found by.
struct SearchedTexts {
    std::string_view number;
    std::string_view title;
    std::string_view place;
    Instant reportedAt;
};
SearchedTexts searchedTexts(const TicketRow &row);

/// Keeps the indexes of pairs of characters by which tickets are found, in the transaction that stores them. Of one
/// connection, on its thread.
class SearchIndex
{
public:
    explicit SearchIndex(const Database &database);

    /// Adds a ticket that is not in it; the number under which it is, which its row keeps.
    std::expected<std::int64_t, Failure> add(const SearchedTexts &texts, const Citizen &citizen);
    /// Sets the citizen of a ticket anew; nobody: the personal part is not here.
    std::expected<void, Failure> setCitizen(std::int64_t key, const Citizen &citizen);
    std::expected<void, Failure> remove(std::int64_t key);

    /// For many small transactions: merges a few pages of the indexes where this one has added to them. By itself FTS5
    /// does nothing for a long time and then hundreds of pages in one transaction, for which a writer stands still.
    /// Before `finish`.
    std::expected<void, Failure> mergeSome();
    /// Writes down how far the numbers have come.
    std::expected<void, Failure> finish();
    /// After a transaction that was taken back.
    void forget()
    {
        _last.reset();
        _added = 0;
        _mergeTexts.forget();
        _mergeCitizens.forget();
    }

private:
    std::expected<void, Failure> readLast();

    const Database *_database;
    Statement _addText;
    Statement _addCitizen;
    Statement _removeText;
    Statement _removeCitizen;
    EvenMerge _mergeTexts;
    EvenMerge _mergeCitizens;
    std::optional<std::int64_t> _last; ///< the last number, as `state` or this transaction has it
    Instant _newest; ///< the latest report among those in order
    bool _isChanged = false;
    std::int64_t _added = 0; ///< and removed: words of tickets or citizens, in this transaction
};

/// What an index is asked for: the pairs of `word` beside each other where `isPhrase`, else all of them anywhere.
std::string matchOf(std::string_view word, bool isPhrase);

} // namespace huying
