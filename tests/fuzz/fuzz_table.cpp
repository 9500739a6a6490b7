// A table of another system's, in whatever encoding: what is guessed of it, and its rows by that guess.
#include "Fuzzing.h"

#include <exchange/Guess.h>
#include <exchange/RowReader.h>
#include <sheets/Sheet.h>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

constexpr std::uint64_t most = 1 << 20;

/// Every row of the table; those that can be tickets too, where there is a mapping.
void read(const std::filesystem::path &file, const Mapping *mapping)
{
    SheetOptions options = mapping == nullptr ? SheetOptions() : sheetOptionsOf(*mapping);
    options.limits = { .recordBytes = most, .cellBytes = most, .unpackedBytes = most, .cells = most };
    const auto sheet = openSheet(file, options);
    if (!sheet) {
        return;
    }
    auto rows = mapping == nullptr ? std::expected<RowReader, Failure>(failure(FailureKind::NotFound, {}))
                                   : RowReader::of(*mapping, (*sheet)->header(), (*sheet)->facts().dateSystem);
    while (const auto row = (*sheet)->next()) {
        if (!*row) {
            break;
        }
        if (rows) {
            const auto ticket = rows->read(**row);
            require(!ticket || !(ticket->title.empty() || ticket->id.empty()), "a ticket has an id and a title");
        }
    }
    const SheetProgress progress = (*sheet)->progress();
    require(progress.bytesRead <= progress.bytesInAll, "no more is read than there is");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::filesystem::path file = fileOf(fuzzing::viewOf(data, size));
    const auto mapping = guessedMapping(file);
    read(file, mapping ? &*mapping : nullptr);
    return 0;
}
