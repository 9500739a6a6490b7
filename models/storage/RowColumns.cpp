#include "RowColumns.h"

#include <algorithm>

namespace huying
{

namespace
{

/// The bits of column `flags`. `provisional` is the lowest: an index knows it.
constexpr std::int64_t provisional = 1;
constexpr std::int64_t onAccount = 2;
constexpr std::int64_t disputed = 4;
constexpr std::int64_t extensionAsked = 8;
constexpr std::int64_t followedUp = 16;
constexpr std::int64_t calledBack = 32;
constexpr std::int64_t joined = 64;
constexpr std::int64_t untilFirstAnswer = 128;

std::int64_t flagsOf(const TicketRow &row)
{
    return (row.isProvisional ? provisional : 0) | (row.isOnAccount ? onAccount : 0) | (row.isDisputed ? disputed : 0)
        | (row.isExtensionAsked ? extensionAsked : 0) | (row.isFollowedUp ? followedUp : 0)
        | (row.isCalledBack ? calledBack : 0) | (row.isJoined ? joined : 0)
        | (row.milestone == Milestone::FirstAnswer ? untilFirstAnswer : 0);
}

void setFlags(TicketRow &row, std::int64_t flags)
{
    row.isProvisional = flags & provisional;
    row.isOnAccount = flags & onAccount;
    row.isDisputed = flags & disputed;
    row.isExtensionAsked = flags & extensionAsked;
    row.isFollowedUp = flags & followedUp;
    row.isCalledBack = flags & calledBack;
    row.isJoined = flags & joined;
    row.milestone = flags & untilFirstAnswer ? Milestone::FirstAnswer : Milestone::Solved;
}

std::optional<std::int64_t> numberOf(const std::optional<Rating> &rating)
{
    return rating ? std::optional(std::int64_t(*rating)) : std::nullopt;
}

/// One code a line.
std::string linesOf(const std::vector<UnitCode> &units)
{
    std::string lines;
    for (const UnitCode &unit : units) {
        lines += (lines.empty() ? "" : "\n") + unit.text;
    }
    return lines;
}

std::vector<UnitCode> unitsIn(std::string_view lines)
{
    std::vector<UnitCode> units;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        units.push_back({ std::string(line) });
    }
    return units;
}

} // namespace

std::string_view rowColumns()
{
    return "id, version, number, step, channel, deadline_class, category, region, place, longitude, latitude, title, "
           "lead, reported_at, changed_at, closed_at, first_answered_at, milestone_met_at, due, soon_at, flags, "
           "rating, "
           "bounces, reworks, repeats, urging, importance, origin_system, origin_id, "
           "cooperating, counted";
}

void bindRow(Statement &statement, const TicketRow &row, std::string &room)
{
    room = linesOf(row.cooperating);
    statement.bind(30, std::string_view(room)).bindBytes(31, row.counted);
    statement.bindBytes(1, bytesOf(row.id)).bind(2, std::int64_t(row.version)).bind(3, std::string_view(row.number));
    statement.bind(4, std::int64_t(row.step))
        .bind(5, std::int64_t(row.channel))
        .bind(6, std::int64_t(row.deadlineClass));
    statement.bind(7, std::string_view(row.category.text)).bind(8, std::string_view(row.region.text));
    statement.bind(9, std::string_view(row.place));
    if (row.point) {
        statement.bind(10, std::int64_t(row.point->longitudeE7)).bind(11, std::int64_t(row.point->latitudeE7));
    } else {
        statement.bindNothing(10).bindNothing(11);
    }
    statement.bind(12, std::string_view(row.title)).bind(13, std::string_view(row.lead.text));
    statement.bind(14, row.reportedAt).bind(15, row.changedAt).bind(16, row.closedAt).bind(17, row.firstAnsweredAt);
    statement.bind(18, row.milestoneMetAt).bind(19, row.due).bind(20, row.soonAt).bind(21, flagsOf(row));
    statement.bind(22, numberOf(row.rating)).bind(23, std::int64_t(row.bounces)).bind(24, std::int64_t(row.reworks));
    statement.bind(25, std::int64_t(row.repeats))
        .bind(26, std::int64_t(row.urging))
        .bind(27, std::int64_t(row.importance));
    if (row.origin.isEmpty()) {
        statement.bindNothing(28).bindNothing(29);
    } else {
        statement.bind(28, std::string_view(row.origin.system)).bind(29, std::string_view(row.origin.id));
    }
}

TicketRow readRow(const Statement &statement)
{
    TicketRow row;
    row.id = uuidFromBytes(statement.bytes(0)).value_or(TicketId {});
    row.version = Version(statement.number(1));
    row.number = statement.text(2);
    row.step = Step(statement.number(3));
    row.channel = Channel(statement.number(4));
    row.deadlineClass = DeadlineClass(statement.number(5));
    row.category.text = statement.text(6);
    row.region.text = statement.text(7);
    row.place = statement.text(8);
    if (!statement.isNull(9)) {
        row.point = GeoPoint { std::int32_t(statement.number(9)), std::int32_t(statement.number(10)) };
    }
    row.title = statement.text(11);
    row.lead.text = statement.text(12);
    row.reportedAt = statement.instant(13);
    row.changedAt = statement.instant(14);
    row.closedAt = statement.optionalInstant(15);
    row.firstAnsweredAt = statement.optionalInstant(16);
    row.milestoneMetAt = statement.optionalInstant(17);
    row.due = statement.optionalInstant(18);
    row.soonAt = statement.optionalInstant(19);
    setFlags(row, statement.number(20));
    row.rating = statement.optionalNumber(21).transform([](std::int64_t rating) { return Rating(rating); });
    row.bounces = std::uint16_t(statement.number(22));
    row.reworks = std::uint16_t(statement.number(23));
    row.repeats = std::uint16_t(statement.number(24));
    row.urging = UrgingLevel(statement.number(25));
    row.importance = int(statement.number(26));
    if (!statement.isNull(28)) {
        row.origin = { std::string(statement.text(27)), std::string(statement.text(28)) };
    }
    row.cooperating = unitsIn(statement.text(29));
    row.counted = statement.bytes(30);
    return row;
}

} // namespace huying
