#pragma once

#include "Figures.h"
#include "TicketEvent.h"

namespace huying
{

/// Why a deadline came to be what it is.
enum class DeadlineCause : std::uint8_t { Reported, Classified, Extended, Resumed, Noticed, Given, Reopened };

/// A deadline in force from `since` on. Every one that ever applied is kept.
struct Deadline {
    Instant since;
    DeadlineCause cause = DeadlineCause::Reported;
    Milestone milestone = Milestone::Solved;
    Instant due;
    bool isProvisional = false; ///< reaches into a year without a published notice (暂定)

    bool operator==(const Deadline &) const = default;
};

/// A time on account; open while `until` is absent.
struct OnAccount {
    Instant since;
    std::optional<Instant> until;
    std::string owner;
    Day reviewOn {};

    bool operator==(const OnAccount &) const = default;
};

/// An extension asked for and not yet decided.
struct ExtensionRequest {
    EventId asked;
    Instant at;
    Longer wanted;
    std::string reason;

    bool operator==(const ExtensionRequest &) const = default;
};

/// An extension granted: `beforeDue` tells whether it came before the old deadline had passed, which figures ask.
struct Extension {
    Instant at;
    Longer granted;
    bool beforeDue = true;

    bool operator==(const Extension &) const = default;
};

/// What a ticket's events add up to. Value type; `rules/Workflow.h` folds it.
struct Ticket {
    TicketId id;
    Version version = 0;
    /// The version at the last event that changed step, units or deadline: a decision made on an older view than this
    /// is refused.
    Version decisionVersion = 0;
    std::string number;
    Channel channel = Channel::Citizen;
    CategoryCode category;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    int importance = 1;
    std::string title;
    std::string detail;
    Place place;
    Origin origin;
    Citizen citizen;

    Step step = Step::Reported;
    UnitCode lead;
    std::vector<UnitCode> cooperating;
    ItemCode basis;
    std::string handler;

    Instant reportedAt;
    std::optional<Instant> acceptedAt;
    std::optional<Instant> assignedAt;
    std::optional<Instant> handlingAt;
    std::optional<Instant> firstAnsweredAt;
    std::optional<Instant> closedAt;
    std::optional<Instant> milestoneMetAt; ///< the first time the deadline's milestone was reached
    Instant changedAt; ///< the latest moment of all its events

    std::optional<GivenDeadline> given;
    std::optional<Deadline> deadline; ///< in force; absent where the class has none or the clock is stopped for good
    std::vector<Deadline> deadlines; ///< all that ever applied, the one in force last
    std::vector<OnAccount> accounts;
    std::vector<Extension> extensions;
    std::optional<ExtensionRequest> extensionRequest;

    std::optional<Instant> disputedSince;
    int bounces = 0;
    int reworks = 0;
    int repeats = 0; ///< duplicates joined to it
    UrgingLevel urging = UrgingLevel::None;
    std::optional<Rating> rating;
    std::optional<Instant> ratedAt;
    bool isFollowedUp = false; ///< in the loop of a bad rating, cannot close before the citizen is satisfied
    std::optional<CalledBack> callBack;
    std::optional<VoidReason> voidReason;
    std::optional<TicketId> parent;
    std::vector<TicketId> children;

    std::vector<Counted> counted; ///< what happened to it and counts in figures, in order; nothing that was undone
    std::vector<TicketEvent> trail; ///< all events in order, undone ones too

    bool isOnAccount() const { return !accounts.empty() && !accounts.back().until; }
    bool isOpen() const { return step != Step::Closed && step != Step::Void; }
    bool operator==(const Ticket &) const = default;
};

} // namespace huying
