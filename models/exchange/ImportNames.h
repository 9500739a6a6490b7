#pragma once

#include "Import.h"
#include "NameBook.h"

#include <optional>

namespace huying
{

/// What became of the names that rows have brought.
struct KeptNames {
    bool areKept = true; ///< false: somebody else has given one of their codes; codes are to be asked for again
    std::size_t facts = 0; ///< new ones
    std::optional<Proposal> along; ///< to go in with the rows that use them, where nobody else writes
};

/// The county's names while rows are brought in: what a row names and the county does not know goes into the ledger
/// before the row.
class ImportNames
{
public:
    ImportNames(const Directory &known, const Mapping &mapping, ImportTarget &target, const EventMaker &maker)
        : _mapping(mapping), _target(target), _maker(maker), _book(std::in_place, known, mapping)
    {
    }

    RowCodes codesOf(const SourceTicket &ticket) { return _book->codesOf(ticket); }

    /// Brings in the names that are new since the last call, as of `now`: all or none. Fails when the target does.
    std::expected<KeptNames, Failure> keep(Instant now);

private:
    Proposal proposalOf(const std::vector<CountyFact> &facts, Instant now) const;
    std::expected<void, Failure> learn(const std::vector<CountyFact> &facts, const Failure &refused);

    const Mapping &_mapping;
    ImportTarget &_target;
    const EventMaker &_maker;
    std::optional<NameBook> _book; ///< there always; made anew when others have given codes meanwhile
};

} // namespace huying
