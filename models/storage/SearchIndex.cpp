#include "SearchIndex.h"

#include "Schema.h"

#include <domain/SearchWords.h>

#include <algorithm>

namespace huying
{

SearchedTexts searchedTexts(const TicketRow &row)
{
    return { row.number, row.title, row.place, row.reportedAt };
}

SearchIndex::SearchIndex(const Database &database)
    : _database(&database), _mergeTexts(database, "search_text"), _mergeCitizens(database, "search_person")
{
    _addText = database.later(
        "INSERT INTO search_text (rowid, number_pairs, title_pairs, place_pairs) VALUES (?1, ?2, ?3, ?4)");
    _addCitizen = database.later("INSERT INTO search_person (rowid, name_pairs, telephone_pairs) VALUES (?1, ?2, ?3)");
    _removeText = database.later("DELETE FROM search_text WHERE rowid = ?1");
    _removeCitizen = database.later("DELETE FROM search_person WHERE rowid = ?1");
}

std::expected<void, Failure> SearchIndex::readLast()
{
    if (_last) {
        return {};
    }
    const auto last = stateNumber(*_database, "search-last");
    const auto newest = stateNumber(*_database, "search-newest");
    if (!last || !newest) {
        return std::unexpected(last ? newest.error() : last.error());
    }
    _last = last->value_or(0);
    _newest = newest->has_value() ? Instant { std::chrono::milliseconds { **newest } } : Instant::min();
    _isChanged = false;
    return {};
}

std::expected<std::int64_t, Failure> SearchIndex::add(const SearchedTexts &texts, const Citizen &citizen)
{
    if (const auto read = readLast(); !read) {
        return std::unexpected(read.error());
    }
    const bool isInOrder = texts.reportedAt >= _newest;
    const std::int64_t key = (*_last / 2 + 1) * 2 + (isInOrder ? 0 : 1);
    _last = key;
    _newest = std::max(_newest, texts.reportedAt);
    _isChanged = true;
    ++_added;
    const std::array pairs { pairsOf(texts.number), pairsOf(texts.title), pairsOf(texts.place) };
    _addText.bind(1, key);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        _addText.bind(int(i) + 2, std::string_view(pairs[i]));
    }
    return _addText.run()
        .and_then([&] { return citizen.isEmpty() ? std::expected<void, Failure>() : setCitizen(key, citizen); })
        .transform([&] { return key; });
}

std::expected<void, Failure> SearchIndex::setCitizen(std::int64_t key, const Citizen &citizen)
{
    const std::string name = pairsOf(citizen.name);
    const std::string telephone = pairsOf(citizen.telephone);
    const auto removed = _removeCitizen.bind(1, key).run();
    ++_added;
    if (!removed || citizen.isEmpty()) {
        return removed;
    }
    return _addCitizen.bind(1, key).bind(2, std::string_view(name)).bind(3, std::string_view(telephone)).run();
}

std::expected<void, Failure> SearchIndex::remove(std::int64_t key)
{
    ++_added;
    return _removeText.bind(1, key).run().and_then([&] { return _removeCitizen.bind(1, key).run(); });
}

std::expected<void, Failure> SearchIndex::mergeSome()
{
    if (_added == 0) {
        return {};
    }
    // A ticket's words take a tenth of a page or two, and are written once more on each of six or seven levels.
    constexpr std::int64_t fewestPages = 4;
    const std::int64_t pages = fewestPages + std::exchange(_added, 0);
    return _mergeTexts.take(pages).and_then([&] { return _mergeCitizens.take(pages); });
}

std::expected<void, Failure> SearchIndex::finish()
{
    if (!_isChanged || !_last) {
        return {};
    }
    _isChanged = false;
    return setState(*_database, "search-last", *_last).and_then([&] {
        return setState(*_database, "search-newest", std::int64_t { _newest.time_since_epoch().count() });
    });
}

std::string matchOf(std::string_view word, bool isPhrase)
{
    std::string match = "\"" + pairsOf(word) + "\"";
    if (!isPhrase) {
        for (std::size_t space = match.find(' '); space != std::string::npos; space = match.find(' ', space)) {
            match.replace(space, 1, "\" AND \"");
            space += 6;
        }
    }
    return match;
}

} // namespace huying
