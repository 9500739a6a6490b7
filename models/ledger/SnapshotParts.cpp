#include "SnapshotParts.h"

#include <storage/Schema.h>
#include <storage/TicketStore.h>

namespace huying
{

namespace
{

/// The indexes are copied by the tables they consist of (sqlite.org/fts5.html, 9).
constexpr std::string_view wholeCountyParts =
    "INSERT INTO figure_word SELECT * FROM ledger.figure_word;"
    "INSERT INTO figure SELECT * FROM ledger.figure;"
    "DELETE FROM search_text_data; DELETE FROM search_text_config;"
    "INSERT INTO search_text_data SELECT * FROM ledger.search_text_data;"
    "INSERT INTO search_text_idx SELECT * FROM ledger.search_text_idx;"
    "INSERT INTO search_text_docsize SELECT * FROM ledger.search_text_docsize;"
    "INSERT INTO search_text_config SELECT * FROM ledger.search_text_config;";

constexpr std::string_view countyCitizens =
    "DELETE FROM search_person_data; DELETE FROM search_person_config;"
    "INSERT INTO search_person_data SELECT * FROM ledger.search_person_data;"
    "INSERT INTO search_person_idx SELECT * FROM ledger.search_person_idx;"
    "INSERT INTO search_person_docsize SELECT * FROM ledger.search_person_docsize;"
    "INSERT INTO search_person_config SELECT * FROM ledger.search_person_config;";

/// The numbers that the words of the ledger's figures have in a snapshot's own. One that is no word's is 0.
class OwnNumbers
{
public:
    OwnNumbers(FigureStore &own, std::vector<std::string> words)
        : _own(own), _words(std::move(words)), _numbers(_words.size())
    {
    }

    std::expected<std::uint32_t, Failure> of(std::int64_t number)
    {
        const auto at = std::size_t(number);
        if (at >= _words.size()) {
            return failure(FailureKind::Damaged, QStringLiteral("a figure of no word"));
        }
        if (_numbers[at] != 0) {
            return _numbers[at];
        }
        return _own.words().numberOf(_words[at]).transform([&](std::int64_t own) {
            return _numbers[at] = std::uint32_t(own);
        });
    }

private:
    FigureStore &_own;
    std::vector<std::string> _words;
    std::vector<std::uint32_t> _numbers;
};

/// By townships: whose grid it was is not for who does not see the ticket.
std::expected<void, Failure> addBlock(
    FigureStore &county, OwnNumbers &numbers, const FigureBlock &block, std::string_view cells)
{
    const auto area = numbers.of(block.area);
    if (!area) {
        return std::unexpected(area.error());
    }
    std::expected<void, Failure> done;
    walkCells(cells, [&](const CellKey &key, Measure measure, std::int64_t count) {
        const auto category = numbers.of(key.category);
        const auto unit = numbers.of(key.unit);
        if (!done || !category || !unit) {
            done = done ? std::unexpected(category ? unit.error() : category.error()) : done;
            return;
        }
        const CellKey own { *area, *category, *unit, key.channel };
        done = county.add({ block.counting, block.day, *area }, { own, measure, std::int32_t(count) });
    });
    return done;
}

std::expected<void, Failure> addCountyFigures(const Database &target, std::int64_t position)
{
    auto words = FigureWords(target, "ledger").all();
    auto blocks = target.prepare("SELECT block, cells FROM ledger.figure ORDER BY block");
    if (!words || !blocks) {
        return std::unexpected(words ? blocks.error() : words.error());
    }
    FigureStore county(target, "county_figure");
    OwnNumbers numbers(county, std::move(*words));
    std::expected<void, Failure> done;
    auto more = blocks->step();
    for (; done && more && *more; more = blocks->step()) {
        done = addBlock(county, numbers, FigureBlock::from(blocks->number(0)), blocks->bytes(1));
    }
    return done.and_then([&] { return more.transform([](bool) {}); })
        .and_then([&] { return county.finish(); })
        .and_then([&] { return setState(target, "county-figures", position); });
}

} // namespace

std::expected<void, Failure> fillFiguresOfRows(const Database &target)
{
    FigureStore figures(target);
    return target.execute("UPDATE ticket SET search_key = NULL")
        .and_then([&] { return RowStore::on(target); })
        .and_then([&](RowStore rows) {
            return rows.walk([&](const TicketRow &row) { return figures.add(countedRow(row)); });
        })
        .and_then([&] { return figures.finish(); });
}

std::expected<void, Failure> fillFiguresAndSearch(
    const Database &target, const Audience &audience, std::int64_t position)
{
    if (audience.isWholeCounty()) {
        return target.execute(wholeCountyParts).and_then([&] {
            return audience.withPersonal ? target.execute(countyCitizens) : std::expected<void, Failure>();
        });
    }
    const Reports reports = audience.withPersonal ? Reports::AttachedLedger : Reports::Here;
    return deriveFromRows(target, reports).and_then([&] { return addCountyFigures(target, position); });
}

} // namespace huying
