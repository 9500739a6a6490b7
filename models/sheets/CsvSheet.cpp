#include "CsvSheet.h"

#include <algorithm>
#include <QCoreApplication>
#include <simdjson.h>

namespace huying
{

namespace
{

constexpr std::size_t guessedFrom = 65'536;

bool isEmpty(const CsvRecord &record)
{
    return std::ranges::all_of(
        record.fields, [](const CsvField &field) { return field.begin == field.end && !field.isUnclosed; });
}

void unquote(std::string_view raw, std::string &text)
{
    text.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        text += raw[i];
        i += raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"' ? 1 : 0;
    }
}

std::uint64_t lineEndsBefore(std::string_view text)
{
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isFirstOfPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        count += text[i] == '\n' || (text[i] == '\r' && !isFirstOfPair) ? 1U : 0U;
    }
    return count;
}

} // namespace

CsvSheet::CsvSheet(const SheetOptions &options) : m_options(options) {}

std::expected<std::unique_ptr<Sheet>, Failure> CsvSheet::open(
    const std::filesystem::path &file, const SheetOptions &options)
{
    std::unique_ptr<CsvSheet> sheet(new CsvSheet(options));
    if (const auto read = sheet->readHead(file); !read) {
        return std::unexpected(read.error());
    }
    return sheet;
}

std::expected<void, Failure> CsvSheet::readHead(const std::filesystem::path &file)
{
    if (const auto opened = m_blocks.open(file, m_options.encoding); !opened) {
        return opened;
    }
    if (const auto filled = refill(); !filled) {
        return filled;
    }
    m_facts.hasByteOrderMark = m_blocks.hasByteOrderMark();
    if (const auto known = m_blocks.encoding()) {
        m_facts.encoding = *known;
        m_decoder.emplace(*known == Encoding::Gb18030 ? Encoding::Gb18030 : Encoding::Utf8);
    } else {
        decideEncoding(waiting());
    }
    const auto head = waiting().substr(0, guessedFrom);
    const bool isWhole = m_ended && head.size() == waiting().size();
    m_facts.delimiter = m_options.delimiter.value_or(guessedDelimiter(head, isWhole, m_options.headerFrom));
    auto first = nextRow();
    while (first && *first && (*first)->number < m_options.headerFrom) {
        first = nextRow();
    }
    if (!first) {
        return std::unexpected(first.error());
    }
    m_header = std::move(*first).value_or(Row {});
    return {};
}

void CsvSheet::decideEncoding(std::string_view sample)
{
    if (const auto guessed = guessedEncoding(sample)) {
        m_facts.encoding = *guessed;
        m_decoder.emplace(*guessed);
    }
}

std::expected<void, Failure> CsvSheet::refill()
{
    m_bytes.erase(0, m_at);
    m_at = 0;
    const auto more = m_blocks.appendTo(m_bytes);
    if (!more) {
        return std::unexpected(more.error());
    }
    m_ended = !*more;
    return {};
}

std::expected<bool, Failure> CsvSheet::nextRecord()
{
    while (true) {
        const bool isThere = splitRecord(waiting(), m_facts.delimiter, m_ended, m_record);
        if ((isThere ? m_record.length : waiting().size()) > m_options.limits.recordBytes) {
            return failure(FailureKind::Full,
                QCoreApplication::translate("sheets",
                    "The row that begins on line %1 is longer than %2 bytes: is a quotation mark never closed?")
                    .arg(m_line)
                    .arg(m_options.limits.recordBytes));
        }
        if (isThere || m_ended) {
            return isThere;
        }
        if (const auto filled = refill(); !filled) {
            return std::unexpected(filled.error());
        }
    }
}

std::expected<std::optional<Row>, Failure> CsvSheet::nextRow()
{
    while (true) {
        const auto found = nextRecord();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!*found) {
            return std::nullopt;
        }
        const auto bytes = waiting().substr(0, m_record.length);
        std::optional<Row> row;
        if (!isEmpty(m_record)) {
            row = rowOf(bytes);
        }
        m_at += m_record.length;
        m_line += m_record.lines;
        if (row) {
            return row;
        }
        ++m_emptyRows;
    }
}

std::expected<std::optional<Row>, Failure> CsvSheet::next()
{
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    auto row = nextRow();
    if (!row) {
        m_failure = row.error();
        return row;
    }
    if (*row) {
        const auto cells = (*row)->cells.size();
        const auto wanted = m_header.cells.size();
        if (cells < wanted) {
            (*row)->problems.push_back({ Problem::Kind::TooFewCells, (*row)->number, cells });
        } else if (cells > wanted) {
            (*row)->problems.push_back({ Problem::Kind::TooManyCells, (*row)->number, wanted });
        }
    }
    return row;
}

Row CsvSheet::rowOf(std::string_view bytes)
{
    const bool plainText = isAscii(bytes);
    if (!plainText && !m_decoder) {
        decideEncoding(waiting());
    }
    const bool isUtf8 = m_facts.encoding != Encoding::Gb18030;
    const bool isClean = plainText || (isUtf8 && simdjson::validate_utf8(bytes.data(), bytes.size()));
    const bool hasNul = bytes.contains('\0');
    Row row;
    row.number = m_line;
    row.cells.resize(m_record.fields.size());
    for (std::size_t i = 0; i < m_record.fields.size(); ++i) {
        const auto &field = m_record.fields[i];
        const auto raw = bytes.substr(field.begin, field.end - field.begin);
        auto &cell = row.cells[i];
        const auto problems = row.problems.size();
        fill(cell, raw, field.isQuoted, isClean, row);
        if (hasNul && raw.contains('\0')) {
            row.problems.push_back({ Problem::Kind::NulByte, 0, i });
        }
        if (field.hasStrayQuote) {
            row.problems.push_back({ Problem::Kind::StrayQuote, 0, i });
        }
        if (field.isUnclosed) {
            row.problems.push_back({ Problem::Kind::UnclosedQuote, 0, i });
        }
        for (auto &problem : row.problems | std::views::drop(problems)) {
            problem.line = m_line + lineEndsBefore(bytes.substr(0, field.begin));
            problem.cell = i;
        }
    }
    return row;
}

void CsvSheet::fill(Cell &cell, std::string_view raw, bool isQuoted, bool isClean, Row &row)
{
    if (raw.empty()) {
        return;
    }
    cell.kind = CellKind::Text;
    if (isQuoted && raw.contains('"')) {
        unquote(raw, m_unquoted);
        raw = m_unquoted;
    }
    if (isClean) {
        cell.text = raw;
    } else if (m_decoder->decode(raw, cell.text) > 0) {
        row.problems.push_back({ Problem::Kind::UndecodableBytes });
    }
}

SheetProgress CsvSheet::progress() const
{
    const auto unread = static_cast<std::uint64_t>(waiting().size());
    const auto read = m_blocks.bytesRead();
    return { read - std::min(read, unread), m_blocks.bytesInAll(), m_emptyRows };
}

} // namespace huying
