#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace huying
{

/// Where a cell lies in the bytes of its record, quotation marks around it left out.
struct CsvField {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isQuoted = false; ///< doubled quotation marks inside stand for one
    bool hasStrayQuote = false;
    bool isUnclosed = false;
};

struct CsvRecord {
    std::vector<CsvField> fields;
    std::size_t length = 0; ///< with its line end
    std::uint64_t lines = 0; ///< line ends (LF, CRLF or bare CR), those inside quotation marks included
};

/// Finds the first record of `bytes`, which begin at one (RFC 4180, with any line ends and kept stray quotation marks).
/// `delimiter` is an ASCII character other than a quotation mark or line end. Returns false when the record may go on
/// after `bytes`; `atEnd` says that nothing follows them. No bytes at the end: false too.
bool splitRecord(std::string_view bytes, char delimiter, bool atEnd, CsvRecord &record);

/// Comma, semicolon or tab, whichever cuts the records of `head` most evenly; the lines before `firstLine` are left
/// out.
char guessedDelimiter(std::string_view head, bool isWholeFile, std::uint64_t firstLine);

} // namespace huying
