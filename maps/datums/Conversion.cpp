#include "Conversion.h"

#include <proj.h>

#include <QCoreApplication>

#include <cmath>

namespace huying
{

namespace
{

struct SayConversion {
    Q_DECLARE_TR_FUNCTIONS(Datums)
};

struct DestroyContext {
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};
struct DestroyWay {
    void operator()(PJ *way) const { proj_destroy(way); }
};

bool isNumber(Coordinates place)
{
    return std::isfinite(place.x) && std::isfinite(place.y);
}

bool isOnGlobe(Coordinates place)
{
    return isNumber(place) && std::abs(place.x) <= 180 && std::abs(place.y) <= 90;
}

} // namespace

/// WGS-84 to one of PROJ's systems and back; east comes before north whatever the register says.
class Conversion::Projection
{
public:
    explicit Projection(int epsg) : _context(proj_context_create())
    {
        proj_context_set_enable_network(_context.get(), 0);
        proj_log_level(_context.get(), PJ_LOG_NONE);
        const QByteArray name = "EPSG:" + QByteArray::number(epsg);
        const std::unique_ptr<PJ, DestroyWay> asRegistered(
            proj_create_crs_to_crs(_context.get(), "EPSG:4326", name.constData(), nullptr));
        if (asRegistered) {
            _way.reset(proj_normalize_for_visualization(_context.get(), asRegistered.get()));
        }
    }

    bool isKnown() const { return _way != nullptr; }
    bool isInDegrees() const { return proj_degree_output(_way.get(), PJ_FWD) != 0; }

    Coordinates from(Coordinates place) const { return gone(place, PJ_INV); }
    Coordinates to(Coordinates place) const { return gone(place, PJ_FWD); }

private:
    Coordinates gone(Coordinates place, PJ_DIRECTION direction) const
    {
        const PJ_COORD there = proj_trans(_way.get(), direction, proj_coord(place.x, place.y, 0, 0));
        return { there.xy.x, there.xy.y };
    }

    std::unique_ptr<PJ_CONTEXT, DestroyContext> _context;
    std::unique_ptr<PJ, DestroyWay> _way;
};

std::expected<Conversion::Way, Failure> Conversion::wayOf(const CoordinateSystem &system)
{
    const EpsgCode *const code = std::get_if<EpsgCode>(&system.system);
    if (code == nullptr) {
        return Way();
    }
    auto way = std::make_shared<const Projection>(code->number);
    if (!way->isKnown()) {
        return failure(
            FailureKind::Invalid, SayConversion::tr("%1 is no coordinate system of the Earth.").arg(system.name));
    }
    return way;
}

std::expected<Conversion, Failure> Conversion::between(const CoordinateSystem &from, const CoordinateSystem &to)
{
    const auto fromWay = wayOf(from);
    const auto toWay = wayOf(to);
    if (!fromWay || !toWay) {
        return std::unexpected(fromWay ? toWay.error() : fromWay.error());
    }
    Conversion conversion;
    conversion._from = from;
    conversion._to = to;
    conversion._fromWay = *fromWay;
    conversion._toWay = *toWay;
    conversion._givesDegrees = !*toWay || (*toWay)->isInDegrees();
    return conversion;
}

std::optional<Coordinates> Conversion::operator()(Coordinates given) const
{
    if (!isNumber(given) || (!_fromWay && !isOnGlobe(given))) {
        return std::nullopt;
    }
    Coordinates there = given;
    if (_fromWay) {
        there = _fromWay->from(given);
    } else {
        const Degrees wgs84 = toWgs84(Degrees { given.x, given.y }, *_from.datum());
        there = { wgs84.longitude, wgs84.latitude };
    }
    if (!isOnGlobe(there)) {
        return std::nullopt;
    }
    if (_toWay) {
        there = _toWay->to(there);
    } else {
        const Degrees shifted = fromWgs84(Degrees { there.x, there.y }, *_to.datum());
        there = { shifted.longitude, shifted.latitude };
    }
    return isNumber(there) ? std::optional(there) : std::nullopt;
}

} // namespace huying
