#pragma once

#include "Ticket.h"

#include <memory>

namespace huying
{

/// What the queue, the map and the filters need of a ticket: one row of a table, without its trail and without personal
/// data.
struct TicketRow {
    TicketId id;
    Version version = 0;
    std::string number;
    Step step = Step::Reported;
    Channel channel = Channel::Citizen;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    CategoryCode category;
    RegionCode region;
    std::string place;
    std::optional<GeoPoint> point;
    std::string title;
    UnitCode lead;
    std::vector<UnitCode> cooperating;
    Instant reportedAt;
    Instant changedAt;
    std::optional<Instant> closedAt;
    std::optional<Instant> firstAnsweredAt;
    std::optional<Instant> milestoneMetAt;
    std::optional<Instant> due; ///< of the deadline in force
    std::optional<Instant> soonAt; ///< from here on the lamp is yellow
    Milestone milestone = Milestone::Solved;
    bool isProvisional = false;
    bool isOnAccount = false;
    bool isDisputed = false;
    bool isExtensionAsked = false;
    bool isFollowedUp = false;
    bool isCalledBack = false;
    bool isJoined = false;
    std::optional<Rating> rating;
    std::uint16_t bounces = 0;
    std::uint16_t reworks = 0;
    std::uint16_t repeats = 0;
    UrgingLevel urging = UrgingLevel::None;
    int importance = 1;
    Origin origin;
    std::string counted; ///< what it adds to the figures (Figures.h, `packed`); empty where it is void or not known

    bool isOpen() const { return step != Step::Closed && step != Step::Void; }
    bool operator==(const TicketRow &) const = default;
};

/// A row that lists, models and threads share.
using RowPointer = std::shared_ptr<const TicketRow>;

} // namespace huying
