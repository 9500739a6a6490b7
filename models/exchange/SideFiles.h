#pragma once

#include "Comparison.h"

#include <sheets/CsvWriter.h>
#include <sheets/Sheet.h>

namespace huying
{

/// A table beside the imported file, begun with its first row. Where nothing was to be said, one of an earlier import
/// is emptied down to its header, so that it does not speak for this one.
class SideFile
{
public:
    SideFile(std::filesystem::path file, std::vector<std::string> header);

    std::expected<void, Failure> write(std::span<const std::string> cells);
    std::expected<void, Failure> finish();

    std::uint64_t rows() const { return _rows; }
    const std::filesystem::path &file() const { return _file; }

private:
    std::expected<void, Failure> begin();

    std::filesystem::path _file;
    std::vector<std::string> _header;
    std::unique_ptr<CsvWriter> _writer;
    std::uint64_t _rows = 0;
};

/// FILE.rejected.csv: the row's number, the reason, and the cells as they were.
SideFile rejectedFile(const std::filesystem::path &file, const Row &header);
std::vector<std::string> rejection(const Row &row, const QString &reason);

/// FILE.differences.csv.
SideFile differencesFile(const std::filesystem::path &file);
std::vector<std::string> difference(const SourceTicket &ticket, const Verdict &verdict);

} // namespace huying
