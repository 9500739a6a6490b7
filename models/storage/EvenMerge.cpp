#include "EvenMerge.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr int fewest = 4; ///< segments that FTS5 merges when asked to, its `usermerge`
constexpr int tooMany = 64; ///< segments of a level, that a search would have to look into
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
    return most < fewest ? nullptr : best;
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
        IndexLevel level { .merging = int(numbers.next()), .segments = int(numbers.next()), .pages = 0 };
        for (int segment = 0; segment < level.segments && numbers.isWhole(); ++segment) {
            static_cast<void>(numbers.next()); // its number
            const std::uint64_t first = numbers.next();
            level.pages += std::int64_t(numbers.next() - first) + 1;
            for (int more = 0; isSecond && more < 5; ++more) {
                static_cast<void>(numbers.next());
            }
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
    // what comes of a level's pages is never a sixteenth of them
    return std::clamp<std::int64_t>(chosen->pages / 16, 1, pages);
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
