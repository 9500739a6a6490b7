#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "Encoding.h"
#include "Row.h"
#include "SerialDate.h"
#include <domain/Failure.h>

namespace huying
{

/// What a file may take up before it is refused; the defaults are far above any honest sheet.
struct SheetLimits {
    std::size_t recordBytes = std::size_t { 16 } << 20; ///< one record of CSV, or all texts of one row of a workbook
    std::size_t cellBytes = std::size_t { 1 }
        << 20; ///< one cell of a workbook (Excel itself stops at 32,767 characters)
    std::uint64_t unpackedBytes = std::uint64_t { 1 } << 30; ///< each part of a workbook, unpacked
    std::uint64_t cells = 200'000'000; ///< all cells of a sheet of a workbook, the empty ones between them included
};

struct SheetOptions {
    std::optional<Encoding> encoding; ///< CSV; absent: by byte-order mark, else guessed
    std::optional<char> delimiter; ///< CSV; absent: comma, semicolon or tab, guessed
    std::optional<std::string> sheetName; ///< XLSX; absent: the first visible sheet
    std::uint64_t headerFrom = 1; ///< the header is the first row that is not empty from this line (or sheet row) on
    bool fillMergedCells = true; ///< XLSX; each cell of a merged range has the text of its first one
    SheetLimits limits;
};

struct SheetProgress {
    std::uint64_t bytesRead = 0; ///< XLSX: of the unpacked sheet
    std::uint64_t bytesInAll = 0;
    std::uint64_t emptyRows = 0; ///< rows so far in which every cell was empty; they are no rows
};

/// What was found out about a file: enough to propose a mapping.
struct SheetFacts {
    enum class Format { Csv, Xlsx };
    Format format = Format::Csv;
    Encoding encoding = Encoding::Utf8; ///< while a CSV file has been plain ASCII so far: Utf8
    bool hasByteOrderMark = false;
    char delimiter = ',';
    std::vector<std::string> sheetNames; ///< XLSX: all worksheets, hidden ones too
    std::string sheetName; ///< XLSX: the one that is read
    DateSystem dateSystem = DateSystem::From1900; ///< XLSX: what serial numbers count from
};

/// A table that is read from its beginning to its end, row by row, in bounded memory.
class Sheet
{
public:
    virtual ~Sheet() = default;
    /// The first row; without cells when the file has none.
    virtual const Row &header() const = 0;
    /// The next row after the header, absent at the end. A failure is final: later calls return it again.
    virtual std::expected<std::optional<Row>, Failure> next() = 0;
    virtual SheetProgress progress() const = 0;
    virtual SheetFacts facts() const = 0;
};

/// Opens a table, CSV or XLSX by its content, whatever its name.
/// NotFound: no such file, or no such sheet. Refused: not readable, encrypted, or beyond the limits.
/// Damaged: truncated, or contradicting itself. Invalid: no table (a picture, a web page, an old .xls).
/// A workbook is checked to its last byte here: next() will not run into a truncated file.
std::expected<std::unique_ptr<Sheet>, Failure> openSheet(
    const std::filesystem::path &file, const SheetOptions &options = {});

} // namespace huying
