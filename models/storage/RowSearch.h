#pragma once

#include "Database.h"

#include <domain/TicketFilter.h>

namespace huying
{

/// At most `limit` rows that pass `filter`, newest report first, after `last`, by way of the indexes over pairs of
/// characters: no more rows are read than it takes to know the newest. Only for a filter with a word of two characters
/// or more.
std::expected<std::vector<TicketRow>, Failure> searchedPage(
    const Database &database, const TicketFilter &filter, const std::optional<TicketRow> &last, int limit);

/// How many tickets pass `filter`, which is one for `searchedPage`.
std::expected<std::int64_t, Failure> searchedCount(const Database &database, const TicketFilter &filter);

/// Whether `searchedPage` is for this filter.
bool isSearched(const TicketFilter &filter);

} // namespace huying
