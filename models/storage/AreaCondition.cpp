#include "AreaCondition.h"

#include <sqlite3.h>

#include <cstring>
#include <memory>

namespace huying
{

namespace
{

std::string cornerBytes(const GeoArea &area)
{
    std::string bytes(area.corners.size() * sizeof(GeoPoint), '\0');
    std::memcpy(bytes.data(), area.corners.data(), bytes.size());
    return bytes;
}

GeoArea areaOf(sqlite3_value *value)
{
    GeoArea area;
    const auto bytes = std::size_t(sqlite3_value_bytes(value));
    area.corners.resize(bytes / sizeof(GeoPoint));
    if (!area.corners.empty()) {
        std::memcpy(area.corners.data(), sqlite3_value_blob(value), area.corners.size() * sizeof(GeoPoint));
    }
    return area;
}

/// The corners are the same for all rows of a statement: they are read once.
void liesWithin(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) != SQLITE_INTEGER || sqlite3_value_type(values[1]) != SQLITE_INTEGER) {
        sqlite3_result_int(context, 0);
        return;
    }
    const auto *area = static_cast<const GeoArea *>(sqlite3_get_auxdata(context, 2));
    std::unique_ptr<GeoArea> read;
    if (area == nullptr) {
        read = std::make_unique<GeoArea>(areaOf(values[2]));
        area = read.get();
    }
    const GeoPoint point { sqlite3_value_int(values[0]), sqlite3_value_int(values[1]) };
    sqlite3_result_int(context, area->contains(point) ? 1 : 0);
    if (read) {
        sqlite3_set_auxdata(context, 2, read.release(), [](void *kept) { delete static_cast<GeoArea *>(kept); });
    }
}

} // namespace

int addAreaFunction(sqlite3 *connection)
{
    return sqlite3_create_function_v2(connection, "lies_within", 3,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, liesWithin, nullptr, nullptr, nullptr);
}

void addArea(RowConditions &conditions, const GeoArea &area)
{
    const GeoArea::Box box = area.box();
    const auto between = [&](const char *column, std::int32_t from, std::int32_t until) {
        conditions.add(std::string(column) + " BETWEEN " + conditions.hold(std::int64_t { from }) + " AND "
            + conditions.hold(std::int64_t { until }));
    };
    between("longitude", box.southWest.longitudeE7, box.northEast.longitudeE7);
    between("latitude", box.southWest.latitudeE7, box.northEast.latitudeE7);
    conditions.add("lies_within(longitude, latitude, " + conditions.holdBytes(cornerBytes(area)) + ")");
}

} // namespace huying
