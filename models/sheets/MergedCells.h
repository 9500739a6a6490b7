#pragma once

#include <deque>
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

#include "Row.h"
#include "ZipArchive.h"

namespace huying
{

/// Excel's own bounds of a sheet.
inline constexpr std::size_t mostColumns = 16'384;
inline constexpr std::uint64_t mostRows = 1'048'576;

struct CellPlace {
    std::uint64_t row = 0; ///< counted from 1
    std::size_t column = 0; ///< counted from 0

    bool operator==(const CellPlace &) const = default;
};

/// B7 and its like; absent outside of a sheet's bounds.
std::optional<CellPlace> placeNamed(std::string_view name);

/// The merged ranges of a sheet, whose text stands only in their first cell.
class MergedCells
{
public:
    /// Reads a worksheet to its end, which also finds out whether it is whole and well-formed.
    static std::expected<MergedCells, Failure> read(ZipPart &worksheet);

    /// `range` as A2:B5; of ranges that overlap the upper one counts.
    void add(std::string_view range);

    /// Gives each empty cell of `row` within a range its first cell's content. Rows come in their order, once each.
    /// Returns how many bytes of text that added, at most about `most`.
    std::size_t fill(Row &row, std::size_t most);

private:
    struct Range {
        CellPlace first;
        CellPlace last;
    };
    struct Open {
        Range range;
        Cell content;
    };
    void open(const Row &row);

    std::deque<Range> m_waiting;
    bool m_isSorted = true;
    std::vector<Open> m_open;
    std::vector<std::uint64_t> m_takenUntil; ///< for each column the last row of the open range over it
};

} // namespace huying
