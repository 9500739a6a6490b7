#include "Decisions.h"

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

struct Meanwhile {
    std::string_view kind;
    const char *sentence;
};

constexpr std::array meanwhiles {
    Meanwhile { "accepted", QT_TRANSLATE_NOOP("Workflow", "%1 has classified the ticket meanwhile.") },
    Meanwhile { "voided", QT_TRANSLATE_NOOP("Workflow", "%1 has made the ticket void meanwhile.") },
    Meanwhile { "assigned", QT_TRANSLATE_NOOP("Workflow", "%1 has assigned the ticket meanwhile.") },
    Meanwhile { "handling-begun", QT_TRANSLATE_NOOP("Workflow", "%1 has begun handling the ticket meanwhile.") },
    Meanwhile { "returned", QT_TRANSLATE_NOOP("Workflow", "%1 has returned the ticket meanwhile.") },
    Meanwhile { "ruled", QT_TRANSLATE_NOOP("Workflow", "%1 has ruled on the dispute meanwhile.") },
    Meanwhile { "extension-granted", QT_TRANSLATE_NOOP("Workflow", "%1 has extended the deadline meanwhile.") },
    Meanwhile { "put-on-account", QT_TRANSLATE_NOOP("Workflow", "%1 has put the ticket on account meanwhile.") },
    Meanwhile { "resumed", QT_TRANSLATE_NOOP("Workflow", "%1 has resumed the ticket meanwhile.") },
    Meanwhile { "answered", QT_TRANSLATE_NOOP("Workflow", "%1 has answered the ticket meanwhile.") },
    Meanwhile { "rated", QT_TRANSLATE_NOOP("Workflow", "A bad rating has opened the ticket again meanwhile.") },
    Meanwhile { "followed-up", QT_TRANSLATE_NOOP("Workflow", "%1 has closed the ticket meanwhile.") },
    Meanwhile { "joined", QT_TRANSLATE_NOOP("Workflow", "%1 has joined the ticket to another meanwhile.") },
    Meanwhile { "separated", QT_TRANSLATE_NOOP("Workflow", "%1 has separated the ticket meanwhile.") },
    Meanwhile { "closed-with-parent", QT_TRANSLATE_NOOP("Workflow", "%1 has closed the ticket meanwhile.") },
    Meanwhile { "reopened", QT_TRANSLATE_NOOP("Workflow", "%1 has reopened the ticket meanwhile.") },
    Meanwhile { "undone", QT_TRANSLATE_NOOP("Workflow", "%1 has taken a step back meanwhile.") },
};

Hindrance overtakenBy(const TicketEvent &event)
{
    const auto found = std::ranges::find(meanwhiles, kindOf(event), &Meanwhile::kind);
    const auto who = event.author.name.empty() ? Say::tr("Somebody else") : QString::fromStdString(event.author.name);
    const QString what =
        found == meanwhiles.end() ? Say::tr("%1 has changed the ticket meanwhile.") : Say::tr(found->sentence);
    //: one sentence after the other
    return refused(Say::tr("%1 %2").arg(
        what.contains(u"%1") ? what.arg(who) : what, Say::tr("Look at it again and decide anew.")));
}

} // namespace

bool decides(const TicketContent &content)
{
    if (const auto *rated = std::get_if<Rated>(&content)) {
        return rated->rating == Rating::Dissatisfied;
    }
    if (const auto *followedUp = std::get_if<FollowedUp>(&content)) {
        return followedUp->satisfied;
    }
    return isOneOf<Reported, Accepted, Voided, Assigned, HandlingBegun, Returned, Ruled, ExtensionGranted, PutOnAccount,
        Resumed, Answered, Joined, Separated, ClosedWithParent, Reopened>(content);
}

bool restsOnView(const TicketContent &content)
{
    if (const auto *urged = std::get_if<Urged>(&content)) {
        return urged->level != UrgingLevel::Reminder;
    }
    return isOneOf<FirstAnswered, Disputed, ExtensionAsked, ExtensionRefused>(content)
        || (decides(content) && !isOneOf<Reported, Rated>(content));
}

Hindrance overtaken(const Ticket &ticket, const TicketEvent &event)
{
    if (event.decidedOn >= ticket.decisionVersion || !restsOnView(event.content)) {
        return {};
    }
    for (std::size_t seen = ticket.trail.size(); seen > event.decidedOn; --seen) {
        const TicketEvent &later = ticket.trail[seen - 1];
        const bool isDecision = decides(later.content) || std::holds_alternative<Undone>(later.content);
        if (isDecision && !isSameAuthor(later.author, event.author)) {
            return overtakenBy(later);
        }
    }
    return {};
}

bool isSameAuthor(const Author &one, const Author &other)
{
    if (one.person.isEmpty() && other.person.isEmpty()) {
        return !one.desk.empty() && one.desk == other.desk;
    }
    return one.person == other.person;
}

} // namespace huying
