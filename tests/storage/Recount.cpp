#include "Recount.h"

#include <domain/SearchWords.h>
#include <storage/FigureReader.h>
#include <storage/RowStore.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <vector>

namespace huying::testing
{

namespace
{

using Counts = std::map<FigureCount, std::int64_t>;
/// Which pair of characters, by its hash, stands in the texts of which key; sorted, each once.
using Tokens = std::vector<std::pair<std::int64_t, std::size_t>>;

std::size_t hashOf(std::string_view pair)
{
    return std::hash<std::string_view>()(pair);
}

void addPairs(Tokens &tokens, std::int64_t key, std::string_view text)
{
    const std::string pairs = pairsOf(text);
    for (const auto pair : std::views::split(pairs, ' ')) {
        if (!pair.empty()) {
            tokens.emplace_back(key, hashOf(std::string_view(pair)));
        }
    }
}

Tokens inOrder(Tokens tokens)
{
    std::ranges::sort(tokens);
    const auto twice = std::ranges::unique(tokens);
    tokens.erase(twice.begin(), twice.end());
    return tokens;
}

/// The texts that `sql` gives behind a key.
std::expected<Tokens, Failure> wanted(const Database &database, std::string_view sql)
{
    auto statement = database.prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    Tokens tokens;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        for (const int column : { 1, 2, 3 }) {
            addPairs(tokens, statement->number(0), statement->text(column));
        }
    }
    return more.transform([&](bool) { return inOrder(std::move(tokens)); });
}

std::expected<Tokens, Failure> indexed(const Database &database, const std::string &index)
{
    const auto made = database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.of_" + index + " USING fts5vocab(main, " + index + ", instance)");
    auto statement = database.prepare("SELECT doc, term FROM temp.of_" + index);
    if (!made || !statement) {
        return std::unexpected(made ? statement.error() : made.error());
    }
    Tokens tokens;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        tokens.emplace_back(statement->number(0), hashOf(statement->text(1)));
    }
    return more.transform([&](bool) { return inOrder(std::move(tokens)); });
}

std::string wrongInIndex(const Database &database, const std::string &index, std::string_view sql)
{
    const auto should = wanted(database, sql);
    const auto is = indexed(database, index);
    if (!should || !is) {
        return index + " cannot be read: " + (should ? is.error() : should.error()).text.toStdString();
    }
    return *should == *is ? std::string() : index + " does not hold what its tickets say";
}

} // namespace

std::string wrongInFigures(const Database &database)
{
    auto store = RowStore::on(database);
    Counts counted;
    const auto counts = store->walk([&](const TicketRow &row) -> std::expected<void, Failure> {
        unpack(row.counted, row.reportedAt, row.lead.text,
            [&](Counting counting, Day day, std::string_view unit, Measure measure) {
                ++counted[{
                    counting, day, row.region.text, row.category.text, std::string(unit), row.channel, measure }];
            });
        return {};
    });
    Counts kept;
    const auto keeps =
        walkFigures(database, "figure", [&](const FigureCount &what, std::int64_t count) { kept[what] += count; });
    if (!counts || !keeps) {
        return "its rows or figures cannot be read";
    }
    return kept == counted ? "" : "its figures are not those of its tickets";
}

std::string wrongInSearch(const Database &database, const std::filesystem::path &ledger, bool seesCitizens)
{
    if (database.number("SELECT count(*) FROM ticket WHERE search_key IS NULL") != 0) {
        return "a ticket is not in its index of words";
    }
    auto attach = database.prepare("ATTACH ?1 AS ledger");
    const std::string &file = ledger.native();
    if (!ledger.empty() && (!attach || !attach->bind(1, std::string_view(file)).run())) {
        return "its ledger cannot be read";
    }
    std::string wrong = wrongInIndex(database, "search_text", "SELECT search_key, number, title, place FROM ticket");
    if (wrong.empty()) {
        wrong = wrongInIndex(database, "search_person",
            "SELECT search_key, personal ->> '$.name', personal ->> '$.telephone', '' FROM "
                + std::string(ledger.empty() ? "main" : "ledger")
                + ".event JOIN main.ticket ON ticket.id = event.subject WHERE kind = 0 AND personal IS NOT NULL"
                + (seesCitizens ? "" : " AND 0"));
    }
    if (!ledger.empty() && !database.execute("DETACH ledger")) {
        return "its ledger cannot be let go of";
    }
    return wrong;
}

std::string wrongInFiguresAndSearch(const Database &database, const std::filesystem::path &ledger, bool seesCitizens)
{
    const std::string wrong = wrongInFigures(database);
    return wrong.empty() ? wrongInSearch(database, ledger, seesCitizens) : wrong;
}

} // namespace huying::testing
