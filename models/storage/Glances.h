#pragma once

#include "Database.h"

#include <domain/GeoPoint.h>
#include <domain/TicketRow.h>

#include <functional>

namespace huying
{

/// What a map's columns keep of a ticket; the texts live until the next one.
struct TicketGlance {
    TicketId id;
    std::optional<GeoPoint> point;
    std::string_view category;
    std::string_view region;
    std::string_view lead;
    Instant reportedAt;
    Step step = Step::Reported;
    Channel channel = Channel::Citizen;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    std::optional<Instant> due;
    std::string_view counted; ///< as in TicketRow
};

/// Shows `visit` every ticket of `database`, or those that were reported on `day`.
std::expected<void, Failure> glanceAtTickets(
    const Database &database, std::optional<Day> day, const std::function<void(const TicketGlance &)> &visit);

} // namespace huying
