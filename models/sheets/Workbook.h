#pragma once

#include <expected>
#include <string>
#include <vector>

#include "NumberFormat.h"
#include "SerialDate.h"
#include "ZipArchive.h"

namespace huying
{

struct WorkbookSheet {
    std::string name;
    std::string part; ///< its place in the archive
    bool isHidden = false;
};

/// The table of contents of a workbook.
struct Workbook {
    std::vector<WorkbookSheet> sheets; ///< worksheets only, in their order
    DateSystem dateSystem = DateSystem::From1900;
    std::string sharedStringsPart; ///< empty when there is none
    std::string stylesPart; ///< empty when there is none
};

/// Invalid: the archive is no Excel workbook (a document, an OpenDocument sheet, a binary workbook).
std::expected<Workbook, Failure> readWorkbook(const ZipArchive &archive, std::uint64_t limit);

/// How each cell style (the index in a cell's `s`) shows a number.
std::expected<std::vector<NumberFormat>, Failure> readCellFormats(
    const ZipArchive &archive, const std::string &part, std::uint64_t limit);

} // namespace huying
