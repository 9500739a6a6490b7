#include "CountyRegions.h"

#include "Names.h"
#include "Outline.h"
#include "Plane.h"
#include "SimulatedCounty.h"

#include <algorithm>
#include <format>
#include <numeric>

namespace huying
{

namespace
{

using namespace std::string_view_literals;

struct Township {
    std::string_view code;
    std::string_view name;
    std::string_view seat; ///< the village that bears its name
};
constexpr std::array<Township, townshipCount> townships { { { "130529100", "巨鹿镇", "" },
    { "130529101", "王虎寨镇", "王虎寨村" }, { "130529102", "西郭城镇", "西郭城村" },
    { "130529103", "官亭镇", "官亭村" }, { "130529104", "阎疃镇", "阎疃村" }, { "130529105", "小吕寨镇", "小吕寨村" },
    { "130529106", "苏家营镇", "苏家营村" }, { "130529107", "观寨镇", "观寨村" }, { "130529200", "堤村乡", "堤村" },
    { "130529201", "张王疃乡", "张王疃村" } } };
constexpr std::array<std::string_view, communityCount> communities { "健康社区", "新华社区", "富强社区", "育才社区",
    "文昌社区", "和平社区", "建设社区", "朝阳社区", "康宁社区", "迎宾社区", "银河社区", "锦绣社区" };

/// A village with its cells, in the order of its code.
struct Village {
    int index = 0;
    int township = 0;
    bool isUrban = false;
    PlanePoint middle;
    std::vector<int> cells;
    std::string code;
    std::string name;
};

/// The cell whose site is nearest to `middle`: a centre that lies within even where the middle does not.
PlanePoint nearestSite(const Territory &territory, PlanePoint middle, std::span<const int> cells)
{
    const auto site = [&](int cell) { return territory.mesh.sites[static_cast<std::size_t>(cell)]; };
    return site(*std::ranges::min_element(cells, {}, [&](int cell) {
        const std::int64_t dx = site(cell).x - middle.x;
        const std::int64_t dy = site(cell).y - middle.y;
        return std::pair(dx * dx + dy * dy, cell);
    }));
}

PlanePoint middleOf(const Territory &territory, std::span<const int> cells)
{
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (const int cell : cells) {
        x += territory.mesh.sites[static_cast<std::size_t>(cell)].x;
        y += territory.mesh.sites[static_cast<std::size_t>(cell)].y;
    }
    const auto count = static_cast<std::int64_t>(cells.size());
    return { static_cast<std::int32_t>(x / count), static_cast<std::int32_t>(y / count) };
}

/// From north to south in bands of 3 km, within a band from west to east.
std::tuple<std::int32_t, std::int32_t, std::int32_t> readingOrder(PlanePoint p)
{
    return { -((p.y + 1'000'000) / 30'000), p.x, p.y };
}

/// The villages by township and in reading order, communities before villages.
std::vector<Village> villagesOf(const Territory &territory)
{
    std::vector<Village> villages(villageCount + communityCount);
    for (std::size_t v = 0; v < villages.size(); ++v) {
        villages[v].index = static_cast<int>(v);
        villages[v].township = territory.townshipOfVillage[v];
        villages[v].isUrban = v >= villageCount;
    }
    for (int site = 0; site < gridCount; ++site) {
        const int village = territory.villageOfSite[static_cast<std::size_t>(site)];
        villages[static_cast<std::size_t>(village)].cells.push_back(site);
    }
    for (Village &village : villages) {
        village.middle = nearestSite(territory, middleOf(territory, village.cells), village.cells);
        std::ranges::sort(village.cells, {}, [&](int cell) {
            const PlanePoint p = territory.mesh.sites[static_cast<std::size_t>(cell)];
            return std::tuple(-((p.y + 1'000'000) / 4'000), p.x, p.y);
        });
    }
    std::ranges::sort(villages, {}, [](const Village &village) {
        return std::tuple(village.township, !village.isUrban, readingOrder(village.middle));
    });
    return villages;
}

void giveCodes(std::vector<Village> &villages)
{
    int last = 0;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        Village &village = villages[i];
        const bool isFirst =
            i == 0 || villages[i - 1].township != village.township || villages[i - 1].isUrban != village.isUrban;
        last = isFirst ? (village.isUrban ? 1 : 201) : last + 1;
        village.code = std::format("{}{:03}", townships[static_cast<std::size_t>(village.township)].code, last);
    }
}

/// Names two that follow each other after where they lie.
void namePair(Village &one, Village &other, VillageNames &names)
{
    const bool isEastWest = std::abs(one.middle.x - other.middle.x) > std::abs(one.middle.y - other.middle.y);
    const bool isOtherFirst = isEastWest ? other.middle.x > one.middle.x : other.middle.y < one.middle.y;
    const auto [first, second] = isEastWest ? names.nextPair("东", "西") : names.nextPair("前", "后");
    (isOtherFirst ? other : one).name = first;
    (isOtherFirst ? one : other).name = second;
}

void giveNames(std::vector<Village> &villages, const Territory &territory, Random &random)
{
    VillageNames names(random);
    for (std::size_t t = 0; t < townships.size(); ++t) {
        names.reserve(std::string(townships[t].seat));
        const auto nearest = std::ranges::min_element(villages, {}, [&](const Village &village) {
            const std::int64_t dx = village.middle.x - territory.seats[t].x;
            const std::int64_t dy = village.middle.y - territory.seats[t].y;
            return std::pair(village.township != static_cast<int>(t), dx * dx + dy * dy);
        });
        if (!townships[t].seat.empty()) {
            nearest->name = townships[t].seat;
        }
    }
    std::size_t community = 0;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        Village &village = villages[i];
        if (village.isUrban) {
            village.name = communities[community++];
        } else if (village.name.empty()) {
            Village *next = i + 1 < villages.size() ? &villages[i + 1] : nullptr;
            if (next && next->name.empty() && next->township == village.township && random.chance(1'500)) {
                namePair(village, *next, names);
            } else {
                village.name = names.next();
            }
        }
    }
}

/// Shares `total` out by `weights`, whole numbers that add up to it exactly.
std::vector<int> sharedOut(int total, std::span<const std::int64_t> weights)
{
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t { 0 });
    std::vector<int> shares;
    std::int64_t passed = 0;
    std::int64_t given = 0;
    for (const std::int64_t weight : weights) {
        passed += weight;
        const std::int64_t upTo = total * passed / sum;
        shares.push_back(static_cast<int>(upTo - given));
        given = upTo;
    }
    return shares;
}

/// Households and residents of the grids, in the regions' order; the sums are the county's.
void populate(std::span<Region> grids, Random &random)
{
    std::vector<std::int64_t> weights;
    std::vector<std::int64_t> ages;
    for (Region &grid : grids) {
        grid.households = static_cast<int>(grid.isUrban ? random.between(92, 108) : random.between(50, 60));
        weights.push_back(grid.households * random.between(900, 1'100));
        ages.push_back(grid.isUrban ? random.between(120, 180) : random.between(200, 280));
    }
    const std::vector<int> residents = sharedOut(simulatedResidents, weights);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        grids[i].residents = residents[i];
        ages[i] *= residents[i];
    }
    const std::vector<int> over60 = sharedOut(simulatedResidentsOver60, ages);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        grids[i].residentsOver60 = over60[i];
    }
}

/// Adds the grids' people up to all that they lie in; `outer` are the levels above, `grids` those of the lowest.
void addUp(std::span<Region> outer, std::span<const Region> grids)
{
    for (Region &region : outer) {
        for (const Region &grid : grids) {
            if (within(grid.code, region.code)) {
                region.households += grid.households;
                region.residents += grid.residents;
                region.residentsOver60 += grid.residentsOver60;
            }
        }
    }
}

/// Borders bend more the higher the level of what they part; a surveyed one has its own bends.
int bendsBetween(const Territory &territory, bool isSurveyed, int low, int high)
{
    if (isSurveyed && (!territory.isInside(low) || !territory.isInside(high))) {
        return 0;
    }
    if (!territory.isInside(low) || !territory.isInside(high)
        || territory.townshipOfSite(low) != territory.townshipOfSite(high)) {
        return 5;
    }
    const auto village = [&](int site) { return territory.villageOfSite[static_cast<std::size_t>(site)]; };
    return village(low) != village(high) ? 3 : 1;
}

/// Makes regions out of sites: who lies within gives the shape.
class Draughtsman
{
public:
    Draughtsman(const Territory &territory, std::uint64_t seed, bool isSurveyed)
        : _territory(territory), _outline(territory.mesh, seed, [&territory, isSurveyed](int low, int high) {
            return bendsBetween(territory, isSurveyed, low, high);
        })
    {
    }

    Region drawn(
        RegionLevel level, std::string code, std::string name, PlanePoint centre, std::span<const int> cells) const
    {
        Region region;
        region.code = { std::move(code) };
        region.name = std::move(name);
        region.level = level;
        region.isSchematic = true;
        region.centre = placed(centre);
        Polygon &polygon = region.shape.emplace_back();
        for (const std::vector<PlanePoint> &ring : _outline.around(cells)) {
            Ring &geographic = polygon.emplace_back();
            std::ranges::transform(ring, std::back_inserter(geographic), placed);
            if (doubledArea(ring) > 0) {
                std::swap(polygon.front(), polygon.back()); // the outside is the only ring that turns left
            }
        }
        return region;
    }

    Region county() const
    {
        std::vector<int> all(gridCount);
        std::iota(all.begin(), all.end(), 0);
        return drawn(RegionLevel::County, std::string(simulatedCountyCode), "巨鹿县",
            nearestSite(_territory, middleOf(_territory, all), all), all);
    }

    Region township(int index) const
    {
        std::vector<int> cells;
        for (int site = 0; site < gridCount; ++site) {
            if (_territory.townshipOfSite(site) == index) {
                cells.push_back(site);
            }
        }
        const Township &township = townships[static_cast<std::size_t>(index)];
        return drawn(RegionLevel::Township, std::string(township.code), std::string(township.name),
            nearestSite(_territory, middleOf(_territory, cells), cells), cells);
    }

    Region village(const Village &village) const
    {
        Region region = drawn(RegionLevel::Village, village.code, village.name, village.middle, village.cells);
        region.isUrban = village.isUrban;
        return region;
    }

    Region grid(const Village &village, std::size_t number) const
    {
        const int cell = village.cells[number];
        Region region = drawn(RegionLevel::Grid, std::format("{}{:03}", village.code, number + 1),
            std::format("{:02}网格", number + 1), _territory.mesh.sites[static_cast<std::size_t>(cell)],
            std::span(&cell, 1));
        region.isUrban = village.isUrban;
        return region;
    }

private:
    const Territory &_territory;
    Outline _outline;
};

} // namespace

std::vector<Region> regionsOf(const Territory &territory, std::uint64_t seed, std::span<const GeoPoint> border)
{
    Random random(seed, { 2 });
    std::vector<Village> villages = villagesOf(territory);
    giveCodes(villages);
    giveNames(villages, territory, random);
    const Draughtsman draughtsman(territory, seed, !border.empty());
    std::vector<Region> regions { draughtsman.county() };
    if (!border.empty()) {
        regions.front().shape = { { Ring(border.begin(), border.end()) } };
        regions.front().isSchematic = false;
    }
    for (int t = 0; t < townshipCount; ++t) {
        regions.push_back(draughtsman.township(t));
    }
    for (const Village &village : villages) {
        regions.push_back(draughtsman.village(village));
    }
    const std::size_t outer = regions.size();
    for (const Village &village : villages) {
        for (std::size_t i = 0; i < village.cells.size(); ++i) {
            regions.push_back(draughtsman.grid(village, i));
        }
    }
    const std::span all(regions);
    populate(all.subspan(outer), random);
    addUp(all.first(outer), all.subspan(outer));
    return regions;
}

} // namespace huying
