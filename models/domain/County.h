#pragma once

#include "Codes.h"
#include "GeoPoint.h"
#include "Instant.h"
#include "TicketEvent.h"

#include <string>
#include <variant>
#include <vector>

namespace huying
{

enum class RegionLevel : std::uint8_t { County, Township, Village, Grid };
inline constexpr std::array<std::string_view, 4> regionLevelNames { "county", "township", "village", "grid" };

/// One ring after the other; the first of a polygon is its outside. WGS-84, closed implicitly.
using Ring = std::vector<GeoPoint>;
using Polygon = std::vector<Ring>;

/// A county, township, village or grid. Codes are valid from a day and never reused.
struct Region {
    RegionCode code;
    std::string name;
    RegionLevel level = RegionLevel::Grid;
    std::optional<Day> from;
    std::optional<Day> until; ///< the first day on which it is no longer valid
    int residents = 0;
    int residentsOver60 = 0;
    int households = 0;
    bool isUrban = false;
    bool isSchematic = false; ///< drawn for the demonstration, not surveyed
    GeoPoint centre;
    std::vector<Polygon> shape;

    bool operator==(const Region &) const = default;
};

enum class UnitKind : std::uint8_t { Department, Township };
inline constexpr std::array<std::string_view, 2> unitKindNames { "department", "township" };

/// A department (部门) or a township's government as a unit that handles tickets.
struct Unit {
    UnitCode code;
    std::string name;
    UnitKind kind = UnitKind::Department;
    RegionCode region; ///< of a township's unit

    bool operator==(const Unit &) const = default;
};

struct Category {
    CategoryCode code;
    std::string name;
    DeadlineClass deadlineClass = DeadlineClass::Other; ///< the usual one of its tickets
    UnitCode lead; ///< the responsible department; empty: the township where it lies
    std::vector<UnitCode> cooperating;

    bool operator==(const Category &) const = default;
};

/// The member (网格员) who looks after a grid. The name is personal.
struct GridMember {
    PersonCode code;
    RegionCode grid;
    Citizen person;

    bool operator==(const GridMember &) const = default;
};

struct DayOffRange {
    std::string name; ///< 春节
    Day first {};
    Day last {};

    bool operator==(const DayOffRange &) const = default;
};

struct MakeUpDay {
    std::string name; ///< the holiday it makes up for
    Day day {};

    bool operator==(const MakeUpDay &) const = default;
};

/// A State Council notice on the holidays of a year, or an amendment to one: a later notice overrides an earlier, day
/// by day.
struct HolidayNotice {
    int year = 0;
    std::string title; ///< 国务院办公厅关于2023年部分节假日安排的通知
    std::string documentNumber; ///< 国办发明电〔2022〕16号
    Day issuedOn {};
    std::vector<DayOffRange> daysOff;
    std::vector<MakeUpDay> makeUpDays;

    bool operator==(const HolidayNotice &) const = default;
};

/// Something that a reference layer shows: a road, a pond, a school. WGS-84.
struct ReferenceFeature {
    std::string name; ///< empty where it has none
    std::vector<GeoPoint> points;
    std::vector<std::vector<GeoPoint>> lines;
    std::vector<Polygon> areas;

    bool operator==(const ReferenceFeature &) const = default;
};

/// What else the map shows so that people find their way: roads, waters, schools. No rule and no figure knows of it. A
/// later one of the same name takes its place; one without features is withdrawn.
struct ReferenceLayer {
    std::string name; ///< 道路
    std::string file; ///< from which it came, without folder
    std::string system; ///< the coordinate system in which it came, as `GCJ-02`
    std::vector<ReferenceFeature> features;

    bool operator==(const ReferenceLayer &) const = default;
};

/// Facts of the county that are not tickets; an event of the log sets one anew as a whole.
using CountyFact = std::variant<Region, Unit, Category, GridMember, HolidayNotice, ReferenceLayer>;
inline constexpr std::array<std::string_view, std::variant_size_v<CountyFact>> countyFactNames {
    "region",
    "unit",
    "category",
    "grid-member",
    "holiday-notice",
    "reference-layer",
};

/// The code under which a fact is kept; a notice's is its document number, a reference layer's its name.
std::string codeOf(const CountyFact &fact);

struct CountyEvent {
    EventId id;
    Version decidedOn = 0;
    Author author;
    Instant at;
    CountyFact fact;

    bool operator==(const CountyEvent &) const = default;
};

} // namespace huying
