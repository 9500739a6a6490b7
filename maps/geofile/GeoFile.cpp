#include "GeoFile.h"

#include "Drivers.h"
#include "FileGeometry.h"
#include "JsonSystem.h"
#include "TextDecoder.h"
#include "Tidying.h"

#include <datums/CoordinateSystem.h>

#include <ogrsf_frmts.h>

#include <QCoreApplication>

#include <cmath>

namespace huying
{

namespace
{

struct SayGeoFile {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

constexpr std::uintmax_t largestFile = 512ULL * 1024 * 1024;
constexpr std::size_t mostFeatures = 100'000;
constexpr int mostPlaces = 5'000'000;
constexpr int mostFields = 64;
constexpr int longestValue = 400; // bytes

using Dataset = std::unique_ptr<GDALDataset, void (*)(GDALDataset *)>;
using Wants = GeoRefusal::Wants;

std::unexpected<GeoRefusal> refused(FailureKind kind, const QString &text)
{
    return std::unexpected(GeoRefusal { { kind, text }, Wants::Nothing, {} });
}

std::unexpected<GeoRefusal> damaged(const QString &text, const GdalWords &words)
{
    return refused(FailureKind::Damaged,
        words.first().isEmpty() ? text : QStringLiteral("%1 (GDAL: %2)").arg(text, words.first()));
}

/// A layer as it came out of the file, before its places and texts are understood.
struct RawLayer {
    QString driver;
    QString name;
    std::vector<QByteArray> fields;
    std::vector<std::vector<QByteArray>> values;
    std::vector<FileGeometry> geometries;
    std::vector<int> empty; ///< features without a place
    std::optional<OGRSpatialReference> reference;
    OGREnvelope around;
};

bool hasIndexBeside(std::filesystem::path shapefile)
{
    std::error_code error;
    return std::filesystem::exists(shapefile.replace_extension(".shx"), error)
        || std::filesystem::exists(shapefile.replace_extension(".SHX"), error);
}

std::expected<QStringList, GeoRefusal> checkedFile(const std::filesystem::path &file)
{
    std::error_code error;
    const auto drivers = driversFor(file);
    if (!std::filesystem::is_regular_file(file, error) || file.string().starts_with("/vsi")) {
        return refused(FailureKind::NotFound,
            SayGeoFile::tr("There is no such file: %1").arg(QString::fromStdString(file.string())));
    }
    if (!drivers) {
        return refused(FailureKind::Invalid,
            SayGeoFile::tr("A file of this kind is not read; those that are end in %1.").arg(readEndings()));
    }
    if (drivers->contains(QStringLiteral("ESRI Shapefile")) && !hasIndexBeside(file)) {
        return refused(FailureKind::NotFound,
            SayGeoFile::tr(
                "A Shapefile is several files, and the one that ends in .shx does not lie beside this one."));
    }
    if (std::filesystem::file_size(file, error) > largestFile) {
        return refused(
            FailureKind::Full, SayGeoFile::tr("The file is larger than %1 MB.").arg(largestFile / 1024 / 1024));
    }
    return *drivers;
}

std::expected<Dataset, GeoRefusal> opened(const GeoRequest &request, const QStringList &drivers, const GdalWords &words)
{
    CPLStringList allowed;
    for (const QString &driver : drivers) {
        allowed.AddString(driver.toUtf8().constData());
    }
    CPLStringList options;
    if (drivers.contains(QStringLiteral("ESRI Shapefile"))) {
        options.AddString("ENCODING="); // the bytes as they are
    } else if (drivers.contains(QStringLiteral("CSV"))) {
        options.AddString("X_POSSIBLE_NAMES=lon,lng,longitude,x,经度,东经,long");
        options.AddString("Y_POSSIBLE_NAMES=lat,latitude,y,纬度,北纬");
        options.AddString("GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom,几何");
    }
    Dataset dataset(GDALDataset::Open(request.file.string().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed.List(),
                        options.List(), nullptr),
        [](GDALDataset *open) { GDALClose(open); });
    if (!dataset) {
        return damaged(SayGeoFile::tr("The file is none of %1, or it is damaged.").arg(drivers.join(u'/')), words);
    }
    return dataset;
}

std::expected<OGRLayer *, GeoRefusal> chosenLayer(GDALDataset &dataset, const QString &wanted)
{
    std::vector<OGRLayer *> spatial;
    QStringList names;
    for (OGRLayer *const layer : dataset.GetLayers()) {
        const QString name = QString::fromUtf8(layer->GetName());
        if (!wanted.isEmpty() ? name == wanted : layer->GetGeomType() != wkbNone) {
            spatial.push_back(layer);
        }
        names << name;
    }
    std::vector<OGRLayer *> filled;
    std::ranges::copy_if(spatial, std::back_inserter(filled), [](OGRLayer *layer) {
        layer->ResetReading();
        const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
        return first != nullptr;
    });
    const std::vector<OGRLayer *> &candidates = filled.empty() ? spatial : filled;
    if (candidates.size() == 1) {
        return candidates.front();
    }
    if (candidates.empty()) {
        return wanted.isEmpty()
            ? refused(FailureKind::Invalid, SayGeoFile::tr("The file has no layer with places."))
            : std::unexpected(GeoRefusal { { FailureKind::NotFound,
                                               SayGeoFile::tr("The file has no layer “%1”; it has: %2.")
                                                   .arg(wanted, names.join(QStringLiteral(", "))) },
                  Wants::Layer, names });
    }
    names.clear();
    for (OGRLayer *const layer : candidates) {
        names << QString::fromUtf8(layer->GetName());
    }
    return std::unexpected(GeoRefusal { { FailureKind::Invalid,
                                            SayGeoFile::tr("The file has several layers: %1. Say which one (--layer).")
                                                .arg(names.join(QStringLiteral(", "))) },
        Wants::Layer, names });
}

QByteArray valueOf(const OGRFeature &feature, int field)
{
    const OGRFieldDefn &definition = *feature.GetFieldDefnRef(field);
    if (feature.IsFieldSetAndNotNull(field) == 0 || definition.GetType() == OFTBinary) {
        return {};
    }
    const double number = definition.GetType() == OFTReal ? feature.GetFieldAsDouble(field) : 0.5;
    if (std::abs(number) < 1e18 && std::floor(number) == number) {
        return QByteArray::number(number, 'f', 0); // a code that a table keeps as a number
    }
    return QByteArray(feature.GetFieldAsString(field)).left(longestValue);
}

int fieldCountOf(const OGRLayer &layer)
{
    return std::min(const_cast<OGRLayer &>(layer).GetLayerDefn()->GetFieldCount(), mostFields);
}

void addFeature(RawLayer &raw, const OGRFeature &feature, int fields)
{
    auto &values = raw.values.emplace_back();
    for (int field = 0; field < fields; ++field) {
        values.push_back(valueOf(feature, field));
    }
    FileGeometry geometry = plainGeometry(feature.GetGeometryRef());
    if (geometry) {
        OGREnvelope box;
        geometry->getEnvelope(&box);
        raw.around.Merge(box);
    }
    raw.geometries.push_back(std::move(geometry));
}

std::expected<RawLayer, GeoRefusal> rawLayer(OGRLayer &layer, GdalWords &words)
{
    RawLayer raw;
    raw.name = QString::fromUtf8(layer.GetName());
    const int fields = fieldCountOf(layer);
    for (int field = 0; field < fields; ++field) {
        raw.fields.emplace_back(layer.GetLayerDefn()->GetFieldDefn(field)->GetNameRef());
    }
    if (const OGRSpatialReference *const reference = layer.GetSpatialRef()) {
        raw.reference = *reference;
    }
    words.takeFailures();
    layer.ResetReading();
    int places = 0;
    while (const std::unique_ptr<OGRFeature> feature { layer.GetNextFeature() }) {
        addFeature(raw, *feature, fields);
        places += raw.geometries.back() ? placesIn(*raw.geometries.back()) : 0;
        if (raw.values.size() > mostFeatures || places > mostPlaces) {
            return refused(FailureKind::Full,
                SayGeoFile::tr("The file has more than %1 features or %2 corners.").arg(mostFeatures).arg(mostPlaces));
        }
    }
    if (words.takeFailures() > 0) {
        return damaged(
            SayGeoFile::tr("The file is damaged behind feature %1; nothing was taken from it.").arg(raw.values.size()),
            words);
    }
    if (raw.around.IsInit() == 0) {
        return refused(FailureKind::Invalid,
            SayGeoFile::tr("The file has no places: of %1 features none has one.").arg(raw.values.size()));
    }
    return raw;
}

/// A way from the file's coordinates, and what their system is called.
struct KnownSystem {
    ToWgs84 way;
    QString name;
};

std::expected<KnownSystem, GeoRefusal> systemOf(const OGRSpatialReference &reference)
{
    OGRSpatialReference known(reference);
    if (known.GetAuthorityCode(nullptr) == nullptr) {
        known.AutoIdentifyEPSG();
    }
    const char *const authority = known.GetAuthorityName(nullptr);
    const char *const code = known.GetAuthorityCode(nullptr);
    const bool isRegistered = authority != nullptr && code != nullptr && EQUAL(authority, "EPSG");
    const char *const name = known.GetName();
    const QString called = isRegistered ? systemOf(EpsgCode { std::atoi(code) }).name
                                        : QString::fromUtf8(name != nullptr ? name : "?").left(100);
    const auto way = ToWgs84::fromReference(known);
    if (!way) {
        return refused(FailureKind::Invalid,
            SayGeoFile::tr("The file's coordinate system, %1, is not on the globe or not known.").arg(called));
    }
    return KnownSystem { *way, called };
}

std::expected<KnownSystem, GeoRefusal> systemNamedBy(const QString &wanted)
{
    const auto system = systemNamed(wanted);
    if (!system) {
        return std::unexpected(GeoRefusal { system.error(), Wants::System, {} });
    }
    if (const Datum *const datum = system->datum()) {
        return KnownSystem { ToWgs84::fromDatum(*datum), system->name };
    }
    OGRSpatialReference reference;
    if (reference.importFromEPSG(std::get<EpsgCode>(system->system).number) != OGRERR_NONE) {
        return refused(
            FailureKind::Invalid, SayGeoFile::tr("%1 is no coordinate system of the Earth.").arg(system->name));
    }
    return systemOf(reference);
}

/// The file says nothing: in degrees outside China there is one answer.
std::expected<KnownSystem, GeoRefusal> systemGuessed(const OGREnvelope &around)
{
    const double x = (around.MinX + around.MaxX) / 2;
    const double y = (around.MinY + around.MaxY) / 2;
    const auto likely = likelySystems(x, y);
    const bool isInDegrees = around.MinX >= -180 && around.MaxX <= 180 && around.MinY >= -90 && around.MaxY <= 90;
    if (likely.empty() && isInDegrees) {
        return KnownSystem { ToWgs84::fromDatum(Datum::Wgs84), QStringLiteral("WGS-84") };
    }
    QStringList names;
    for (const CoordinateSystem &system : likely) {
        names << system.name;
    }
    const QString why = names.isEmpty()
        ? SayGeoFile::tr("The file does not say in which coordinate system it is, and its "
                         "coordinates (about %1, %2) are no degrees. "
                         "Say it (--datum), for example CGCS2000/GK3-114E or EPSG:4526.")
              .arg(x, 0, 'f', 1)
              .arg(y, 0, 'f', 1)
        : SayGeoFile::tr("The file does not say in which coordinate system it is. Here "
                         "several can be meant, half a kilometre and more "
                         "apart. Say it (--datum): %1.")
              .arg(names.join(QStringLiteral(", ")));
    return std::unexpected(GeoRefusal { { FailureKind::Invalid, why }, Wants::System, names });
}

std::expected<KnownSystem, GeoRefusal> knownSystem(const RawLayer &raw, const GeoRequest &request)
{
    if (!request.system.isEmpty()) {
        return systemNamedBy(request.system);
    }
    const bool isSaid = raw.reference && (raw.driver != u"GeoJSON" || saysItsSystem(request.file));
    return isSaid ? systemOf(*raw.reference) : systemGuessed(raw.around);
}

std::expected<void, GeoRefusal> understandTexts(const RawLayer &raw, const GeoRequest &request, GeoReading &reading)
{
    std::vector<QByteArray> texts = raw.fields;
    for (const auto &values : raw.values) {
        texts.insert(texts.end(), values.begin(), values.end());
    }
    const auto decoder = TextDecoder::of(texts, request.encoding);
    if (!decoder) {
        return std::unexpected(GeoRefusal { decoder.error(), Wants::Nothing, {} });
    }
    reading.encoding = decoder->name();
    for (const QByteArray &field : raw.fields) {
        reading.fields.push_back(decoder->decoded(field));
    }
    for (std::size_t i = 0; i < raw.values.size(); ++i) {
        for (const QByteArray &value : raw.values[i]) {
            reading.features[i].values.push_back(decoder->decoded(value));
        }
    }
    return {};
}

std::expected<void, GeoRefusal> understandPlaces(const RawLayer &raw, const ToWgs84 &way, GeoReading &reading)
{
    for (std::size_t i = 0; i < raw.geometries.size(); ++i) {
        GeoFeature &feature = reading.features.emplace_back();
        if (raw.geometries[i] && !addTo(feature, *raw.geometries[i], way)) {
            return refused(FailureKind::Invalid,
                SayGeoFile::tr(
                    "Feature %1 has a coordinate that is no number, or no place in %2; nothing was taken from the "
                    "file.")
                    .arg(i + 1)
                    .arg(reading.system));
        }
    }
    return {};
}

std::expected<GeoReading, GeoRefusal> understood(const RawLayer &raw, const GeoRequest &request)
{
    GeoReading reading;
    reading.driver = raw.driver;
    reading.layer = raw.name;
    const auto system = knownSystem(raw, request);
    if (!system) {
        return std::unexpected(system.error());
    }
    reading.system = system->name;
    if (const auto placed = understandPlaces(raw, system->way, reading); !placed) {
        return std::unexpected(placed.error());
    }
    if (const auto read = understandTexts(raw, request, reading); !read) {
        return std::unexpected(read.error());
    }
    if (const auto tidied = tidy(reading, request); !tidied) {
        return std::unexpected(GeoRefusal { tidied.error(), Wants::Nothing, {} });
    }
    if (reading.features.empty()) {
        return refused(FailureKind::Invalid,
            SayGeoFile::tr("The file has no places: of %1 features none has one.").arg(raw.values.size()));
    }
    return reading;
}

} // namespace

std::expected<GeoReading, GeoRefusal> readGeoFile(const GeoRequest &request)
{
    const auto drivers = checkedFile(request.file);
    if (!drivers) {
        return std::unexpected(drivers.error());
    }
    GdalWords words;
    const auto dataset = opened(request, *drivers, words);
    if (!dataset) {
        return std::unexpected(dataset.error());
    }
    const auto layer = chosenLayer(**dataset, request.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    auto raw = rawLayer(**layer, words);
    if (!raw) {
        return std::unexpected(std::move(raw).error());
    }
    raw->driver = QString::fromUtf8((*dataset)->GetDriver()->GetDescription());
    return understood(*raw, request).transform([&](GeoReading reading) {
        for (const QString &warning : words.warnings()) {
            reading.remarks.push_back({ GeoRemarkKind::Said, -1, -1, 0, {}, warning });
        }
        return reading;
    });
}

} // namespace huying
