#include "RegionMesh.h"

namespace huying
{

RegionMesh meshOf(const RegionShapes &shapes, RegionLevel level, const std::stop_token &stop)
{
    RegionMesh mesh;
    for (const RegionShape &shape : shapes.at(level)) {
        if (stop.stop_requested()) {
            break;
        }
        const std::vector<WorldPoint> some = triangles(shape);
        mesh.corners.insert(mesh.corners.end(), some.begin(), some.end());
        mesh.ends.push_back(static_cast<std::uint32_t>(mesh.corners.size()));
    }
    return mesh;
}

} // namespace huying
