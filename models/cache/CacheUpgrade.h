#pragma once

#include <folding/RuleTimeline.h>
#include <storage/FactStore.h>
#include <storage/Schema.h>

namespace huying
{

/// The rules along the log as far as they are in a cache. One that was fetched by an older desk may hold a notice
/// without its entry: that one counts from the beginning.
std::expected<RuleTimeline, Failure> rulesOf(
    const Database &database, EntryStore &entries, FactStore &facts, const DeadlineSettings &deadlines);

/// Folds every ticket of a cache of an older schema anew whose events are here, and makes figures and search from the
/// rows. Where events are missing the figures are not whole until the cache is fetched anew; everything else goes on.
Derivation foldingAnew(const DeadlineSettings &deadlines);

} // namespace huying
