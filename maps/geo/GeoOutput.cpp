#include "GeoOutput.h"

#include "StreamParts.h"

#include <QCoreApplication>

#include <cmath>

namespace huying
{

namespace
{

using streaming::get;
using streaming::getCount;
using streaming::getWord;
using streaming::put;

constexpr quint32 mostRows = 100'000;
constexpr quint32 mostFields = 64;
constexpr int mostCells = 4'200; ///< in a row or column: a HeatGrid's, and room for the kernel around it

void putValue(QDataStream &stream, const GeoValue &value)
{
    stream << quint8(value.index());
    std::visit(
        [&stream](const auto &held) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                stream << held;
            }
        },
        value);
}

template <class Held>
GeoValue valueIn(QDataStream &stream)
{
    Held held {};
    stream >> held;
    return held;
}

bool getValue(QDataStream &stream, GeoValue &value, GeoField::Kind kind)
{
    quint8 index = 0;
    stream >> index;
    switch (index) {
    case 0:
        return true;
    case 1:
        value = valueIn<QString>(stream);
        return kind == GeoField::Kind::Text;
    case 2:
        value = valueIn<qint64>(stream);
        return kind == GeoField::Kind::Whole || kind == GeoField::Kind::YesNo;
    case 3:
        value = valueIn<double>(stream);
        return kind == GeoField::Kind::Real && std::isfinite(std::get<double>(value));
    default:
        return false;
    }
}

void putTable(QDataStream &stream, const GeoTable &table)
{
    stream << table.layer << quint32(table.fields.size());
    for (const GeoField &field : table.fields) {
        stream << field.name << field.alias << quint8(field.kind);
    }
    stream << quint32(table.rows.size());
    for (const GeoRow &row : table.rows) {
        for (const GeoValue &value : row.values) {
            putValue(stream, value);
        }
        put(stream, row.areas);
    }
}

bool getRow(QDataStream &stream, GeoRow &row, const std::vector<GeoField> &fields)
{
    for (const GeoField &field : fields) {
        if (!getValue(stream, row.values.emplace_back(), field.kind)) {
            return false;
        }
    }
    return get(stream, row.areas);
}

bool getTable(QDataStream &stream, GeoTable &table)
{
    quint32 fields = 0;
    stream >> table.layer;
    bool isSound = getCount(stream, fields) && fields <= mostFields;
    for (quint32 i = 0; isSound && i < fields; ++i) {
        GeoField &field = table.fields.emplace_back();
        stream >> field.name >> field.alias;
        isSound = getWord(stream, field.kind, GeoField::Kind::YesNo);
    }
    quint32 rows = 0;
    isSound = isSound && getCount(stream, rows) && rows <= mostRows;
    for (quint32 i = 0; isSound && i < rows; ++i) {
        isSound = getRow(stream, table.rows.emplace_back(), table.fields);
    }
    return isSound;
}

void putRaster(QDataStream &stream, const GeoRaster &raster)
{
    stream << qint32(raster.columns) << qint32(raster.rows) << raster.west << raster.north << raster.cell
           << raster.unit;
    stream.writeRawData(
        reinterpret_cast<const char *>(raster.values.data()), qint64(raster.values.size()) * qint64(sizeof(float)));
}

bool getRaster(QDataStream &stream, GeoRaster &raster)
{
    qint32 columns = 0;
    qint32 rows = 0;
    stream >> columns >> rows >> raster.west >> raster.north >> raster.cell >> raster.unit;
    const bool isSound = columns > 0 && rows > 0 && columns <= mostCells && rows <= mostCells
        && std::isfinite(raster.west) && std::isfinite(raster.north) && std::isfinite(raster.cell) && raster.cell > 0;
    const qint64 bytes = qint64 { columns } * rows * qint64(sizeof(float));
    if (!isSound || stream.status() != QDataStream::Ok || stream.device()->bytesAvailable() != bytes) {
        return false;
    }
    raster.columns = columns;
    raster.rows = rows;
    raster.values.resize(std::size_t(columns) * std::size_t(rows));
    return stream.readRawData(reinterpret_cast<char *>(raster.values.data()), bytes) == bytes;
}

bool getRemarks(QDataStream &stream, GeoRemarks &remarks)
{
    quint32 count = 0;
    if (!getCount(stream, count) || count > mostFields) {
        return false;
    }
    for (quint32 i = 0; i < count; ++i) {
        auto &[key, text] = remarks.emplace_back();
        stream >> key >> text;
    }
    return stream.status() == QDataStream::Ok;
}

} // namespace

QByteArray streamOf(const GeoOutput &output)
{
    return streaming::written([&](QDataStream &stream) {
        stream << quint8(output.format) << output.title << quint32(output.remarks.size());
        for (const auto &[key, text] : output.remarks) {
            stream << key << text;
        }
        if (const auto *const raster = std::get_if<GeoRaster>(&output.content)) {
            putRaster(stream, *raster);
        } else {
            putTable(stream, std::get<GeoTable>(output.content));
        }
    });
}

std::optional<GeoOutput> outputFrom(const QByteArray &bytes)
{
    GeoOutput output;
    const bool isSound = streaming::isRead(bytes, [&](QDataStream &stream) {
        if (!getWord(stream, output.format, GeoOutput::Format::GeoJson)) {
            return false;
        }
        stream >> output.title;
        if (!getRemarks(stream, output.remarks)) {
            return false;
        }
        return output.format == GeoOutput::Format::GeoTiff ? getRaster(stream, output.content.emplace<GeoRaster>())
                                                           : getTable(stream, output.content.emplace<GeoTable>());
    });
    return isSound ? std::optional(std::move(output)) : std::nullopt;
}

QByteArray streamOf(const std::expected<QByteArray, Failure> &made)
{
    return streaming::written([&](QDataStream &stream) {
        stream << made.has_value();
        if (made) {
            stream << *made;
        } else {
            stream << quint8(made.error().kind) << made.error().text;
        }
    });
}

std::expected<QByteArray, Failure> madeFrom(const QByteArray &bytes)
{
    QByteArray file;
    std::optional<Failure> refusal;
    const bool isSound = streaming::isRead(bytes, [&](QDataStream &stream) {
        bool isMade = false;
        stream >> isMade;
        if (isMade) {
            stream >> file;
            return !file.isEmpty();
        }
        refusal.emplace();
        const bool isKind = getWord(stream, refusal->kind, FailureKind::SignedOut);
        stream >> refusal->text;
        return isKind;
    });
    if (!isSound) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("Geo", "The program that makes such files ended before it was done."));
    }
    return refusal ? std::expected<QByteArray, Failure>(std::unexpected(*refusal)) : std::move(file);
}

} // namespace huying
