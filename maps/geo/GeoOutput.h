#pragma once

#include <domain/County.h>
#include <domain/Failure.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace huying
{

/// What is said of a file inside it: key and text.
using GeoRemarks = std::vector<std::pair<QString, QString>>;

/// A field of a table.
struct GeoField {
    enum class Kind : std::uint8_t { Text, Whole, Real, YesNo };

    QString name; ///< for programs: ASCII, small letters
    QString alias; ///< for people
    Kind kind = Kind::Text;

    bool operator==(const GeoField &) const = default;
};

/// Nothing where it is not known; a Whole or YesNo is a qint64.
using GeoValue = std::variant<std::monostate, QString, qint64, double>;

struct GeoRow {
    std::vector<GeoValue> values; ///< of the table's fields, in their order
    std::vector<Polygon> areas; ///< WGS-84; none: the row has no place

    bool operator==(const GeoRow &) const = default;
};

/// A layer of areas and what is known of each.
struct GeoTable {
    QString layer; ///< its name: ASCII, small letters
    std::vector<GeoField> fields;
    std::vector<GeoRow> rows;

    bool operator==(const GeoTable &) const = default;
};

/// Values on squares of Web Mercator (EPSG:3857), row by row from the north-west.
struct GeoRaster {
    static constexpr float nothing = -9999; ///< where there is no value

    int columns = 0;
    int rows = 0;
    double west = 0; ///< metres of EPSG:3857, the outer corner of the first cell
    double north = 0;
    double cell = 0; ///< the side of a cell in the same metres
    QString unit;
    std::vector<float> values;

    bool operator==(const GeoRaster &) const = default;
};

/// A file of geography before it is one.
struct GeoOutput {
    enum class Format : std::uint8_t { GeoTiff, GeoPackage, GeoJson };

    Format format = Format::GeoTiff;
    QString title;
    GeoRemarks remarks;
    std::variant<GeoRaster, GeoTable> content; ///< a raster for GeoTIFF, else a table

    bool operator==(const GeoOutput &) const = default;
};

/// As the process that makes the file is told it, and back; nothing where it is none, or over a limit (a raster of
/// 4,200 x 4,200, 100,000 rows of 64 fields).
QByteArray streamOf(const GeoOutput &output);
std::optional<GeoOutput> outputFrom(const QByteArray &stream);

/// What that process answers: the file's bytes, or why there is none; Damaged where it is no such answer.
QByteArray streamOf(const std::expected<QByteArray, Failure> &made);
std::expected<QByteArray, Failure> madeFrom(const QByteArray &stream);

} // namespace huying
