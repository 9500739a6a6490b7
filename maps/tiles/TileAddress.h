#pragma once

#include <heat/Mercator.h>

#include <compare>
#include <cstddef>
#include <functional>
#include <vector>

namespace huying
{

/// A tile of the Web Mercator pyramid as XYZ servers count: columns from the west, rows from the north.
struct TileAddress {
    int zoom = 0;
    int column = 0;
    int row = 0;

    auto operator<=>(const TileAddress &) const = default;

    /// What the tile covers.
    WorldRect rect() const;
    /// The tile of the level above that covers this one; of level 0 itself.
    TileAddress parent() const;
};

/// All tiles of a level that `view` touches, at most `most` of them; those in the middle come first.
std::vector<TileAddress> tilesIn(const WorldRect &view, int zoom, std::size_t most = 512);

/// The level whose tiles of 256 pixels come nearest to `pixelsPerWorld`, within 0 and `deepest`.
int tileLevel(double pixelsPerWorld, int deepest);

} // namespace huying

template <>
struct std::hash<huying::TileAddress> {
    std::size_t operator()(const huying::TileAddress &tile) const noexcept
    {
        return (std::size_t(tile.zoom) << 58U) ^ (std::size_t(tile.column) << 29U) ^ std::size_t(tile.row);
    }
};
