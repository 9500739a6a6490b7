#include "Tidying.h"

#include <geo/Coverage.h>
#include <geo/Siblings.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayTidying {
    Q_DECLARE_TR_FUNCTIONS(Geo)
};

/// Less is a matter of centimetres along a border.
constexpr double leastFault = 100; // square metres
constexpr double coarsest = 200; // metres
constexpr std::size_t mostSiblings = 20'000;

void mendAll(GeoReading &reading)
{
    for (std::size_t i = 0; i < reading.features.size(); ++i) {
        GeoFeature &feature = reading.features[i];
        const auto mending = feature.areas.empty() ? std::nullopt : mend(feature.areas);
        if (mending) {
            reading.remarks.push_back(
                { GeoRemarkKind::Mended, static_cast<int>(i), -1, mending->squareMetres, mending->at, {} });
        }
    }
}

bool liesNowhere(const GeoFeature &feature)
{
    return feature.areas.empty() && feature.lines.empty() && feature.points.empty();
}

/// Those that have no place go; remarks name the others by their new numbers.
void leaveOutEmpty(GeoReading &reading)
{
    std::vector<int> numbers;
    numbers.reserve(reading.features.size());
    int next = 0;
    for (const GeoFeature &feature : reading.features) {
        numbers.push_back(liesNowhere(feature) ? -1 : next++);
    }
    reading.emptyFeatures += static_cast<int>(std::erase_if(reading.features, liesNowhere));
    for (GeoRemark &remark : reading.remarks) {
        remark.feature = remark.feature < 0 ? -1 : numbers[static_cast<std::size_t>(remark.feature)];
    }
}

std::vector<std::vector<Polygon>> areasOf(const GeoReading &reading)
{
    std::vector<std::vector<Polygon>> areas;
    std::ranges::transform(reading.features, std::back_inserter(areas), &GeoFeature::areas);
    return areas;
}

void simplifyTo(GeoReading &reading, const std::vector<std::vector<Polygon>> &original, double tolerance)
{
    auto areas = original;
    simplify(areas, tolerance);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        reading.features[i].areas = std::move(areas[i]);
        if (!reading.features[i].areas.empty()) {
            mend(reading.features[i].areas);
        }
    }
    reading.toleranceMetres = tolerance;
}

std::expected<void, Failure> simplifyAll(GeoReading &reading, const GeoRequest &request)
{
    const auto isTooMuch = [&] { return reading.placesLeft() > request.mostPlaces; };
    if (request.toleranceMetres <= 0 && !isTooMuch()) {
        return {};
    }
    const auto original = areasOf(reading);
    for (double tolerance = request.toleranceMetres > 0 ? request.toleranceMetres : 1; tolerance <= coarsest;
        tolerance *= 2) {
        simplifyTo(reading, original, tolerance);
        if (!isTooMuch()) {
            return {};
        }
    }
    return failure(FailureKind::Full,
        SayTidying::tr("The file has %1 corners, and %2 simplified by %3 m; a layer has at most %4.")
            .arg(reading.placesInFile)
            .arg(reading.placesLeft())
            .arg(coarsest)
            .arg(request.mostPlaces));
}

void compareSiblings(GeoReading &reading)
{
    const SiblingFaults faults = faultsAmong(areasOf(reading), leastFault);
    for (const Overlap &overlap : faults.overlaps) {
        reading.remarks.push_back(
            { GeoRemarkKind::Overlap, overlap.first, overlap.second, overlap.squareMetres, overlap.at, {} });
    }
    for (const Gap &gap : faults.gaps) {
        const int beside = gap.beside.empty() ? -1 : gap.beside.front();
        const int other = gap.beside.size() < 2 ? -1 : gap.beside.back();
        reading.remarks.push_back({ GeoRemarkKind::Gap, beside, other, gap.squareMetres, gap.at, {} });
    }
}

void setCentres(GeoReading &reading)
{
    for (GeoFeature &feature : reading.features) {
        feature.centre = !feature.areas.empty() ? placeWithin(feature.areas)
            : !feature.points.empty()           ? feature.points.front()
                                                : feature.lines.front()[feature.lines.front().size() / 2];
    }
}

} // namespace

std::expected<void, Failure> tidy(GeoReading &reading, const GeoRequest &request)
{
    reading.placesInFile = reading.placesLeft();
    mendAll(reading);
    leaveOutEmpty(reading);
    if (request.areSiblings && reading.features.size() <= mostSiblings) {
        compareSiblings(reading);
    }
    return simplifyAll(reading, request).transform([&] { setCentres(reading); });
}

} // namespace huying
