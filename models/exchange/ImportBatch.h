#pragma once

#include "Import.h"

#include <optional>

namespace huying
{

/// A row that has been read and says something new, with its events.
struct TakenRow {
    Row row;
    bool isNew = false; ///< its ticket is
    Remarks remarks;
};

/// Rows whose events wait for the ledger, so that many go in at once.
class ImportBatch
{
public:
    explicit ImportBatch(ImportTarget &target) : _target(target) {}

    void add(Proposal names) { _proposals.push_back(std::move(names)); }
    void add(TakenRow row, Proposal events);
    bool isFull() const;

    using Settle = std::function<std::expected<void, Failure>(const TakenRow &, const Outcome &)>;
    /// Brings all that waits into the ledger and tells what became of each row. False when nothing waited.
    std::expected<bool, Failure> flush(const Settle &settle);

private:
    struct Waiting {
        TakenRow row;
        std::size_t proposal = 0; ///< its place in the batch
    };

    ImportTarget &_target;
    std::vector<Waiting> _waiting;
    std::vector<Proposal> _proposals;
};

} // namespace huying
