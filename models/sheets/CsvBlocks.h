#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <QFile>
#include <string>

#include "Encoding.h"
#include <domain/Failure.h>

namespace huying
{

/// A text file in blocks of bytes that a splitter can work on: without byte-order mark, and UTF-16 made UTF-8.
class CsvBlocks
{
public:
    /// `encoding`, where given, is stronger than a byte-order mark.
    std::expected<void, Failure> open(const std::filesystem::path &file, std::optional<Encoding> encoding);

    /// Appends the next block, about a mebibyte, to `bytes`. Returns false at the end of the file.
    /// Half of a UTF-16 pair is passed on as bytes that are no UTF-8, so that the cell's decoder finds it.
    std::expected<bool, Failure> appendTo(std::string &bytes);

    /// Absent: neither given nor marked.
    std::optional<Encoding> encoding() const { return m_encoding; }
    bool hasByteOrderMark() const { return m_marked; }
    std::uint64_t bytesRead() const { return m_read; }
    std::uint64_t bytesInAll() const { return std::max(m_size, m_read); }

private:
    void skipMark();
    void appendUtf16(std::string &bytes, bool isLast);

    QFile m_file;
    std::optional<Encoding> m_encoding;
    bool m_marked = false;
    std::uint64_t m_read = 0;
    std::uint64_t m_size = 0;
    std::string m_raw; ///< UTF-16 not yet turned
};

} // namespace huying
