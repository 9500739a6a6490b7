#pragma once

#include "Attachment.h"
#include "Codes.h"
#include "GeoPoint.h"
#include "Instant.h"
#include "Uuid.h"
#include "Words.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace huying
{

/// How many events of a subject have been counted; the first event makes it 1.
using Version = std::uint32_t;

/// Who did it, from where. `name` is what colleagues call them (调度员 一席), not a citizen's name.
struct Author {
    PersonCode person;
    std::string name;
    Role role = Role::Machine;
    UnitCode unit;
    std::string desk; ///< the workstation, part of the ticket numbers made there; empty for machines

    bool operator==(const Author &) const = default;
};

/// What only those may see who need it. Kept apart from the public content and deletable.
struct Citizen {
    std::string name;
    std::string telephone;

    bool isEmpty() const { return name.empty() && telephone.empty(); }
    bool operator==(const Citizen &) const = default;
};

/// Where a ticket lies: `region` is a grid if that is known, else the narrowest region that is.
struct Place {
    RegionCode region;
    std::string text;
    std::optional<GeoPoint> point; ///< WGS-84
    Datum datum = Datum::Wgs84; ///< the system in which it was given
    std::optional<GeoPoint> pointAsGiven; ///< in `datum`, where that is not WGS-84

    bool operator==(const Place &) const = default;
};

/// Where an imported ticket comes from; (system, id) names it for ever.
struct Origin {
    std::string system;
    std::string id;

    bool isEmpty() const { return system.empty() && id.empty(); }
    auto operator<=>(const Origin &) const = default;
};

/// A deadline that came with the ticket: kept as given, and it rules.
struct GivenDeadline {
    Instant due;

    bool operator==(const GivenDeadline &) const = default;
};

/// Longer by working days from the old deadline, or to a new moment; exactly one of the two is there.
struct Longer {
    std::optional<int> workingDays;
    std::optional<Instant> until;

    bool operator==(const Longer &) const = default;
};

// What can happen to a ticket. Each is the content of one event; product.md, "The flow".

struct Reported {
    std::string number; ///< made at the desk: date, desk, serial
    Channel channel = Channel::Citizen;
    CategoryCode category;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    std::string title;
    std::string detail;
    Place place;
    int importance = 1; ///< 1 to 3
    Origin origin;
    std::optional<GivenDeadline> given;
    Citizen citizen; ///< personal
    std::vector<Attachment> attachments {};
    bool operator==(const Reported &) const = default;
};
struct Accepted {
    CategoryCode category;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    int importance = 1;
    bool operator==(const Accepted &) const = default;
};
struct Voided {
    VoidReason reason = VoidReason::Other;
    std::string text;
    bool operator==(const Voided &) const = default;
};
struct Assigned {
    UnitCode lead;
    std::vector<UnitCode> cooperating;
    ItemCode basis; ///< the item of the responsibility list, empty where none covers it
    std::string note;
    bool operator==(const Assigned &) const = default;
};
/// The unit has taken it up (部门处置).
struct HandlingBegun {
    std::string handler;
    bool operator==(const HandlingBegun &) const = default;
};
struct FirstAnswered {
    std::string text;
    std::vector<Attachment> attachments {};
    bool operator==(const FirstAnswered &) const = default;
};
/// The lead unit says it is not theirs (退回).
struct Returned {
    std::string reason;
    bool operator==(const Returned &) const = default;
};
/// Two units disagree whose it is (职责争议).
struct Disputed {
    std::string reason;
    bool operator==(const Disputed &) const = default;
};
struct Ruled {
    UnitCode lead;
    std::vector<UnitCode> cooperating;
    std::string text;
    bool forTheList = false; ///< it is to become part of the next responsibility list
    bool operator==(const Ruled &) const = default;
};
struct ExtensionAsked {
    Longer wanted;
    std::string reason;
    bool operator==(const ExtensionAsked &) const = default;
};
struct ExtensionGranted {
    Longer granted;
    std::string text;
    bool operator==(const ExtensionGranted &) const = default;
};
struct ExtensionRefused {
    std::string reason;
    bool operator==(const ExtensionRefused &) const = default;
};
/// Too hard for now (挂账督办). Said again while on account it changes owner and review day, not the beginning.
struct PutOnAccount {
    std::string reason;
    std::string owner;
    Day reviewOn {};
    bool operator==(const PutOnAccount &) const = default;
};
struct Resumed {
    std::string reason;
    bool operator==(const Resumed &) const = default;
};
/// A joint conference (联席会商).
struct Conferred {
    Day on {};
    std::vector<UnitCode> units;
    std::string conclusion;
    bool operator==(const Conferred &) const = default;
};
struct Urged {
    UrgingLevel level = UrgingLevel::Reminder;
    std::string text;
    bool operator==(const Urged &) const = default;
};
/// The result (结果反馈). It closes the ticket, except in the loop of a bad rating.
struct Answered {
    std::string text;
    std::vector<Attachment> attachments {};
    bool operator==(const Answered &) const = default;
};
struct Rated {
    Rating rating = Rating::Satisfied;
    std::string text;
    bool operator==(const Rated &) const = default;
};
/// In the loop of a bad rating: the leader in charge has spoken with the citizen again.
struct FollowedUp {
    bool satisfied = false;
    std::string text;
    bool operator==(const FollowedUp &) const = default;
};
/// 回访 of a closed ticket: lawful (合法依规), done (措施落实到位), accepted (诉求人理解信服).
struct CalledBack {
    CallBackMeans means = CallBackMeans::Telephone;
    bool lawful = true;
    bool done = true;
    bool accepted = true;
    std::string text;
    bool operator==(const CalledBack &) const = default;
};
/// This ticket is a report of the same thing as `parent`; goes with a DuplicateAdded on the parent.
struct Joined {
    TicketId parent;
    bool operator==(const Joined &) const = default;
};
struct Separated {
    TicketId parent;
    std::string reason;
    bool operator==(const Separated &) const = default;
};
struct DuplicateAdded {
    TicketId child;
    bool operator==(const DuplicateAdded &) const = default;
};
struct DuplicateRemoved {
    TicketId child;
    bool operator==(const DuplicateRemoved &) const = default;
};
/// The parent got its result; this duplicate is told the same.
struct ClosedWithParent {
    TicketId parent;
    std::string text;
    bool operator==(const ClosedWithParent &) const = default;
};
/// A closed ticket is opened again by the office, or by the source it was imported from.
struct Reopened {
    std::string reason;
    bool operator==(const Reopened &) const = default;
};
/// A remark, or the correction of what has gone out and cannot be undone.
struct Noted {
    std::string text;
    bool operator==(const Noted &) const = default;
};
/// Takes back an event of the same ticket (撤回).
struct Undone {
    EventId event;
    bool operator==(const Undone &) const = default;
};

/// Pictures that came later, of whatever step: what it looks like, what was done.
struct PhotosAdded {
    std::string text;
    std::vector<Attachment> attachments {};
    bool operator==(const PhotosAdded &) const = default;
};

using TicketContent = std::variant<Reported, Accepted, Voided, Assigned, HandlingBegun, FirstAnswered, Returned,
    Disputed, Ruled, ExtensionAsked, ExtensionGranted, ExtensionRefused, PutOnAccount, Resumed, Conferred, Urged,
    Answered, Rated, FollowedUp, CalledBack, Joined, Separated, DuplicateAdded, DuplicateRemoved, ClosedWithParent,
    Reopened, Noted, Undone, PhotosAdded>;

/// The names of the contents in the log, in the variant's order; they never change.
inline constexpr std::array<std::string_view, std::variant_size_v<TicketContent>> ticketKindNames {
    "reported",
    "accepted",
    "voided",
    "assigned",
    "handling-begun",
    "first-answered",
    "returned",
    "disputed",
    "ruled",
    "extension-asked",
    "extension-granted",
    "extension-refused",
    "put-on-account",
    "resumed",
    "conferred",
    "urged",
    "answered",
    "rated",
    "followed-up",
    "called-back",
    "joined",
    "separated",
    "duplicate-added",
    "duplicate-removed",
    "closed-with-parent",
    "reopened",
    "noted",
    "undone",
    "photos-added",
};

/// One thing that happened to one ticket.
struct TicketEvent {
    EventId id;
    TicketId ticket; ///< for Reported the same as `id`
    Version decidedOn = 0; ///< the ticket's version that its author had before their eyes
    Author author;
    Instant at; ///< the author's corrected time; it decides
    TicketContent content;

    bool operator==(const TicketEvent &) const = default;
};

inline std::string_view kindOf(const TicketEvent &event)
{
    return ticketKindNames[event.content.index()];
}

/// The pictures that an event with this content names.
inline std::span<const Attachment> attachmentsOf(const TicketContent &content)
{
    return std::visit(
        [](const auto &each) -> std::span<const Attachment> {
            if constexpr (requires { each.attachments; }) {
                return each.attachments;
            } else {
                return {};
            }
        },
        content);
}

} // namespace huying
