#include "LabelPlaces.h"

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr int steps = 24;

/// The mean warmth under a label.
double warmthUnder(WorldPoint middle, QSizeF size, double pixelsPerWorld, const Warmth &warmth)
{
    double sum = 0;
    for (const double x : { -0.4, -0.2, 0.0, 0.2, 0.4 }) {
        sum += warmth({ middle.x + x * size.width() / pixelsPerWorld, middle.y });
    }
    return sum / 5;
}

/// How far a label reaches into its region: the depth of its middle and of both ends, in pixels; half the label's
/// width or more is as good as any, a tall margin keeps it in the visual middle.
double comfort(const RegionShape &shape, WorldPoint middle, QSizeF size, double pixelsPerWorld)
{
    const double end = size.width() / 2 / pixelsPerWorld;
    const double ends =
        std::min(shape.depthOf({ middle.x - end, middle.y }), shape.depthOf({ middle.x + end, middle.y }));
    const double within = std::min(ends * pixelsPerWorld, 6.0);
    return shape.depthOf(middle) * pixelsPerWorld + 8 * within;
}

} // namespace

WorldPoint labelPlace(const RegionShape &shape, QSizeF size, double pixelsPerWorld, const Warmth &warmth)
{
    WorldPoint best = shape.bounds.centre();
    double highest = std::numeric_limits<double>::lowest();
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const WorldPoint place { shape.bounds.left + shape.bounds.width * column / steps,
                shape.bounds.top + shape.bounds.height * row / steps };
            if (!shape.contains(place)) {
                continue;
            }
            const double score = comfort(shape, place, size, pixelsPerWorld)
                - 90 * (warmth ? warmthUnder(place, size, pixelsPerWorld, warmth) : 0);
            if (score > highest) {
                highest = score;
                best = place;
            }
        }
    }
    return best;
}

} // namespace huying
