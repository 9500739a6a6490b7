#include "CsvWriter.h"

#include <algorithm>
#include <QCoreApplication>
#include <ranges>

namespace huying
{

namespace
{

constexpr std::size_t enoughToWrite = std::size_t { 1 } << 18;

bool isNumber(std::string_view text)
{
    return std::ranges::all_of(text.substr(1), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool runsAsFormula(std::string_view text)
{
    constexpr std::string_view dangerous = "=+-@\t\r";
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    return !text.empty() && dangerous.contains(text.front()) && !(isSigned && text.size() > 1 && isNumber(text));
}

} // namespace

CsvWriter::CsvWriter(const std::filesystem::path &file, const Options &options)
    : m_options(options), m_file(QString::fromStdString(file.string()))
{
}

std::expected<std::unique_ptr<CsvWriter>, Failure> CsvWriter::create(
    const std::filesystem::path &file, const Options &options)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored) && !std::filesystem::is_regular_file(file, ignored)) {
        // renaming onto a device or a pipe would put a file in its place
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("sheets", "%1 is no file").arg(QString::fromStdString(file.string())));
    }
    std::unique_ptr<CsvWriter> writer(new CsvWriter(file, options));
    if (!writer->m_file.open(QIODevice::WriteOnly)) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("sheets", "%1 cannot be written: %2")
                .arg(writer->m_file.fileName(), writer->m_file.errorString()));
    }
    writer->m_pending = options.byteOrderMark ? "\xEF\xBB\xBF" : "";
    return writer;
}

std::expected<void, Failure> CsvWriter::write(std::span<const std::string> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            m_pending += m_options.delimiter;
        }
        append(cells[i]);
    }
    if (cells.size() == 1 && cells[0].empty()) {
        m_pending += "\"\""; // an empty line is no row
    }
    m_pending += "\r\n";
    return m_pending.size() < enoughToWrite ? std::expected<void, Failure>() : flush();
}

void CsvWriter::append(std::string_view text)
{
    const bool defused = m_options.defuseFormulas && runsAsFormula(text);
    const bool hasEdgeBlank = text.starts_with(' ') || text.ends_with(' ');
    const bool isQuoted =
        hasEdgeBlank || text.find_first_of("\"\r\n") != std::string_view::npos || text.contains(m_options.delimiter);
    m_pending += isQuoted ? "\"" : "";
    m_pending += defused ? "'" : "";
    for (const char c : text) {
        m_pending.append(c == '"' ? 2 : 1, c);
    }
    m_pending += isQuoted ? "\"" : "";
}

std::expected<void, Failure> CsvWriter::flush()
{
    const auto length = static_cast<qint64>(m_pending.size());
    if (m_file.write(m_pending.data(), length) != length) {
        return std::unexpected(trouble());
    }
    m_pending.clear();
    return {};
}

std::expected<void, Failure> CsvWriter::finish()
{
    if (const auto flushed = flush(); !flushed) {
        return flushed;
    }
    if (!m_file.commit()) {
        return std::unexpected(trouble());
    }
    return {};
}

Failure CsvWriter::trouble() const
{
    // Qt reports no error at all when the disk takes only a part
    const auto error = m_file.error();
    const bool isFull =
        error == QFileDevice::NoError || error == QFileDevice::ResourceError || error == QFileDevice::WriteError;
    if (isFull) {
        return {
            FailureKind::Full,
            QCoreApplication::translate("sheets", "%1 cannot be written: there is no room left").arg(m_file.fileName())
        };
    }
    return {
        FailureKind::Refused,
        QCoreApplication::translate("sheets", "%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString())
    };
}

std::vector<std::string> texts(const Row &row)
{
    return row.cells | std::views::transform(&Cell::text) | std::ranges::to<std::vector>();
}

} // namespace huying
