#include "TableMaking.h"

#include <ogrsf_frmts.h>

#include <QStringList>

namespace huying
{

namespace
{

OGRFieldType typeOf(GeoField::Kind kind)
{
    switch (kind) {
    case GeoField::Kind::Whole:
        return OFTInteger64;
    case GeoField::Kind::Real:
        return OFTReal;
    case GeoField::Kind::YesNo:
        return OFTInteger;
    case GeoField::Kind::Text:
        break;
    }
    return OFTString;
}

bool addField(OGRLayer &layer, const GeoField &field)
{
    OGRFieldDefn definition(field.name.toUtf8().constData(), typeOf(field.kind));
    if (field.kind == GeoField::Kind::YesNo) {
        definition.SetSubType(OFSTBoolean);
    }
    definition.SetAlternativeName(field.alias.toUtf8().constData());
    return layer.CreateField(&definition) == OGRERR_NONE;
}

void fillField(OGRFeature &feature, int field, const GeoValue &value)
{
    if (const auto *const text = std::get_if<QString>(&value)) {
        feature.SetField(field, text->toUtf8().constData());
    } else if (const auto *const whole = std::get_if<qint64>(&value)) {
        feature.SetField(field, GIntBig { *whole });
    } else if (const auto *const real = std::get_if<double>(&value)) {
        feature.SetField(field, *real);
    } else {
        feature.SetFieldNull(field);
    }
}

std::unique_ptr<OGRLinearRing> madeRing(const Ring &corners)
{
    auto ring = std::make_unique<OGRLinearRing>();
    ring->setNumPoints(static_cast<int>(corners.size()));
    for (int i = 0; i < std::ssize(corners); ++i) {
        const GeoPoint corner = corners[std::size_t(i)];
        ring->setPoint(i, corner.longitude(), corner.latitude());
    }
    ring->closeRings();
    return ring;
}

std::unique_ptr<OGRMultiPolygon> madeAreas(const std::vector<Polygon> &areas)
{
    auto all = std::make_unique<OGRMultiPolygon>();
    for (const Polygon &area : areas) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (const Ring &ring : area) {
            polygon->addRing(madeRing(ring));
        }
        all->addGeometry(std::move(polygon));
    }
    return all;
}

bool addRow(OGRLayer &layer, const GeoRow &row)
{
    OGRFeature feature(layer.GetLayerDefn());
    for (int i = 0; i < std::ssize(row.values); ++i) {
        fillField(feature, i, row.values[std::size_t(i)]);
    }
    if (!row.areas.empty()) {
        feature.SetGeometryDirectly(madeAreas(row.areas).release());
    }
    return layer.CreateFeature(&feature) == OGRERR_NONE;
}

/// GeoJSON has no place of its own for remarks but one text.
CPLStringList layerOptions(const GeoOutput &output)
{
    CPLStringList options;
    QStringList lines { output.title };
    for (const auto &[key, text] : output.remarks) {
        lines << key + QStringLiteral(": ") + text;
    }
    options.SetNameValue("DESCRIPTION", lines.join(u'\n').toUtf8().constData());
    if (output.format == GeoOutput::Format::GeoJson) {
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("WRITE_NAME", "YES");
    } else {
        options.SetNameValue("IDENTIFIER", output.title.toUtf8().constData());
    }
    return options;
}

bool fillLayer(GDALDataset &file, const GeoOutput &output, const GeoTable &table)
{
    OGRSpatialReference wgs84;
    if (wgs84.importFromEPSG(4326) != OGRERR_NONE) {
        return false;
    }
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer *const layer =
        file.CreateLayer(table.layer.toUtf8().constData(), &wgs84, wkbMultiPolygon, layerOptions(output).List());
    bool isDone = layer != nullptr;
    for (const auto &[key, text] : output.remarks) {
        if (isDone && output.format == GeoOutput::Format::GeoPackage) {
            isDone = layer->SetMetadataItem(key.toUtf8().constData(), text.toUtf8().constData()) == CE_None;
        }
    }
    isDone =
        isDone && std::ranges::all_of(table.fields, [&](const GeoField &field) { return addField(*layer, field); });
    return isDone && std::ranges::all_of(table.rows, [&](const GeoRow &row) { return addRow(*layer, row); });
}

} // namespace

bool makeTable(const char *name, const GeoOutput &output, const GeoTable &table)
{
    const bool isJson = output.format == GeoOutput::Format::GeoJson;
    GDALDriver *const driver = GetGDALDriverManager()->GetDriverByName(isJson ? "GeoJSON" : "GPKG");
    const std::unique_ptr<GDALDataset> file(driver->Create(name, 0, 0, 0, GDT_Unknown, nullptr));
    const bool isBegun = file && (isJson || file->StartTransaction() == OGRERR_NONE);
    return isBegun && fillLayer(*file, output, table) && (isJson || file->CommitTransaction() == OGRERR_NONE)
        && file->Close() == CE_None;
}

} // namespace huying
