#include "EvenMerge.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr int fewest = 4; ///< segments that FTS5 merges when asked to, its `usermerge`
constexpr int tooMany = 32; ///< segments of a level, that a search would have to look into
constexpr std::int64_t mostDeleted = 10; ///< in a hundred, FTS5's `deletemerge`
constexpr std::string_view secondFormat("\xFF\x00\x00\x01", 4);
constexpr std::size_t cookie = 4;

/// SQLite's own numbers: seven bits a byte, the highest first, the ninth byte whole.
class Numbers
{
public:
    explicit Numbers(std::string_view bytes) : _bytes(bytes) {}

    std::uint64_t next()
    {
        constexpr int longest = 9;
        std::uint64_t value = 0;
        for (int i = 1; i <= longest && !_bytes.empty(); ++i) {
            const auto byte = std::uint8_t(_bytes.front());
            _bytes.remove_prefix(1);
            if (i == longest) {
                return value << 8U | byte;
            }
            value = value << 7U | (byte & 0x7FU);
            if (byte < 0x80U) {
                return value;
            }
        }
        _isWhole = false;
        return 0;
    }
    bool isWhole() const { return _isWhole; }
    bool isAtEnd() const { return _bytes.empty(); }

private:
    std::string_view _bytes;
    bool _isWhole = true;
};

/// The level that FTS5 merges because of what was deleted (fts5IndexFindDeleteMerge).
const IndexLevel *withMostDeleted(const std::vector<IndexLevel> &levels)
{
    const IndexLevel *best = nullptr;
    std::int64_t most = mostDeleted - 1;
    for (const IndexLevel &level : levels) {
        const std::int64_t share = level.documents > 0 ? level.deleted * 100 / level.documents : 0;
        if (share > most) {
            most = share;
            best = &level;
        }
        if (level.merging > 0) {
            break;
        }
    }
    return best;
}

/// The level that FTS5 would merge (fts5IndexMerge in its source); none where no level has enough segments.
const IndexLevel *chosenOf(const std::vector<IndexLevel> &levels)
{
    const IndexLevel *best = nullptr;
    int most = 0;
    for (const IndexLevel &level : levels) {
        if (level.merging > 0) {
            const bool goesOn = level.merging > most;
            best = goesOn ? &level : best;
            most = goesOn ? fewest : most;
            break;
        }
        if (level.segments > most) {
            most = level.segments;
            best = &level;
        }
    }
    return most < fewest ? withMostDeleted(levels) : best;
}

void readSegment(Numbers &numbers, bool isSecond, IndexLevel &level)
{
    static_cast<void>(numbers.next()); // its number
    const std::uint64_t first = numbers.next();
    const std::uint64_t last = numbers.next();
    level.pages += last == 0 ? 0 : std::int64_t(last - first) + 1; // one that is used up has none
    if (isSecond) {
        for (int i = 0; i < 3; ++i) {
            static_cast<void>(numbers.next()); // where it comes from, and pages of what was deleted
        }
        level.deleted += std::int64_t(numbers.next());
        level.documents += std::int64_t(numbers.next());
    }
}

} // namespace

std::optional<std::vector<IndexLevel>> levelsIn(std::string_view structure)
{
    if (structure.size() < cookie) {
        return std::nullopt;
    }
    structure.remove_prefix(cookie);
    const bool isSecond = structure.starts_with(secondFormat);
    structure.remove_prefix(isSecond ? secondFormat.size() : 0);
    Numbers numbers(structure);
    const std::uint64_t count = numbers.next();
    static_cast<void>(numbers.next()); // segments in all
    static_cast<void>(numbers.next()); // how often it was written
    std::vector<IndexLevel> levels;
    for (std::uint64_t i = 0; i < count && numbers.isWhole(); ++i) {
        IndexLevel level { .merging = int(numbers.next()), .segments = int(numbers.next()) };
        for (int segment = 0; segment < level.segments && numbers.isWhole(); ++segment) {
            readSegment(numbers, isSecond, level);
        }
        levels.push_back(level);
    }
    return numbers.isWhole() && numbers.isAtEnd() ? std::optional(std::move(levels)) : std::nullopt;
}

EvenMerge::EvenMerge(const Database &database, const std::string &index, std::int64_t mostPages)
    : _database(&database), _index(index), _mostPages(mostPages)
{
    _structure = database.later("SELECT block FROM " + index + "_data WHERE id = 10");
    _merge = database.later("INSERT INTO " + index + " (" + index + ", rank) VALUES ('merge', ?1)");
}

std::expected<void, Failure> EvenMerge::configure()
{
    if (std::exchange(_isConfigured, true)) {
        return {};
    }
    const std::string set = "INSERT INTO " + _index + " (" + _index + ", rank) VALUES ";
    return _database->execute(set + "('automerge', 0);" + set + "('crisismerge', 1000)");
}

/// How many pages to ask for now, of one level and not of the next: 0 where there is nothing to do.
std::expected<std::int64_t, Failure> EvenMerge::next(std::int64_t pages)
{
    const auto found = _structure.step();
    if (!found) {
        return std::unexpected(found.error());
    }
    const auto levels = *found ? levelsIn(_structure.bytes(0)) : std::nullopt;
    _structure.reset();
    if (!levels) {
        return pages; // another format: as FTS5 thinks best
    }
    const IndexLevel *const chosen = chosenOf(*levels);
    if (chosen == nullptr || (chosen->pages > _mostPages && chosen->segments < tooMany)) {
        return 0;
    }
    // what comes of them has no fewer pages than the largest, so that nothing is left to ask of another level
    return std::clamp<std::int64_t>(chosen->pages / std::max(2 * chosen->segments, 1), 1, pages);
}

std::expected<void, Failure> EvenMerge::take(std::int64_t pages)
{
    auto done = configure();
    while (done && pages > 0) {
        const auto now = next(pages);
        if (!now || *now == 0) {
            return now.transform([](std::int64_t) {});
        }
        done = _merge.bind(1, *now).run();
        pages -= *now + 1;
    }
    return done;
}

} // namespace huying
