#include "SnapshotParts.h"

#include <storage/Schema.h>
#include <storage/TicketStore.h>

namespace huying
{

namespace
{

/// The index of words is copied by the tables it consists of (sqlite.org/fts5.html, 9); the one by citizens is not.
constexpr std::string_view wholeCounty = "INSERT INTO figure_word SELECT * FROM ledger.figure_word;"
                                         "INSERT INTO figure SELECT * FROM ledger.figure;"
                                         "DELETE FROM search_text_data; DELETE FROM search_text_config;"
                                         "INSERT INTO search_text_data SELECT * FROM ledger.search_text_data;"
                                         "INSERT INTO search_text_idx SELECT * FROM ledger.search_text_idx;"
                                         "INSERT INTO search_text_docsize SELECT * FROM ledger.search_text_docsize;"
                                         "INSERT INTO search_text_config SELECT * FROM ledger.search_text_config;";

/// By townships: whose grid it was is not for who does not see the ticket.
std::expected<void, Failure> addBlock(
    FigureStore &county, const std::vector<std::string> &words, const FigureBlock &block, std::string_view cells)
{
    const auto numberOf = [&](std::uint32_t number) { return county.words().numberOf(words.at(number)); };
    const auto area = numberOf(std::uint32_t(block.area));
    if (!area) {
        return std::unexpected(area.error());
    }
    std::expected<void, Failure> done;
    walkCells(cells, [&](const CellKey &key, Measure measure, std::int64_t count) {
        const auto category = numberOf(key.category);
        const auto unit = numberOf(key.unit);
        if (!category || !unit) {
            done = std::unexpected(category ? unit.error() : category.error());
            return;
        }
        const CellKey own { std::uint32_t(*area), std::uint32_t(*category), std::uint32_t(*unit), key.channel };
        done = done.and_then(
            [&] { return county.add({ block.counting, block.day, *area }, { own, measure, std::int32_t(count) }); });
    });
    return done;
}

std::expected<void, Failure> addCountyFigures(const Database &target, std::int64_t position)
{
    const auto words = FigureWords(target, "ledger").all();
    auto blocks = target.prepare("SELECT block, cells FROM ledger.figure ORDER BY block");
    if (!words || !blocks) {
        return std::unexpected(words ? blocks.error() : words.error());
    }
    FigureStore county(target, "county_figure");
    std::expected<void, Failure> done;
    auto more = blocks->step();
    for (; done && more && *more; more = blocks->step()) {
        done = addBlock(county, *words, FigureBlock::from(blocks->number(0)), blocks->bytes(1));
    }
    return done.and_then([&] { return more.transform([](bool) {}); })
        .and_then([&] { return county.finish(); })
        .and_then([&] { return setState(target, "county-figures", position); });
}

} // namespace

std::expected<void, Failure> fillFiguresAndSearch(
    const Database &target, const Audience &audience, std::int64_t position)
{
    if (audience.isWholeCounty()) {
        return target.execute(wholeCounty).and_then([&] { return indexCitizens(target); });
    }
    return deriveFromRows(target).and_then([&] { return addCountyFigures(target, position); });
}

} // namespace huying
