#pragma once

#include <vector>

#include "MergedCells.h"
#include "NumberFormat.h"
#include "SharedStrings.h"
#include "Sheet.h"
#include "XmlParser.h"

namespace huying
{

/// What the cells of a sheet refer to.
struct SheetSurroundings {
    SharedStrings strings;
    std::vector<NumberFormat> formats;
    DateSystem dateSystem = DateSystem::From1900;
};

/// Turns a worksheet's XML into rows, one at a time: the parser pauses after each row.
class SheetXml : public XmlEvents
{
public:
    SheetXml(const SheetSurroundings &surroundings, const SheetLimits &limits);

    XmlParser parser;

    /// The row that was just read, empty rows too; absent after the last.
    std::optional<Row> take();

    void start(std::string_view name, const XmlAttributes &attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void endCell();
    Cell cell();
    Cell numberCell() const;
    Cell sharedCell();
    void damaged(const QString &text);

    const SheetSurroundings &m_surroundings;
    SheetLimits m_limits;
    Row m_row;
    bool m_isComplete = false;
    std::uint64_t m_lastRow = 0;
    std::uint64_t m_cells = 0;
    std::size_t m_rowBytes = 0;
    std::size_t m_column = 0;
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_value;
    RichText m_inline;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inValue = false;
};

} // namespace huying
