#include "Territory.h"

#include "Patches.h"
#include "Random.h"

#include <algorithm>
#include <set>

namespace huying
{

namespace
{

struct Seat {
    PlanePoint at;
    int villages; ///< about how many
};
constexpr std::array<Seat, townshipCount> seats { { { { 5000, 3000 }, 24 }, { { -80000, 68000 }, 27 },
    { { -22000, 84000 }, 18 }, { { 46000, 88000 }, 36 }, { { 95000, 42000 }, 31 }, { { 96000, -30000 }, 23 },
    { { 60000, -82000 }, 34 }, { { -10000, -79000 }, 30 }, { { -78000, -66000 }, 38 }, { { -85000, 2000 }, 30 } } };

PlanePoint inTownSquare(Random &random)
{
    constexpr std::int32_t reach = 40'000;
    return { static_cast<std::int32_t>(random.between(-reach, reach)),
        static_cast<std::int32_t>(random.between(-reach, reach)) };
}

/// Grids of the town first, then those of the villages, then a belt outside that shapes the county's border.
std::vector<PlanePoint> scatteredSites(const Land &land, Random &random)
{
    constexpr std::size_t inBelt = 1'300;
    std::vector<PlanePoint> sites;
    while (sites.size() < urbanGridCount) {
        const PlanePoint p = land.moved(inTownSquare(random));
        if (land.isInTown(p)) {
            sites.push_back(p);
        }
    }
    while (sites.size() < gridCount) {
        if (const PlanePoint p = land.somewhere(random); land.holds(p) && !land.isInTown(p)) {
            sites.push_back(p);
        }
    }
    while (sites.size() < gridCount + inBelt) {
        if (const auto p = land.inBelt(random)) {
            sites.push_back(*p);
        }
    }
    return sites;
}

void keepApart(std::vector<PlanePoint> &sites)
{
    std::set<PlanePoint> taken;
    for (PlanePoint &site : sites) {
        while (!taken.insert(site).second) {
            ++site.x;
        }
    }
}

/// Moves each site to the middle of its cell; the outermost stay, and so do those that would leave a surveyed border.
std::vector<PlanePoint> evened(const Mesh &mesh, std::size_t count, const Land &land)
{
    struct Sum {
        std::int64_t x = 0;
        std::int64_t y = 0;
        std::int64_t corners = 0;
        bool isOutermost = false;
    };
    std::vector<Sum> sums(mesh.sites.size());
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
        const PlanePoint middle = mesh.middle(static_cast<int>(t));
        const bool isFar = std::ranges::any_of(
            mesh.triangles[t].corner, [&](int corner) { return corner >= static_cast<int>(count); });
        for (const int corner : mesh.triangles[t].corner) {
            Sum &sum = sums[static_cast<std::size_t>(corner)];
            sum.x += middle.x;
            sum.y += middle.y;
            ++sum.corners;
            sum.isOutermost |= isFar;
        }
    }
    std::vector<PlanePoint> sites(mesh.sites.begin(), mesh.sites.begin() + static_cast<std::ptrdiff_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        if (sums[i].isOutermost) {
            continue;
        }
        const PlanePoint middle { static_cast<std::int32_t>(sums[i].x / sums[i].corners),
            static_cast<std::int32_t>(sums[i].y / sums[i].corners) };
        if (!land.isSurveyed() || land.holds(middle) == (i < gridCount)) {
            sites[i] = middle;
        }
    }
    keepApart(sites);
    return sites;
}

/// In the place of the belt the outermost grids turned over on the surveyed border: halfway between is the border.
void mirrorAtBorder(std::vector<PlanePoint> &sites, const Land &land)
{
    std::vector<PlanePoint> belt(sites.begin() + gridCount, sites.end());
    sites.resize(gridCount);
    for (std::size_t i = 0; i < gridCount; ++i) {
        if (const auto other = land.mirrored(sites[i])) {
            sites.push_back(*other);
        }
    }
    std::ranges::copy_if(belt, std::back_inserter(sites), [&land](PlanePoint p) { return !land.isNearBorder(p); });
    keepApart(sites);
}

Mesh evenMesh(const Land &land, Random &random)
{
    std::vector<PlanePoint> sites = scatteredSites(land, random);
    keepApart(sites);
    Mesh mesh = meshOf(sites);
    for (int round = 0; round < 4; ++round) {
        sites = evened(mesh, sites.size(), land);
        mesh = meshOf(sites);
    }
    if (land.isSurveyed()) {
        mirrorAtBorder(sites, land);
        mesh = meshOf(sites);
    }
    return mesh;
}

/// Which sites share a border, among the first `count`.
Neighbours neighboursOf(const Mesh &mesh, int count)
{
    Neighbours neighbours(static_cast<std::size_t>(count));
    for (const Triangle &triangle : mesh.triangles) {
        for (std::size_t k = 0; k < 3; ++k) {
            const int a = triangle.corner[k];
            const int b = triangle.corner[(k + 1) % 3];
            if (a < count && b < count) {
                neighbours[static_cast<std::size_t>(a)].insert(b);
                neighbours[static_cast<std::size_t>(b)].insert(a);
            }
        }
    }
    return neighbours;
}

/// Villages of differing size around sites far from each other.
void settle(Territory &territory, const Neighbours &neighbours, Random &random)
{
    const std::span<const PlanePoint> sites(territory.mesh.sites.data(), gridCount);
    const std::vector<int> rural = patches(sites.subspan(urbanGridCount), villageCount, 8'000, random);
    const std::vector<int> urban = patches(sites.first(urbanGridCount), communityCount, 2'000, random);
    territory.villageOfSite.assign(territory.mesh.sites.size(), -1);
    for (int site = 0; site < gridCount; ++site) {
        territory.villageOfSite[static_cast<std::size_t>(site)] = site < urbanGridCount
            ? villageCount + urban[static_cast<std::size_t>(site)]
            : rural[static_cast<std::size_t>(site - urbanGridCount)];
    }
    makeWhole(territory.villageOfSite, neighbours);
}

std::vector<PlanePoint> middlesOf(const Territory &territory)
{
    struct Sum {
        std::int64_t x = 0;
        std::int64_t y = 0;
        std::int64_t sites = 0;
    };
    std::vector<Sum> sums(villageCount + communityCount);
    for (std::size_t i = 0; i < gridCount; ++i) {
        Sum &sum = sums[static_cast<std::size_t>(territory.villageOfSite[i])];
        sum.x += territory.mesh.sites[i].x;
        sum.y += territory.mesh.sites[i].y;
        ++sum.sites;
    }
    std::vector<PlanePoint> middles;
    middles.reserve(sums.size());
    for (const Sum &sum : sums) {
        middles.push_back(
            { static_cast<std::int32_t>(sum.x / sum.sites), static_cast<std::int32_t>(sum.y / sum.sites) });
    }
    return middles;
}

/// Villages go to the nearest seat, with handicaps that bring each township near its number of them.
void divide(Territory &territory, const Neighbours &neighbours)
{
    const std::vector<PlanePoint> middles = middlesOf(territory);
    const std::vector<PlanePoint> &at = territory.seats;
    std::array<std::int64_t, townshipCount> handicap {};
    territory.townshipOfVillage.assign(middles.size(), 0);
    for (int round = 0; round < 80; ++round) {
        std::array<int, townshipCount> count {};
        for (std::size_t v = 0; v < villageCount; ++v) {
            const auto far = [&](const PlanePoint &seat) {
                return squared(middles[v], seat) - handicap[static_cast<std::size_t>(&seat - at.data())];
            };
            const auto nearest = static_cast<std::size_t>(std::ranges::min_element(at, {}, far) - at.begin());
            territory.townshipOfVillage[v] = static_cast<int>(nearest);
            ++count[nearest];
        }
        for (std::size_t t = 0; t < townshipCount; ++t) {
            handicap[t] += std::int64_t { seats[t].villages - count[t] } * 12'000'000;
        }
    }
    Neighbours villages(middles.size());
    for (std::size_t site = 0; site < gridCount; ++site) {
        for (const int other : neighbours[site]) {
            const int a = territory.villageOfSite[site];
            const int b = territory.villageOfSite[static_cast<std::size_t>(other)];
            if (a != b) {
                villages[static_cast<std::size_t>(a)].insert(b);
            }
        }
    }
    makeWhole(territory.townshipOfVillage, villages);
}

} // namespace

int Territory::townshipOfSite(int site) const
{
    const int village = villageOfSite[static_cast<std::size_t>(site)];
    return village < 0 ? -1 : townshipOfVillage[static_cast<std::size_t>(village)];
}

Territory territoryOf(std::uint64_t seed, const Land &land)
{
    Random random(seed, { 1 });
    Territory territory;
    territory.mesh = evenMesh(land, random);
    for (const Seat &seat : seats) {
        territory.seats.push_back(land.isSurveyed() ? land.movedInside(seat.at) : seat.at);
    }
    const Neighbours neighbours = neighboursOf(territory.mesh, gridCount);
    settle(territory, neighbours, random);
    divide(territory, neighbours);
    return territory;
}

} // namespace huying
