#include "MergedCells.h"

#include <algorithm>

#include "XmlParser.h"

namespace huying
{

namespace
{

class RangesXml : public XmlEvents
{
public:
    explicit RangesXml(MergedCells &cells) : m_cells(cells) {}
    void start(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "mergeCell") {
            m_cells.add(attributes["ref"]);
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    MergedCells &m_cells;
};

} // namespace

std::optional<CellPlace> placeNamed(std::string_view name)
{
    std::size_t column = 0;
    std::uint64_t row = 0;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && column <= mostColumns; ++at) {
        column = column * 26 + static_cast<std::size_t>(name[at] - 'A' + 1);
    }
    for (; at < name.size() && name[at] >= '0' && name[at] <= '9' && row <= mostRows; ++at) {
        row = row * 10 + static_cast<std::uint64_t>(name[at] - '0');
    }
    const bool isWithin = column >= 1 && column <= mostColumns && row >= 1 && row <= mostRows;
    return at == name.size() && isWithin ? std::optional(CellPlace { row, column - 1 }) : std::nullopt;
}

std::expected<MergedCells, Failure> MergedCells::read(ZipPart &worksheet)
{
    MergedCells cells;
    RangesXml ranges(cells);
    XmlParser parser(ranges);
    if (const auto parsed = parse(worksheet, parser); !parsed) {
        return std::unexpected(parsed.error());
    }
    return cells;
}

void MergedCells::add(std::string_view range)
{
    const auto colon = std::min(range.find(':'), range.size());
    const auto first = placeNamed(range.substr(0, colon));
    const auto last = colon < range.size() ? placeNamed(range.substr(colon + 1)) : std::nullopt;
    if (first && last && first->row <= last->row && first->column <= last->column) {
        m_waiting.push_back({ *first, *last });
        m_isSorted = false;
    }
}

void MergedCells::open(const Row &row)
{
    if (!m_isSorted) {
        std::ranges::stable_sort(m_waiting, {}, [](const Range &range) { return range.first.row; });
        m_takenUntil.assign(mostColumns, 0);
        m_isSorted = true;
    }
    std::erase_if(m_open, [&row](const Open &open) { return open.range.last.row < row.number; });
    for (; !m_waiting.empty() && m_waiting.front().first.row <= row.number; m_waiting.pop_front()) {
        const auto range = m_waiting.front();
        const bool hasContent = range.first.row == row.number && range.first.column < row.cells.size()
            && row.cells[range.first.column].kind != CellKind::Empty;
        const auto columns =
            std::span(m_takenUntil).subspan(range.first.column, range.last.column - range.first.column + 1);
        if (hasContent && std::ranges::all_of(columns, [&row](auto until) { return until < row.number; })) {
            std::ranges::fill(columns, range.last.row);
            m_open.push_back({ range, row.cells[range.first.column] });
        }
    }
}

std::size_t MergedCells::fill(Row &row, std::size_t most)
{
    open(row);
    std::size_t added = 0;
    for (const auto &[range, content] : m_open) {
        const auto end = std::min(range.last.column + 1, row.cells.size());
        for (auto column = range.first.column; column < end && added <= most; ++column) {
            auto &cell = row.cells[column];
            if (cell.kind == CellKind::Empty) {
                cell = content;
                added += content.text.size();
            }
        }
    }
    return added;
}

} // namespace huying
