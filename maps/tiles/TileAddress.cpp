#include "TileAddress.h"

#include <algorithm>
#include <cmath>

namespace huying
{

WorldRect TileAddress::rect() const
{
    const double side = std::exp2(-zoom);
    return { column * side, row * side, side, side };
}

TileAddress TileAddress::parent() const
{
    return zoom == 0 ? *this : TileAddress { zoom - 1, column / 2, row / 2 };
}

std::vector<TileAddress> tilesIn(const WorldRect &view, int zoom, std::size_t most)
{
    const double across = std::exp2(zoom);
    const auto index = [&](double share) { return int(std::clamp(std::floor(share * across), 0.0, across - 1)); };
    std::vector<TileAddress> tiles;
    if (view.isEmpty() || view.width * view.height * across * across > 4.0 * double(most)) {
        return tiles;
    }
    for (int row = index(view.top); row <= index(view.top + view.height); ++row) {
        for (int column = index(view.left); column <= index(view.left + view.width); ++column) {
            tiles.push_back({ zoom, column, row });
        }
    }
    const WorldPoint middle = view.centre();
    std::ranges::sort(tiles, {}, [&](const TileAddress &tile) {
        const WorldPoint centre = tile.rect().centre();
        return std::hypot(centre.x - middle.x, centre.y - middle.y);
    });
    tiles.resize(std::min(tiles.size(), most));
    return tiles;
}

int tileLevel(double pixelsPerWorld, int deepest)
{
    return int(std::clamp(std::round(std::log2(pixelsPerWorld / 256)), 0.0, double(deepest)));
}

} // namespace huying
