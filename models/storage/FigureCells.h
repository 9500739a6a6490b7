#pragma once

#include <domain/Figures.h>

#include <functional>

namespace huying
{

/// Which block of figures: one way of counting, one day, one area (a township; a wider region where a ticket has no
/// township), by the number of its word. Blocks of days that follow each other lie beside each other.
struct FigureBlock {
    Counting counting = Counting::Flow;
    Day day {};
    std::int64_t area = 0;

    /// The number of its row.
    std::int64_t number() const;
    static FigureBlock from(std::int64_t number);
};

/// The area of a ticket that lies in `region`: its first nine characters.
std::string_view areaOf(std::string_view region);

/// What counts of a block are for, by the numbers of words: sorted by it.
struct CellKey {
    std::uint32_t region = 0;
    std::uint32_t category = 0;
    std::uint32_t unit = 0;
    std::uint8_t channel = 0;

    auto operator<=>(const CellKey &) const = default;
};

/// More (or less) of one measure in one cell.
struct CellChange {
    CellKey key;
    Measure measure = Measure::Reported;
    std::int32_t by = 0;
};

/// Calls `visit` for each count of each cell of `cells`, sorted by key and measure.
void walkCells(std::string_view cells, const std::function<void(const CellKey &, Measure, std::int64_t count)> &visit);

/// `cells` with `changes`, which are sorted and put together on the way; cells without counts are left out. What does
/// not change is copied as it stands.
std::string changedCells(std::string_view cells, std::vector<CellChange> &changes);

} // namespace huying
