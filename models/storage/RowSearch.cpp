#include "RowSearch.h"

#include "RowColumns.h"
#include "RowConditions.h"
#include "SearchIndex.h"

#include <algorithm>
#include <limits>

namespace huying
{

namespace
{

bool isNewer(const TicketRow &one, const TicketRow &other)
{
    return std::pair(one.reportedAt, one.id) > std::pair(other.reportedAt, other.id);
}

/// The newest rows so far, each once.
class Newest
{
public:
    explicit Newest(int limit) : _limit(std::size_t(std::max(limit, 0))) {}

    void take(TicketRow row)
    {
        const auto place = std::ranges::lower_bound(_rows, row, isNewer);
        if (place != _rows.end() && place->id == row.id) {
            return;
        }
        _rows.insert(place, std::move(row));
        if (_rows.size() > _limit) {
            _rows.pop_back();
        }
    }
    /// Whether nothing reported before `moment` can be among them any more.
    bool isFullBefore(Instant moment) const { return _rows.size() == _limit && moment < oldest(); }
    std::vector<TicketRow> rows() && { return std::move(_rows); }

private:
    Instant oldest() const { return _rows.empty() ? Instant::max() : _rows.back().reportedAt; }

    std::size_t _limit;
    std::vector<TicketRow> _rows;
};

/// Where in the index rows reported before or from a moment on lie, as far as they came in order.
class Bounds
{
public:
    static std::expected<Bounds, Failure> of(
        const Database &database, const TicketFilter &filter, const std::optional<TicketRow> &last)
    {
        Bounds bounds;
        std::optional<Instant> until = last ? std::optional(last->reportedAt) : std::nullopt;
        if (filter.until) {
            until = std::min(until.value_or(Instant::max()), endOf(*filter.until));
        }
        const auto above = until ? key(database, "> ?1 AND search_key % 2 = 0 ORDER BY reported_at, search_key", *until)
                                 : std::expected<std::optional<std::int64_t>, Failure>();
        const auto below = filter.from
            ? key(database, "< ?1 AND search_key % 2 = 0 ORDER BY reported_at DESC, search_key DESC",
                  startOf(*filter.from))
            : std::expected<std::optional<std::int64_t>, Failure>();
        if (!above || !below) {
            return std::unexpected(above ? below.error() : above.error());
        }
        bounds.above = above->value_or(bounds.above);
        bounds.below = below->value_or(bounds.below);
        return bounds;
    }

    std::int64_t above = std::numeric_limits<std::int64_t>::max(); ///< from here on only those that came late
    std::int64_t below = std::numeric_limits<std::int64_t>::min(); ///< from here down none

private:
    static std::expected<std::optional<std::int64_t>, Failure> key(
        const Database &database, const std::string &condition, Instant moment)
    {
        auto statement = database.prepare("SELECT search_key FROM ticket WHERE reported_at " + condition + " LIMIT 1");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        return statement->bind(1, moment).step().transform(
            [&](bool found) { return found ? std::optional(statement->number(0)) : std::nullopt; });
    }
};

/// What the index of texts is asked for: the pairs of all words that it knows of.
std::string allInText(const std::vector<std::string> &words)
{
    std::string match;
    for (const std::string &word : words) {
        if (isIndexed(word)) {
            match += (match.empty() ? "" : " AND ") + matchOf(word, false);
        }
    }
    return match;
}

/// One search: every way in which a row can have all words, each read from the newest on.
class Search
{
public:
    Search(const Database &database, const TicketFilter &filter, const std::optional<TicketRow> &last, int limit)
        : _database(database)
        , _filter(filter)
        , _last(last)
        , _limit(limit)
        , _words(wordsIn(filter.words))
        , _newest(limit)
    {
    }

    std::expected<std::vector<TicketRow>, Failure> rows()
    {
        const auto bounds = Bounds::of(_database, _filter, _last);
        if (!bounds) {
            return std::unexpected(bounds.error());
        }
        auto done = readIndex("search_text", allInText(_words), *bounds);
        for (const std::string &word : _words) {
            if (done && isIndexed(word)) {
                done = readIndex("search_person", matchOf(word, true), *bounds);
            }
        }
        for (const WordSense &sense : _filter.senses) {
            if (done && std::ranges::contains(_words, sense.word)) {
                done = readSense(sense);
            }
        }
        return done.transform([&] { return std::move(_newest).rows(); });
    }

private:
    RowConditions conditions() const
    {
        RowConditions conditions = conditionsWithWords(_filter);
        if (_last) {
            addBehind(conditions, *_last);
        }
        return conditions;
    }

    /// What an index finds below the bound, and what came late above it.
    std::expected<void, Failure> readIndex(const std::string &index, const std::string &match, const Bounds &bounds)
    {
        const std::string number = index + ".rowid";
        RowConditions below = conditions();
        below.add(index + " MATCH " + below.hold(match));
        below.add(number + " < " + below.hold(bounds.above));
        below.add(number + " > " + below.hold(bounds.below));
        const auto done = readHits(index, below);
        if (!done || bounds.above == std::numeric_limits<std::int64_t>::max()) {
            return done;
        }
        RowConditions late = conditions();
        late.add(index + " MATCH " + late.hold(match));
        late.add(number + " >= " + late.hold(bounds.above));
        late.add(number + " % 2 = 1");
        return readHits(index, late);
    }

    std::expected<void, Failure> readHits(const std::string &index, const RowConditions &conditions)
    {
        auto statement = _database.prepare("SELECT " + std::string(rowColumns()) + ", search_key FROM " + index
            + " CROSS JOIN ticket ON ticket.search_key = " + index + ".rowid WHERE 1" + conditions.sql() + " ORDER BY "
            + index + ".rowid DESC");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        conditions.bind(*statement);
        const int keyColumn = columnCount;
        auto more = statement->step();
        for (; more && *more; more = statement->step()) {
            TicketRow row = readRow(*statement);
            const bool isInOrder = statement->number(keyColumn) % 2 == 0;
            if (isInOrder && _newest.isFullBefore(row.reportedAt)) {
                break;
            }
            _newest.take(std::move(row));
        }
        return more.transform([](bool) {});
    }

    std::expected<void, Failure> readSense(const WordSense &sense)
    {
        RowConditions all = conditions();
        all.add(senseCondition(all, sense));
        auto statement = _database.prepare("SELECT " + std::string(rowColumns()) + " FROM ticket WHERE 1" + all.sql()
            + " ORDER BY reported_at DESC, id DESC LIMIT " + std::to_string(_limit));
        if (!statement) {
            return std::unexpected(statement.error());
        }
        all.bind(*statement);
        auto more = statement->step();
        for (; more && *more; more = statement->step()) {
            _newest.take(readRow(*statement));
        }
        return more.transform([](bool) {});
    }

    const Database &_database;
    const TicketFilter &_filter;
    const std::optional<TicketRow> &_last;
    int _limit;
    std::vector<std::string> _words;
    Newest _newest;
};

/// That a row is among those that some index finds; more of them than have all words.
std::string isAmongFound(RowConditions &conditions, const TicketFilter &filter, const std::vector<std::string> &words)
{
    std::string found = "SELECT rowid FROM search_text WHERE search_text MATCH " + conditions.hold(allInText(words));
    for (const std::string &word : words) {
        if (isIndexed(word)) {
            found += " UNION SELECT rowid FROM search_person WHERE search_person MATCH "
                + conditions.hold(matchOf(word, true));
        }
    }
    for (const WordSense &sense : filter.senses) {
        if (std::ranges::contains(words, sense.word)) {
            found += " UNION SELECT search_key FROM ticket WHERE " + senseCondition(conditions, sense);
        }
    }
    return "search_key IN (" + found + ")";
}

} // namespace

std::expected<std::int64_t, Failure> searchedCount(const Database &database, const TicketFilter &filter)
{
    const std::vector<std::string> words = wordsIn(filter.words);
    // a single pair is found where it stands; more of them are looked at again
    const bool isPair = words.size() == 1 && charactersIn(words.front()) == 2;
    RowConditions conditions = isPair ? conditionsOf(filter) : conditionsWithWords(filter);
    conditions.add(isAmongFound(conditions, filter, words));
    return database.prepare("SELECT count(*) FROM ticket WHERE 1" + conditions.sql()).and_then([&](Statement counting) {
        conditions.bind(counting);
        return counting.step().transform([&](bool) { return counting.number(0); });
    });
}

bool isSearched(const TicketFilter &filter)
{
    return std::ranges::any_of(wordsIn(filter.words), isIndexed);
}

std::expected<std::vector<TicketRow>, Failure> searchedPage(
    const Database &database, const TicketFilter &filter, const std::optional<TicketRow> &last, int limit)
{
    return Search(database, filter, last, limit).rows();
}

} // namespace huying
