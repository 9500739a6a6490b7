#include "Workflow.h"

#include "Hindrances.h"

#include <algorithm>

namespace huying
{

namespace
{

using Roles = std::vector<Role>;

struct Choice {
    TicketContent content; ///< its kind counts
    Roles roles;
};

const std::vector<Choice> &choices()
{
    const Roles hall { Role::Dispatcher };
    const Roles unit { Role::Dispatcher, Role::Unit, Role::Township };
    const Roles head { Role::Dispatcher, Role::Leader };
    const Roles citizen { Role::Dispatcher, Role::Citizen };
    const Roles visitor { Role::Dispatcher, Role::Leader, Role::Township };
    const Roles all { Role::Dispatcher, Role::Unit, Role::Township, Role::Leader };
    static const std::vector<Choice> inOrder {
        { Accepted(), hall },
        { Voided(), hall },
        { Assigned(), hall },
        { HandlingBegun(), unit },
        { FirstAnswered(), unit },
        { Answered(), unit },
        { Returned(), unit },
        { Disputed(), unit },
        { Ruled(), head },
        { ExtensionAsked(), unit },
        { ExtensionGranted(), head },
        { ExtensionRefused(), head },
        { PutOnAccount(), head },
        { Resumed(), head },
        { Conferred(), all },
        { Urged(), head },
        { FollowedUp(), visitor },
        { Rated(), citizen },
        { CalledBack(), hall },
        { Joined(), hall },
        { Separated(), hall },
        { Reopened(), head },
        { Noted(), all },
        { PhotosAdded(), all },
    };
    return inOrder;
}

} // namespace

std::vector<std::string_view> possibleNext(const Ticket &ticket, Role role)
{
    std::vector<std::string_view> kinds;
    if (ticket.version == 0) {
        return kinds;
    }
    for (const Choice &choice : choices()) {
        const auto ask = [&](const auto &content) { return hindrance(ticket, content); };
        if (std::ranges::contains(choice.roles, role) && !std::visit(ask, choice.content)) {
            kinds.push_back(ticketKindNames[choice.content.index()]);
        }
    }
    return kinds;
}

/// Beside what can be chosen: reports, taking back, and what goes along with another event.
bool isOpenTo(std::size_t kind, Role role)
{
    const auto isKind = [&](const auto &...contents) { return ((TicketContent(contents).index() == kind) || ...); };
    if (isKind(Reported())) {
        return role == Role::Dispatcher || role == Role::Township;
    }
    if (isKind(DuplicateAdded(), DuplicateRemoved())) {
        return isOpenTo(TicketContent(Joined()).index(), role);
    }
    if (isKind(ClosedWithParent())) {
        return isOpenTo(TicketContent(Answered()).index(), role);
    }
    if (isKind(Undone())) {
        return isOpenTo(TicketContent(Noted()).index(), role);
    }
    return std::ranges::any_of(choices(), [&](const Choice &choice) {
        return choice.content.index() == kind && std::ranges::contains(choice.roles, role);
    });
}

} // namespace huying
