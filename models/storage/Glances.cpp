#include "Glances.h"

#include <string>

namespace huying
{

namespace
{

TicketGlance glanceOf(const Statement &row)
{
    return { .id = uuidFromBytes(row.bytes(0)).value_or(TicketId {}),
        .point = row.isNull(1) ? std::nullopt
                               : std::optional(GeoPoint { std::int32_t(row.number(1)), std::int32_t(row.number(2)) }),
        .category = row.text(3),
        .region = row.text(4),
        .lead = row.text(5),
        .reportedAt = row.instant(6),
        .step = Step(row.number(7)),
        .channel = Channel(row.number(8)),
        .deadlineClass = DeadlineClass(row.number(9)),
        .due = row.optionalInstant(10),
        .counted = row.bytes(11) };
}

} // namespace

std::expected<void, Failure> glanceAtTickets(
    const Database &database, std::optional<Day> day, const std::function<void(const TicketGlance &)> &visit)
{
    std::string sql("SELECT id, longitude, latitude, category, region, lead, reported_at, step, channel, "
                    "deadline_class, due, counted FROM ticket");
    if (day) {
        sql.append(" WHERE reported_at >= ?1 AND reported_at < ?2");
    }
    auto rows = database.prepare(sql);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (day) {
        rows->bind(1, startOf(*day)).bind(2, endOf(*day));
    }
    while (true) {
        const auto row = rows->step();
        if (!row || !*row) {
            return row ? std::expected<void, Failure> {} : std::unexpected(row.error());
        }
        visit(glanceOf(*rows));
    }
}

} // namespace huying
