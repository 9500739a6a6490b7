#include <domain/Directory.h>
#include <places/PlaceIndex.h>
#include <places/PlaceNames.h>
#include <simulation/SimulatedCounty.h>

#include <geos_c.h>

#include <chrono>
#include <cstdlib>
#include <print>
#include <random>

/// A million points to their grid, village and township, beside the usual way: GEOS, its tree of rectangles and its
/// prepared polygons, for the grid alone.

namespace
{

using namespace huying;

template <class Work>
double milliseconds(Work work)
{
    const auto before = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
}

std::vector<GeoPoint> pointsIn(std::size_t count)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> east(114.8, 115.3);
    std::uniform_real_distribution<double> north(37.0, 37.45);
    std::vector<GeoPoint> points;
    points.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        points.push_back(GeoPoint::fromDegrees(east(random), north(random)));
    }
    return points;
}

class GeosIndex
{
public:
    explicit GeosIndex(const std::vector<Region> &regions)
    {
        for (const Region &region : regions) {
            if (region.level == RegionLevel::Grid) {
                add(region.shape.front().front());
            }
        }
        GEOSSTRtree_build_r(geos_, tree_);
    }
    ~GeosIndex()
    {
        GEOSSTRtree_destroy_r(geos_, tree_);
        for (const auto &[prepared, shape] : shapes_) {
            GEOSPreparedGeom_destroy_r(geos_, prepared);
            GEOSGeom_destroy_r(geos_, shape);
        }
        GEOS_finish_r(geos_);
    }
    GeosIndex(const GeosIndex &) = delete;
    GeosIndex &operator=(const GeosIndex &) = delete;

    bool find(GeoPoint point)
    {
        Asked asked { this, point.longitude(), point.latitude(), false };
        GEOSGeometry *place = GEOSGeom_createPointFromXY_r(geos_, asked.x, asked.y);
        GEOSSTRtree_query_r(geos_, tree_, place, &GeosIndex::visit, &asked);
        GEOSGeom_destroy_r(geos_, place);
        return asked.isFound;
    }

private:
    struct Asked {
        GeosIndex *index;
        double x;
        double y;
        bool isFound;
    };

    static void visit(void *item, void *asked)
    {
        auto *question = static_cast<Asked *>(asked);
        question->isFound = question->isFound
            || GEOSPreparedContainsXY_r(
                   question->index->geos_, static_cast<const GEOSPreparedGeometry *>(item), question->x, question->y)
                == 1;
    }

    void add(const Ring &ring)
    {
        std::vector<double> places;
        for (std::size_t i = 0; i <= ring.size(); ++i) {
            places.push_back(ring[i % ring.size()].longitude());
            places.push_back(ring[i % ring.size()].latitude());
        }
        GEOSCoordSequence *corners =
            GEOSCoordSeq_copyFromBuffer_r(geos_, places.data(), static_cast<unsigned>(ring.size() + 1), 0, 0);
        GEOSGeometry *shape = GEOSGeom_createPolygon_r(geos_, GEOSGeom_createLinearRing_r(geos_, corners), nullptr, 0);
        const GEOSPreparedGeometry *prepared = GEOSPrepare_r(geos_, shape);
        shapes_.emplace_back(prepared, shape);
        GEOSSTRtree_insert_r(geos_, tree_, shape, const_cast<GEOSPreparedGeometry *>(prepared));
    }

    GEOSContextHandle_t geos_ = GEOS_init_r();
    GEOSSTRtree *tree_ = GEOSSTRtree_create_r(geos_, 10);
    std::vector<std::pair<const GEOSPreparedGeometry *, GEOSGeometry *>> shapes_;
};

void measureNames(const Directory &directory)
{
    PlaceNames names;
    const double made = milliseconds([&] { names = PlaceNames(directory); });
    std::size_t found = 0;
    const double searched = milliseconds([&] {
        for (int i = 0; i < 100; ++i) {
            found += names.find(i % 2 == 0 ? "mjy 03" : "西").size();
        }
    });
    std::println("names: prepared in {:.1f} ms, a search {:.3f} ms ({} found in 100)", made, searched / 100, found);
}

} // namespace

int main() // NOLINT(bugprone-exception-escape)
{
    const SimulatedCounty county = simulatedCounty(7);
    Directory directory;
    for (const Region &region : county.regions) {
        directory.set(region);
    }
    PlaceIndex index;
    const double made = milliseconds([&] { index = PlaceIndex(directory.regions()); });
    const std::vector<GeoPoint> points = pointsIn(1'000'000);
    std::size_t inside = 0;
    const double ours = milliseconds([&] {
        for (const GeoPoint point : points) {
            inside += index.at(point).grid.isEmpty() ? 0 : 1;
        }
    });
    GeosIndex geos(county.regions);
    std::size_t insideGeos = 0;
    const double theirs = milliseconds([&] {
        for (const GeoPoint point : points) {
            insideGeos += geos.find(point) ? 1 : 0;
        }
    });
    std::println(
        "1,000,000 points, {} in a grid: {:.0f} ms (to reach: 2,000), prepared in {:.1f} ms", inside, ours, made);
    std::println("baseline GEOS, grid alone: {:.0f} ms, {} in a grid; ratio {:.3f}", theirs, insideGeos, ours / theirs);
    measureNames(directory);
    return EXIT_SUCCESS;
}
