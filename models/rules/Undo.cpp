#include "Undo.h"

#include "Decisions.h"
#include "Happenings.h"

#include <algorithm>
#include <ranges>

namespace huying
{

namespace
{

/// For each event of `trail` whether it stands: neither undone nor itself an undoing.
std::vector<bool> standing(const std::vector<TicketEvent> &trail)
{
    std::vector<bool> stands(trail.size(), true);
    for (std::size_t i = 0; i < trail.size(); ++i) {
        const Undone *undone = std::get_if<Undone>(&trail[i].content);
        if (!undone) {
            continue;
        }
        stands[i] = false;
        const auto target = std::ranges::find(trail, undone->event, &TicketEvent::id);
        if (target != trail.end()) {
            stands[static_cast<std::size_t>(target - trail.begin())] = false;
        }
    }
    return stands;
}

/// What is corrected instead of taken back (product.md, "undo").
Hindrance whyNever(const TicketContent &content)
{
    if (isOneOf<Answered, FirstAnswered, ClosedWithParent>(content)) {
        return refused(Say::tr("What has gone out cannot be taken back; write a note that corrects it."));
    }
    if (isOneOf<Rated, FollowedUp, CalledBack>(content)) {
        return refused(Say::tr("What the citizen said cannot be taken back; write a note that corrects it."));
    }
    if (isOneOf<Joined, Separated, DuplicateAdded, DuplicateRemoved>(content)) {
        return refused(Say::tr("Joining and separating are not taken back; separate or join the two tickets again."));
    }
    if (isOneOf<Reported>(content)) {
        return refused(Say::tr("A report is not taken back; make the ticket void."));
    }
    return isOneOf<Undone>(content) ? refused(Say::tr("What was taken back is done again, not taken back once more."))
                                    : Hindrance();
}

Hindrance unlessOwnAndRecent(const TicketEvent &target, const TicketEvent &undo, std::chrono::minutes within)
{
    if (!isSameAuthor(target.author, undo.author)) {
        return refused(Say::tr("Only who did it can take it back."));
    }
    return std::chrono::abs(undo.at - target.at) > within
        ? refused(Say::tr("It is more than %1 minutes ago and can no longer be taken back.").arg(within.count()))
        : Hindrance();
}

Hindrance whenOthersFollowed(
    const std::vector<TicketEvent> &trail, const std::vector<bool> &stands, std::size_t target, const Author &author)
{
    for (std::size_t i = target + 1; i < trail.size(); ++i) {
        if (stands[i] && !isSameAuthor(trail[i].author, author)) {
            return refused(Say::tr("Somebody else has gone on with the ticket since; it can no longer be taken back."));
        }
    }
    return {};
}

/// The author's own later events must still be possible without the one at `target`.
Hindrance whenLaterOnesRestOnIt(
    const std::vector<TicketEvent> &trail, std::vector<bool> stands, std::size_t target, const RuleBook &rules)
{
    stands[target] = false;
    Ticket without;
    for (std::size_t i = 0; i < trail.size(); ++i) {
        if (!stands[i]) {
            continue;
        }
        const auto hindered = i > target ? stateHindrance(without, trail[i]) : Hindrance();
        if (hindered) {
            return refused(Say::tr("Take back what you did after it first. Without it: %1").arg(hindered->text));
        }
        happen(without, trail[i], static_cast<Version>(i + 1), rules);
        without.trail.push_back(trail[i]);
    }
    return {};
}

/// A notice sets a deadline anew without an event of the ticket, so the trail alone cannot give it back: what applied
/// up to the last notice stays, and what came later follows.
void keepNoticed(Ticket &without, const std::vector<Deadline> &before)
{
    const auto noticed = std::ranges::find(before.rbegin(), before.rend(), DeadlineCause::Noticed, &Deadline::cause);
    if (noticed == before.rend()) {
        return;
    }
    std::vector<Deadline> kept(before.begin(), noticed.base());
    const auto follow = [&kept](Deadline later) {
        if (!isSameDeadline(kept.back(), later)) {
            later.since = std::max(later.since, kept.back().since);
            kept.push_back(later);
        }
    };
    const Instant since = kept.back().since;
    std::ranges::for_each(
        without.deadlines | std::views::filter([since](const Deadline &one) { return one.since > since; }), follow);
    if (without.deadline) {
        follow(*without.deadline);
        without.deadline = kept.back();
    }
    without.deadlines = std::move(kept);
}

} // namespace

Hindrance undoHindrance(const Ticket &ticket, const TicketEvent &event, const RuleBook &rules)
{
    const auto found = std::ranges::find(ticket.trail, std::get<Undone>(event.content).event, &TicketEvent::id);
    if (found == ticket.trail.end()) {
        return refused(Say::tr("What is to be taken back is not known of this ticket."));
    }
    if (auto never = whyNever(found->content)) {
        return never;
    }
    const auto stands = standing(ticket.trail);
    const auto target = static_cast<std::size_t>(found - ticket.trail.begin());
    if (!stands[target]) {
        return refused(Say::tr("It has been taken back already."));
    }
    if (auto hindered = unlessOwnAndRecent(*found, event, rules.undoWithin)) {
        return hindered;
    }
    if (auto followed = whenOthersFollowed(ticket.trail, stands, target, event.author)) {
        return followed;
    }
    return whenLaterOnesRestOnIt(ticket.trail, stands, target, rules);
}

void takeBack(Ticket &ticket, const Undone &undone, const RuleBook &rules)
{
    auto stands = standing(ticket.trail);
    const auto target = std::ranges::find(ticket.trail, undone.event, &TicketEvent::id);
    if (target == ticket.trail.end()) {
        return;
    }
    stands[static_cast<std::size_t>(target - ticket.trail.begin())] = false;

    Ticket without;
    for (std::size_t i = 0; i < ticket.trail.size(); ++i) {
        if (stands[i]) {
            happen(without, ticket.trail[i], static_cast<Version>(i + 1), rules);
        }
    }
    keepNoticed(without, ticket.deadlines);
    without.version = ticket.version;
    without.decisionVersion = decides(target->content) ? ticket.version + 1 : ticket.decisionVersion;
    without.changedAt = ticket.changedAt;
    without.trail = std::move(ticket.trail);
    ticket = std::move(without);
}

} // namespace huying
