#pragma once

#include <domain/Failure.h>
#include <geo/GeoOutput.h>

#include <expected>
#include <stop_token>

namespace huying
{

/// Writes `table` for spreadsheet programs: UTF-8 with a byte order mark, so that Chinese is shown; headings in the
/// program's language; rates in full precision; with `hasBorders` a last column WKT with the areas in WGS-84. The whole
/// file or none; failures as CsvWriter's.
std::expected<void, Failure> writeRegionCsv(
    const GeoTable &table, const QString &file, bool hasBorders, const std::stop_token &stop);

} // namespace huying
