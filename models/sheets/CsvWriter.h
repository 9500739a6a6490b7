#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <QSaveFile>
#include <span>
#include <string>

#include "Row.h"
#include <domain/Failure.h>

namespace huying
{

/// Writes a table as UTF-8 CSV (RFC 4180, CRLF). Under its name there is the old file or the whole new one, never a
/// part: what is not finished is gone.
class CsvWriter
{
public:
    struct Options {
        bool byteOrderMark = true; ///< spreadsheet programs take the file for the system's encoding without it
        char delimiter = ',';
        /// Puts an apostrophe before a text that a spreadsheet would run as a formula (= + - @, tab, CR at its start).
        /// Off for what is read again: the text would not be the same.
        bool defuseFormulas = false;
    };

    /// Invalid: under that name is something else than a file. Refused: the folder may not be written to.
    static std::expected<std::unique_ptr<CsvWriter>, Failure> create(
        const std::filesystem::path &file, const Options &options);

    /// Full: no room left on the disk.
    std::expected<void, Failure> write(std::span<const std::string> cells);

    /// Puts the file under its name. Nothing may be written afterwards.
    std::expected<void, Failure> finish();

private:
    CsvWriter(const std::filesystem::path &file, const Options &options);
    void append(std::string_view text);
    std::expected<void, Failure> flush();
    Failure trouble() const;

    Options m_options;
    QSaveFile m_file;
    std::string m_pending;
};

/// The texts of a row, as CsvWriter takes them.
std::vector<std::string> texts(const Row &row);

} // namespace huying
