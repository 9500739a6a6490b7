#pragma once

#include "TileSource.h"

#include <domain/Failure.h>

#include <expected>
#include <memory>
#include <vector>

class QSettings;

namespace huying
{

enum class BaseMapKind : std::uint8_t { None, Folder, MBTiles, Server, Tianditu };

/// What the hall has chosen to see under its map. Kept in the settings of the workstation, the key too: it belongs to
/// an application of the county and is in no file of the project.
struct BaseMapChoice {
    BaseMapKind kind = BaseMapKind::None;
    QString place; ///< a folder, a file, or an address with {z}, {x} and {y}
    QString key; ///< of 天地图
    QString attribution; ///< whom the tiles are from; shown on the map

    bool operator==(const BaseMapChoice &) const = default;
};

BaseMapChoice readBaseMap(const QSettings &settings);
void writeBaseMap(QSettings &settings, const BaseMapChoice &choice);

/// The layers of a base map, lowest first, and what is said of it.
struct BaseMapLayers {
    std::vector<std::unique_ptr<TileSource>> layers;
    QString attribution;
};

/// Invalid or NotFound, with what is wrong, where the choice cannot be shown. Nothing is asked of the network yet.
std::expected<BaseMapLayers, Failure> layersOf(const BaseMapChoice &choice, const QString &cacheFolder);

} // namespace huying
