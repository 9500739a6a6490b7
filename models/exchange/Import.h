#pragma once

#include "Comparison.h"
#include "Mapping.h"
#include "SourceTicket.h"

#include <domain/Directory.h>
#include <rules/Workflow.h>
#include <sync/Feed.h>

#include <array>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>

namespace huying
{

/// Where imported tickets go.
class ImportTarget
{
public:
    virtual ~ImportTarget() = default;
    /// The rows that come next are of these; a target that is far away asks for all of them at once.
    virtual std::expected<void, Failure> expect(std::span<const Origin>) { return {}; }
    /// The ticket of this origin with its trail; nothing when there is none.
    virtual std::expected<std::optional<Ticket>, Failure> find(const Origin &origin) = 0;
    /// Checks each proposal and keeps those that fit, all in one step; one outcome a proposal.
    virtual std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) = 0;
    /// The county's facts as they are there now, with what others have set since the import began.
    virtual std::expected<Directory, Failure> directoryNow() = 0;
    /// Nobody else writes there meanwhile: a new name may go in together with the rows that use it.
    virtual bool isAlone() const { return false; }
};

/// What became of a file's rows; added + updated + unchanged + rejected is rows.
struct ImportCounts {
    std::uint64_t rows = 0;
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t rejected = 0;
    std::uint64_t events = 0;
    std::uint64_t facts = 0; ///< new categories and units
    std::array<std::uint64_t, remarkCount> remarks {}; ///< of rows that are in the ledger

    bool operator==(const ImportCounts &) const = default;
};

struct ImportReport {
    ImportCounts counts;
    bool isStopped = false; ///< on request: the rows counted are whole, those after them untouched
    std::optional<std::filesystem::path> rejectedFile; ///< where there are any
    std::optional<Comparison> comparison;
};

/// What an import needs beside the file.
struct ImportSurroundings {
    const RuleBook &rules;
    Directory directory; ///< the county's facts before the import
    Instant now;
    std::function<void(std::span<std::uint8_t>)> random; ///< fills with unpredictable bytes: ids and salts
    std::stop_token stop;
    std::function<void(const ImportCounts &, const SheetProgress &)> progress; ///< after each batch; may be absent
    bool isCompared = false; ///< with the column for TicketField::OnTime; differences go to FILE.differences.csv
};

/// Imports `file` by `mapping`. Every row ends in the ledger (new, updated, or unchanged) or in FILE.rejected.csv, with
/// its reason and its cells as they were; the same file a second time changes nothing.
///
/// A row whose point lies in the county and that names no region gets the narrowest one there; a point outside is kept
/// and counted by its Remark.
///
/// An id that comes again in one file is unchanged when its row says the same, else rejected with the row that came
/// first: which of the two is newer, nobody says. A row is rejected that has no id, no time of opening or no text, a
/// date in none of the mapping's formats, a status the mapping does not know, is closed without a time or before it was
/// opened, has more cells than the header or begins inside an unclosed quote; and one that the rules refuse. What is
/// odd and taken all the same is counted by Remark.
/// Fails, with the rows before kept, when the table is damaged, a file cannot be written, or the target fails.
std::expected<ImportReport, Failure> importTable(const std::filesystem::path &file, const Mapping &mapping,
    ImportTarget &target, const ImportSurroundings &surroundings);

/// Whether `file` is a table that has the columns of `mapping`, before anything is done with it.
std::expected<void, Failure> checkTable(const std::filesystem::path &file, const Mapping &mapping);

/// FILE.rejected.csv, FILE.differences.csv.
std::filesystem::path besides(const std::filesystem::path &file, std::string_view what);

} // namespace huying
