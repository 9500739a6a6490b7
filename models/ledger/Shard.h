#pragma once

#include "Faults.h"
#include "FigureDigests.h"
#include "LedgerReader.h"
#include "Refolding.h"

#include <memory>
#include <thread>

namespace huying
{

/// Consecutive entries and the chain before them.
struct Batch {
    Digest before {};
    std::vector<Entry> entries;
};

/// Which part of the work is whose: tickets by their id, links of the chain by their position.
struct ShardOf {
    std::size_t number = 0;
    std::size_t count = 1;
};

/// One thread's share of a verification. It gets the whole log and looks at its part.
class Shard
{
public:
    Shard(ShardOf part, const std::filesystem::path &ledger, const LedgerSettings &settings,
        const std::unordered_map<TicketId, Version> &versions, Faults &faults);
    Shard(Shard &&) noexcept;
    ~Shard();

    /// Waits while too much is waiting to be worked off.
    void give(std::shared_ptr<const Batch> batch);
    /// Works off the rest, or drops it; how many tickets were folded that have a row.
    std::size_t finish(bool whole);
    /// After finish(): what the folded tickets add to the figures.
    const FigureDigests &figures() const;

private:
    struct Work;
    std::unique_ptr<Work> _work;
    std::jthread _thread;
};

} // namespace huying
