#include "SheetXml.h"

#include <algorithm>
#include <charconv>
#include <QCoreApplication>
#include <sstream>

namespace huying
{

namespace
{

/// ISO 8601 as ECMA-376 allows it in a cell of type d.
std::optional<LocalDateTime> isoTime(const std::string &text)
{
    for (const char *format : { "%FT%T", "%F %T", "%F" }) {
        std::istringstream stream(text);
        LocalDateTime time;
        if (stream >> std::chrono::parse(format, time)) {
            return time;
        }
    }
    return std::nullopt;
}

template <typename Number>
std::optional<Number> number(std::string_view text)
{
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Cell dateCell(LocalDateTime time, bool showsTime)
{
    auto text = isoText(time);
    const bool isMidnight = time == std::chrono::floor<std::chrono::days>(time);
    if (isMidnight && !showsTime) {
        text.erase(text.find(' '));
    }
    return { CellKind::DateTime, std::move(text), time };
}

Cell textCell(std::string text)
{
    return text.empty() ? Cell {} : Cell { CellKind::Text, std::move(text), {} };
}

} // namespace

SheetXml::SheetXml(const SheetSurroundings &surroundings, const SheetLimits &limits)
    : parser(*this), m_surroundings(surroundings), m_limits(limits)
{
}

std::optional<Row> SheetXml::take()
{
    return std::exchange(m_isComplete, false) ? std::optional(std::exchange(m_row, {})) : std::nullopt;
}

void SheetXml::start(std::string_view name, const XmlAttributes &attributes)
{
    if (name == "row") {
        startRow(attributes);
    } else if (name == "c" && m_inRow) {
        startCell(attributes);
    } else if (name == "v" && m_inCell) {
        m_inValue = true;
    } else if (m_inCell) {
        m_inline.start(name);
    }
}

void SheetXml::end(std::string_view name)
{
    if (name == "row" && m_inRow) {
        m_inRow = false;
        m_isComplete = true;
        parser.pause();
    } else if (name == "c" && m_inCell) {
        endCell();
    } else if (name == "v") {
        m_inValue = false;
    } else if (m_inCell) {
        m_inline.end(name);
    }
}

void SheetXml::text(std::string_view piece)
{
    if (m_inValue) {
        m_value += piece;
    } else if (m_inCell) {
        m_inline.text(piece);
    }
    if (m_value.size() + m_inline.size() > m_limits.cellBytes) {
        parser.fail({ FailureKind::Full,
            QCoreApplication::translate("sheets", "A text in row %1 of the sheet is longer than %2 bytes")
                .arg(m_row.number)
                .arg(m_limits.cellBytes) });
    }
}

void SheetXml::startRow(const XmlAttributes &attributes)
{
    const auto named = attributes["r"];
    const auto row = named.empty() ? m_lastRow + 1 : number<std::uint64_t>(named).value_or(0);
    if (row <= m_lastRow || row > mostRows || m_inRow) {
        damaged(QCoreApplication::translate("sheets", "The rows of the sheet are out of order after row %1")
                .arg(m_lastRow));
        return;
    }
    m_row = {};
    m_row.number = m_lastRow = row;
    m_column = 0;
    m_rowBytes = 0;
    m_inRow = true;
}

void SheetXml::startCell(const XmlAttributes &attributes)
{
    const auto named = attributes["r"];
    const auto place = named.empty() ? CellPlace { m_row.number, m_column } : placeNamed(named).value_or(CellPlace {});
    if (place.row != m_row.number || place.column >= mostColumns || m_inCell) {
        damaged(QCoreApplication::translate("sheets", "Row %1 of the sheet holds a cell that is not its own")
                .arg(m_row.number));
        return;
    }
    m_column = place.column;
    m_type = attributes["t"];
    m_style = number<std::size_t>(attributes["s"]).value_or(0);
    m_value.clear();
    m_inCell = true;
}

void SheetXml::endCell()
{
    m_inCell = false;
    auto content = cell();
    if (content.kind != CellKind::Empty) {
        m_rowBytes += content.text.size();
        if (m_column >= m_row.cells.size()) {
            m_cells += m_column + 1 - m_row.cells.size();
            m_row.cells.resize(m_column + 1);
        }
        m_row.cells[m_column] = std::move(content);
    }
    ++m_column;
    if (m_cells > m_limits.cells || m_rowBytes > m_limits.recordBytes) {
        parser.fail({ FailureKind::Full,
            QCoreApplication::translate("sheets", "The sheet holds too much, from row %1 on").arg(m_row.number) });
    }
}

Cell SheetXml::cell()
{
    if (m_type == "s") {
        return sharedCell();
    }
    if (m_type == "inlineStr") {
        return textCell(m_inline.take());
    }
    m_inline.take();
    if (m_type == "str") {
        return textCell(withoutEscapes(m_value));
    }
    if (m_value.empty()) {
        return {};
    }
    if (m_type == "b") {
        return { CellKind::Boolean, m_value == "1" || m_value == "true" ? "TRUE" : "FALSE", {} };
    }
    if (m_type == "e") {
        return { CellKind::Error, m_value, {} };
    }
    if (m_type == "d") {
        const auto time = isoTime(m_value);
        return time ? dateCell(*time, m_value.contains(':')) : textCell(m_value);
    }
    return numberCell();
}

Cell SheetXml::sharedCell()
{
    m_inline.take();
    if (m_value.empty()) {
        return {};
    }
    const auto index = number<std::size_t>(m_value);
    const auto shared = index ? m_surroundings.strings.at(*index) : std::nullopt;
    if (!shared) {
        damaged(QCoreApplication::translate("sheets", "Row %1 of the sheet refers to a text that is not there")
                .arg(m_row.number));
        return {};
    }
    return textCell(std::string(*shared));
}

Cell SheetXml::numberCell() const
{
    const auto decimal = plainDecimal(m_value);
    if (!decimal) {
        return textCell(m_value);
    }
    const auto format =
        m_style < m_surroundings.formats.size() ? m_surroundings.formats[m_style] : NumberFormat::Number;
    if (format == NumberFormat::Date || format == NumberFormat::DateTime) {
        if (const auto time = dateOfSerial(m_value, m_surroundings.dateSystem)) {
            return dateCell(*time, format == NumberFormat::DateTime);
        }
    }
    if (format == NumberFormat::TimeOfDay) {
        if (const auto span = spanOfDays(m_value)) {
            return { CellKind::TimeOfDay, clockText(*span), {} };
        }
    }
    return { CellKind::Number, *decimal, {} };
}

void SheetXml::damaged(const QString &text)
{
    parser.fail({ FailureKind::Damaged, text });
}

} // namespace huying
