#include "SimulatedCounty.h"

#include "Catalogue.h"
#include "CountyRegions.h"
#include "Names.h"

#include <format>

namespace huying
{

namespace
{

std::vector<Unit> unitsOf(const Catalogue &tables, std::span<const Region> regions)
{
    std::vector<Unit> units = tables.departments;
    for (const Region &region : regions) {
        if (region.level == RegionLevel::Township) {
            units.push_back({ { region.code.text }, region.name, UnitKind::Township, region.code });
        }
    }
    return units;
}

std::vector<GridMember> membersOf(std::span<const Region> regions, std::uint64_t seed)
{
    std::vector<GridMember> members;
    for (const Region &region : regions) {
        if (region.level == RegionLevel::Grid) {
            Random random(seed, { 3, members.size() });
            GridMember &member = members.emplace_back();
            member.code = { std::format("W{}", region.code.text.substr(6)) };
            member.grid = region.code;
            member.person.name = personName(random);
            member.person.telephone = unassignedTelephone(random);
        }
    }
    return members;
}

} // namespace

SimulatedCounty simulatedCounty(std::uint64_t seed, std::span<const GeoPoint> border)
{
    const Catalogue tables = catalogue();
    SimulatedCounty county;
    county.regions = regionsOf(territoryOf(seed, border.empty() ? Land() : Land(border)), seed, border);
    county.units = unitsOf(tables, county.regions);
    county.categories = tables.categories;
    county.members = membersOf(county.regions, seed);
    return county;
}

std::vector<CountyFact> factsOf(const SimulatedCounty &county)
{
    std::vector<CountyFact> facts;
    facts.insert(facts.end(), county.regions.begin(), county.regions.end());
    facts.insert(facts.end(), county.units.begin(), county.units.end());
    facts.insert(facts.end(), county.categories.begin(), county.categories.end());
    facts.insert(facts.end(), county.members.begin(), county.members.end());
    return facts;
}

} // namespace huying
