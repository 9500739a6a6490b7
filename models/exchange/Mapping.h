#pragma once

#include <domain/Failure.h>
#include <domain/GeoPoint.h>
#include <domain/Words.h>
#include <sheets/Sheet.h>

#include <array>
#include <expected>
#include <map>
#include <string>
#include <vector>

namespace huying
{

/// What a column of a source's table can be.
enum class TicketField : std::uint8_t {
    Id, ///< names the ticket in the source for ever; needed
    Opened, ///< needed
    Deadline,
    Closed,
    Updated, ///< when the row last changed; dates what the source gives no time for
    Status,
    Category,
    CategoryGroup, ///< the category above, where the source has two columns
    Title,
    Detail,
    Answer, ///< the text with which it was closed
    Place,
    Region, ///< a region's code
    Longitude,
    Latitude,
    Unit,
    Channel,
    Name, ///< the citizen's
    Telephone,
    OnTime, ///< the source's own word on whether it was on time; compared, never taken
};
inline constexpr std::array<std::string_view, 20> fieldNames { "id", "opened", "deadline", "closed", "updated",
    "status", "category", "categoryGroup", "title", "detail", "answer", "place", "region", "longitude", "latitude",
    "unit", "channel", "name", "telephone", "onTime" };

/// What a source's status word says; `Open` leaves the step to what else the row says.
enum class SourceState : std::uint8_t { Open, Reported, Accepted, Assigned, Handling, Closed, Void };
inline constexpr std::array<std::string_view, 7> sourceStateNames { "open", "reported", "accepted", "assigned",
    "handling", "closed", "void" };

/// Whether a ticket was on time: what a source's word can mean, and what the rules can make of it.
enum class OnTime : std::uint8_t { InTime, Overdue, NotSaid, NoDeadline };
inline constexpr std::array<std::string_view, 4> onTimeNames { "in-time", "overdue", "not-said", "no-deadline" };

/// What holds where a row says nothing.
struct MappingDefaults {
    Channel channel = Channel::Hotline;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    int importance = 1;
    std::string category;
    std::string unit; ///< empty: the source itself, as a unit
    std::string answer; ///< empty: the status word

    bool operator==(const MappingDefaults &) const = default;
};

/// How a source's table is to be read; a person edits it as JSON (MAP.json).
struct Mapping {
    std::string system; ///< the source's name; with the id it names a ticket for ever
    std::string numberPrefix; ///< before the id it makes the ticket's number
    std::string zone = "Asia/Shanghai"; ///< IANA, of the times without one
    Datum datum = Datum::Wgs84;
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<std::string> sheet;
    std::uint64_t headerFrom = 1;
    std::array<std::string, fieldNames.size()> columns; ///< by TicketField; empty: the source has none
    std::vector<std::string> dates; ///< formats, tried in order; DateFormat.h
    std::map<std::string, SourceState> states;
    std::map<std::string, Channel> channels;
    std::map<std::string, std::string> categories; ///< the source's name -> a code or the county's name
    std::map<std::string, std::string> units; ///< the same
    std::map<std::string, OnTime> onTime;
    MappingDefaults defaults;
    std::vector<std::string> doubts; ///< what a guess is not sure of; for people

    const std::string &column(TicketField field) const { return columns[static_cast<std::size_t>(field)]; }
    std::string &column(TicketField field) { return columns[static_cast<std::size_t>(field)]; }
    bool operator==(const Mapping &) const = default;
};

/// Reads MAP.json. Invalid, with the key that is wrong: no JSON, a key that is not known, a word that is none of its
/// list, no system, no column for id or opened, no date format.
std::expected<Mapping, Failure> mappingFromText(std::string_view json);

/// As MAP.json, indented, with a line end.
std::string textOf(const Mapping &mapping);

/// How the file is to be opened.
SheetOptions sheetOptionsOf(const Mapping &mapping);

} // namespace huying
