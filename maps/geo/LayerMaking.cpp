#include "LayerMaking.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace huying
{

namespace
{

constexpr qsizetype longestLayerName = 40;
constexpr qsizetype longestFeatureName = 100;

std::string importDeskOf(const std::string &system, const std::string &file)
{
    constexpr qsizetype mostBytes = 64;
    QString text = QString::fromStdString("import-map " + system + ' ' + file);
    while (text.toUtf8().size() > mostBytes) {
        text.chop(1);
    }
    return text.toStdString();
}

} // namespace

std::expected<GeoLayer, Failure> layerOf(
    const GeoReading &reading, const Matching &matching, RegionLevel level, const QString &file)
{
    GeoLayer layer { level, file.toStdString(), reading.system.toStdString(), {} };
    std::map<RegionCode, std::size_t> places;
    for (const Match &match : matching.matches) {
        if (match.region.isEmpty()) {
            continue;
        }
        const GeoFeature &given = reading.features[static_cast<std::size_t>(match.feature)];
        const auto [known, isNew] = places.try_emplace(match.region, layer.features.size());
        if (isNew) {
            layer.features.push_back({ match.region, match.name.left(200).toStdString(), given.centre, given.areas });
        } else {
            auto &areas = layer.features[known->second].areas;
            areas.insert(areas.end(), given.areas.begin(), given.areas.end());
        }
    }
    if (layer.features.empty()) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate(
                "Geo", "Nothing of the file is a region of this level here: neither a code nor a name fits."));
    }
    std::ranges::sort(layer.features, {}, &MapFeature::region);
    return layer;
}

std::vector<Region> regionsOf(const GeoLayer &layer, const Directory &directory)
{
    std::vector<Region> regions;
    for (const MapFeature &feature : layer.features) {
        const Region *const known = directory.region(feature.region);
        Region region = known ? *known : Region();
        if (!known) {
            region.code = feature.region;
            region.name = feature.name;
            region.level = layer.level;
        }
        region.centre = feature.centre;
        region.shape = feature.areas;
        region.isSchematic = false;
        regions.push_back(std::move(region));
    }
    return regions;
}

std::expected<ReferenceLayer, Failure> referenceLayerOf(
    const GeoReading &reading, const QString &nameField, const QString &file)
{
    return nameFieldOf(reading, nameField).transform([&](int field) {
        ReferenceLayer layer { {}, file.toStdString(), reading.system.toStdString(), {} };
        for (const GeoFeature &given : reading.features) {
            const QString text = field < 0 ? QString() : given.values[static_cast<std::size_t>(field)].simplified();
            layer.features.push_back(
                { text.left(longestFeatureName).toStdString(), given.points, given.lines, given.areas });
        }
        return layer;
    });
}

std::expected<std::string, Failure> layerNameOf(const QString &name)
{
    const QString called = name.simplified();
    if (called.isEmpty() || called.size() > longestLayerName) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("Geo", "A layer's name has 1 to %1 characters.").arg(longestLayerName));
    }
    return called.toStdString();
}

std::string importDesk(const GeoLayer &layer)
{
    return importDeskOf(layer.system, layer.file);
}

std::string importDesk(const ReferenceLayer &layer)
{
    return importDeskOf(layer.system, layer.file);
}

} // namespace huying
