#include "Land.h"

#include "Outline.h"
#include "Plane.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayLand {
    Q_DECLARE_TR_FUNCTIONS(simulation)
};

// Made up; decimetres. The area is 631 km2.
constexpr std::array<PlanePoint, 22> madeUpBorder { { { -118150, -100690 }, { -73970, -129460 }, { -25690, -117130 },
    { 8220, -139730 }, { 57540, -124320 }, { 83220, -96580 }, { 127400, -89390 }, { 145890, -43150 }, { 129460, -6160 },
    { 152060, 31850 }, { 134590, 76030 }, { 94520, 90410 }, { 80140, 129460 }, { 31850, 142810 }, { -6160, 124320 },
    { -49320, 135620 }, { -89390, 106850 }, { -125350, 99660 }, { -139730, 53430 }, { -122260, 17470 },
    { -142810, -26710 }, { -131510, -66780 } } };
constexpr std::array<PlanePoint, 9> townBorder { { { -19000, -15000 }, { -3000, -22000 }, { 16000, -20000 },
    { 29000, -8000 }, { 31000, 9000 }, { 20000, 24000 }, { 3000, 29000 }, { -14000, 21000 }, { -23000, 4000 } } };

constexpr std::int32_t farthest = 280'000; ///< of a surveyed border, from the middle of the plane
constexpr std::int64_t smallest = 300;
constexpr std::int64_t largest = 1'500; ///< square kilometres
constexpr std::int64_t squareDecimetres = 100'000'000; ///< in a square kilometre
constexpr std::int64_t beltWidth = 30'000;
constexpr std::int64_t nearBorder = 9'000; ///< more than a cell is wide

PlanePoint onReach(Random &random, std::int32_t reach)
{
    return { static_cast<std::int32_t>(random.between(-reach, reach)),
        static_cast<std::int32_t>(random.between(-reach, reach)) };
}

std::int64_t squaredLength(std::int64_t x, std::int64_t y)
{
    return x * x + y * y;
}

/// The foot of `p` on the stretch from `a` to `b`, in whole numbers.
PlanePoint footOn(PlanePoint p, PlanePoint a, PlanePoint b)
{
    const std::int64_t x = b.x - a.x;
    const std::int64_t y = b.y - a.y;
    const std::int64_t length = std::max<std::int64_t>(squaredLength(x, y), 1);
    const std::int64_t along = std::clamp<std::int64_t>((p.x - a.x) * x + (p.y - a.y) * y, 0, length);
    return { static_cast<std::int32_t>(a.x + x * along / length), static_cast<std::int32_t>(a.y + y * along / length) };
}

struct Foot {
    PlanePoint at;
    std::int64_t squaredDistance = std::numeric_limits<std::int64_t>::max();
};

Foot nearestOn(std::span<const PlanePoint> border, PlanePoint p)
{
    Foot nearest;
    for (std::size_t i = 0, last = border.size() - 1; i < border.size(); last = i++) {
        const PlanePoint foot = footOn(p, border[last], border[i]);
        const std::int64_t distance = squaredLength(foot.x - p.x, foot.y - p.y);
        if (distance < nearest.squaredDistance) {
            nearest = { foot, distance };
        }
    }
    return nearest;
}

/// The middle of the area within `border`.
PlanePoint middleOf(std::span<const PlanePoint> border)
{
    // In metres: products of three coordinates fit.
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t area = 0;
    for (std::size_t i = 0, last = border.size() - 1; i < border.size(); last = i++) {
        const std::int64_t ax = border[last].x / 10;
        const std::int64_t ay = border[last].y / 10;
        const std::int64_t bx = border[i].x / 10;
        const std::int64_t by = border[i].y / 10;
        const std::int64_t cross = ax * by - bx * ay;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
        area += cross;
    }
    const std::int64_t divisor = area == 0 ? 1 : 3 * area;
    return { static_cast<std::int32_t>(10 * (x / divisor)), static_cast<std::int32_t>(10 * (y / divisor)) };
}

std::vector<PlanePoint> planeOf(std::span<const GeoPoint> border)
{
    std::vector<PlanePoint> corners;
    corners.reserve(border.size());
    std::ranges::transform(border, std::back_inserter(corners), onPlane);
    return corners;
}

} // namespace

Land::Land() : _border(madeUpBorder.begin(), madeUpBorder.end()) {}

Land::Land(std::span<const GeoPoint> border) : _border(planeOf(border)), _shift(middleOf(_border)), _isSurveyed(true) {}

bool Land::isInTown(PlanePoint p) const
{
    return lies({ p.x - _shift.x, p.y - _shift.y }, townBorder);
}

PlanePoint Land::movedInside(PlanePoint p) const
{
    for (int tenths = 10; tenths > 0; --tenths) {
        const PlanePoint there = moved({ p.x * tenths / 10, p.y * tenths / 10 });
        if (holds(there) && nearestOn(_border, there).squaredDistance > nearBorder * nearBorder) {
            return there;
        }
    }
    return _shift;
}

PlanePoint Land::somewhere(Random &random) const
{
    return onReach(random, _isSurveyed ? farthest : 155'000);
}

std::optional<PlanePoint> Land::inBelt(Random &random) const
{
    const PlanePoint p = onReach(random, _isSurveyed ? farthest + static_cast<std::int32_t>(beltWidth) / 2 : 185'000);
    const bool isNear = _isSurveyed ? nearestOn(_border, p).squaredDistance < beltWidth * beltWidth
                                    : holds({ p.x * 5 / 6, p.y * 5 / 6 });
    return !holds(p) && isNear ? std::optional(p) : std::nullopt;
}

bool Land::isNearBorder(PlanePoint p) const
{
    return nearestOn(_border, p).squaredDistance < nearBorder * nearBorder;
}

std::optional<PlanePoint> Land::mirrored(PlanePoint p) const
{
    const Foot foot = nearestOn(_border, p);
    const PlanePoint other { 2 * foot.at.x - p.x, 2 * foot.at.y - p.y };
    const bool isMirrored = foot.squaredDistance < nearBorder * nearBorder && other != p && !holds(other);
    return isMirrored ? std::optional(other) : std::nullopt;
}

std::expected<void, Failure> checkBorder(std::span<const GeoPoint> border)
{
    const auto wrong = [](const QString &text) { return failure(FailureKind::Invalid, text); };
    const auto isNear = [](const GeoPoint &corner) {
        return std::abs(std::int64_t { corner.longitudeE7 } - middleOfPlane.longitudeE7) < 4'000'000
            && std::abs(std::int64_t { corner.latitudeE7 } - middleOfPlane.latitudeE7) < 4'000'000;
    };
    if (border.size() < 3 || !std::ranges::all_of(border, isNear)) {
        return wrong(SayLand::tr("The simulated county has its place about 115.04° E, 37.22° N; the border lies "
                                 "elsewhere."));
    }
    const std::vector<PlanePoint> corners = planeOf(border);
    const auto isWithin = [](PlanePoint p) { return std::abs(p.x) < farthest && std::abs(p.y) < farthest; };
    const std::int64_t area = std::abs(doubledArea(corners)) / 2 / squareDecimetres;
    if (area < smallest || area > largest || !std::ranges::all_of(corners, isWithin)) {
        return wrong(SayLand::tr("The border encloses %1 km²; the simulated county needs %2 to %3, within 28 km of "
                                 "115.04° E, 37.22° N.")
                .arg(area)
                .arg(smallest)
                .arg(largest));
    }
    const Land land(border);
    if (!std::ranges::all_of(townBorder, [&](PlanePoint corner) { return land.holds(land.moved(corner)); })) {
        return wrong(SayLand::tr("The simulated county's town does not fit into the middle of the border."));
    }
    return {};
}

} // namespace huying
