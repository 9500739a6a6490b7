#include "FigureCells.h"

#include <domain/Varint.h>

#include <algorithm>

namespace huying
{

namespace
{

// A block's number: the way of counting, the day (shifted, so that none is negative), the area.
constexpr int areaBits = 24;
constexpr int dayBits = 24;
constexpr std::int64_t daysBefore1970 = std::int64_t { 1 } << (dayBits - 1);
constexpr std::size_t townshipCode = 9;

using Counts = std::array<std::int64_t, measureCount>;

CellKey takeKey(std::string_view &bytes)
{
    CellKey key;
    key.region = static_cast<std::uint32_t>(takeVarint(bytes));
    key.category = static_cast<std::uint32_t>(takeVarint(bytes));
    key.unit = static_cast<std::uint32_t>(takeVarint(bytes));
    key.channel = static_cast<std::uint8_t>(takeVarint(bytes));
    return key;
}

/// What of `bytes` a cell's counts take up; they stand behind the key: which measures, then a count for each.
std::string_view takeCounts(std::string_view &bytes)
{
    std::string_view rest = bytes;
    for (auto measures = takeVarint(rest); measures != 0; measures &= measures - 1) {
        takeVarint(rest);
    }
    const std::string_view counts = bytes.substr(0, bytes.size() - rest.size());
    bytes = rest;
    return counts;
}

void readCounts(std::string_view bytes, Counts &counts)
{
    const auto measures = takeVarint(bytes);
    for (std::size_t measure = 0; measure < measureCount; ++measure) {
        counts[measure] = measures >> measure & 1U ? unzigzag(takeVarint(bytes)) : 0;
    }
}

void putCell(std::string &bytes, const CellKey &key, const Counts &counts)
{
    std::uint64_t measures = 0;
    for (std::size_t measure = 0; measure < measureCount; ++measure) {
        measures |= std::uint64_t { counts[measure] != 0 } << measure;
    }
    if (measures == 0) {
        return;
    }
    for (const std::uint64_t part : { std::uint64_t { key.region }, std::uint64_t { key.category },
             std::uint64_t { key.unit }, std::uint64_t { key.channel }, measures }) {
        putVarint(bytes, part);
    }
    for (const std::int64_t count : counts) {
        if (count != 0) {
            putVarint(bytes, zigzag(count));
        }
    }
}

} // namespace

std::int64_t FigureBlock::number() const
{
    const std::int64_t days = day.time_since_epoch().count() + daysBefore1970;
    return ((std::int64_t { static_cast<std::uint8_t>(counting) } << dayBits | days) << areaBits) | area;
}

FigureBlock FigureBlock::from(std::int64_t number)
{
    const std::int64_t days = (number >> areaBits) & ((std::int64_t { 1 } << dayBits) - 1);
    return { static_cast<Counting>(number >> (areaBits + dayBits)), Day { std::chrono::days { days - daysBefore1970 } },
        number & ((std::int64_t { 1 } << areaBits) - 1) };
}

std::string_view areaOf(std::string_view region)
{
    return region.substr(0, townshipCode);
}

void walkCells(std::string_view cells, const std::function<void(const CellKey &, Measure, std::int64_t count)> &visit)
{
    while (!cells.empty()) {
        const CellKey key = takeKey(cells);
        const auto measures = takeVarint(cells);
        for (std::size_t measure = 0; measure < measureCount; ++measure) {
            if (measures >> measure & 1U) {
                visit(key, static_cast<Measure>(measure), unzigzag(takeVarint(cells)));
            }
        }
    }
}

std::string changedCells(std::string_view cells, std::vector<CellChange> &changes)
{
    std::ranges::sort(changes, {}, &CellChange::key);
    std::string changed;
    changed.reserve(cells.size() + changes.size() * 12);
    for (auto change = changes.begin(); change != changes.end() || !cells.empty();) {
        std::string_view behind = cells;
        const bool isOld = !cells.empty();
        const CellKey old = isOld ? takeKey(behind) : CellKey();
        const std::string_view oldCounts = isOld ? takeCounts(behind) : std::string_view();
        if (change == changes.end() || (isOld && old < change->key)) {
            changed += cells.substr(0, cells.size() - behind.size());
            cells = behind;
            continue;
        }
        Counts counts {};
        if (isOld && old == change->key) {
            readCounts(oldCounts, counts);
            cells = behind;
        }
        const CellKey key = change->key;
        for (; change != changes.end() && change->key == key; ++change) {
            counts[static_cast<std::size_t>(change->measure)] += change->by;
        }
        putCell(changed, key, counts);
    }
    return changed;
}

} // namespace huying
