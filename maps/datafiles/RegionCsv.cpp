#include "RegionCsv.h"

#include <sheets/CsvWriter.h>

#include <QCoreApplication>

#include <charconv>

namespace huying
{

namespace
{

std::string shortest(double number)
{
    std::array<char, 32> text {};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::string cellOf(const GeoValue &value)
{
    if (const auto *const text = std::get_if<QString>(&value)) {
        return text->toStdString();
    }
    if (const auto *const whole = std::get_if<qint64>(&value)) {
        return std::to_string(*whole);
    }
    const auto *const real = std::get_if<double>(&value);
    return real != nullptr ? shortest(*real) : std::string();
}

void append(std::string &text, const Ring &ring)
{
    text += '(';
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const GeoPoint corner = ring[i % ring.size()];
        text += (i > 0 ? "," : "") + shortest(corner.longitude()) + ' ' + shortest(corner.latitude());
    }
    text += ')';
}

/// Well-known text (OGC 06-103r4, 7).
std::string wellKnownText(const std::vector<Polygon> &areas)
{
    if (areas.empty()) {
        return {};
    }
    std::string text = "MULTIPOLYGON (";
    for (std::size_t i = 0; i < areas.size(); ++i) {
        text += i > 0 ? ",(" : "(";
        for (std::size_t ring = 0; ring < areas[i].size(); ++ring) {
            text += ring > 0 ? "," : "";
            append(text, areas[i][ring]);
        }
        text += ')';
    }
    return text + ')';
}

std::vector<std::string> headings(const GeoTable &table, bool hasBorders)
{
    std::vector<std::string> cells;
    cells.reserve(table.fields.size() + 1);
    for (const GeoField &field : table.fields) {
        cells.push_back(field.alias.toStdString());
    }
    if (hasBorders) {
        cells.emplace_back("WKT");
    }
    return cells;
}

std::vector<std::string> cellsOf(const GeoRow &row, bool hasBorders)
{
    std::vector<std::string> cells;
    cells.reserve(row.values.size() + 1);
    for (const GeoValue &value : row.values) {
        cells.push_back(cellOf(value));
    }
    if (hasBorders) {
        cells.push_back(wellKnownText(row.areas));
    }
    return cells;
}

} // namespace

std::expected<void, Failure> writeRegionCsv(
    const GeoTable &table, const QString &file, bool hasBorders, const std::stop_token &stop)
{
    CsvWriter::Options options;
    options.defuseFormulas = true;
    const auto writer = CsvWriter::create(file.toStdString(), options);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    auto written = (*writer)->write(headings(table, hasBorders));
    for (std::size_t i = 0; written && i < table.rows.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(FailureKind::Cancelled, QCoreApplication::translate("Geo", "Stopped; nothing was written."));
        }
        written = (*writer)->write(cellsOf(table.rows[i], hasBorders));
    }
    return written.and_then([&] { return (*writer)->finish(); });
}

} // namespace huying
