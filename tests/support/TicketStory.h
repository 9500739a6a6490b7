#pragma once

#include <rules/Workflow.h>

#include <string>
#include <utility>

namespace huying
{

/// A number as an id; the same number is the same id.
Uuid numbered(std::uint64_t number);

/// 调度员 一席, at the desk 01.
Author dispatcher();
/// A colleague at the desk 02.
Author colleague();
/// Somebody in the unit that has the ticket.
Author clerk();

/// Contents with something sensible in every field.
Reported report(DeadlineClass deadlineClass = DeadlineClass::Other);
Accepted acceptance(DeadlineClass deadlineClass = DeadlineClass::Other);
Assigned assignment(std::string lead = "U01", std::vector<std::string> cooperating = {});
PutOnAccount account(Day reviewOn);
Longer moreDays(int workingDays);
Longer until(Instant moment);

/// What happens to one ticket, told in order, each event an hour after the one before unless the story says otherwise.
/// `tell` goes on only when the rules allow it and throws the refusal; `refusal` tries without going on.
///
///     TicketStory story(rules);
///     story.tell(acceptance()).tell(assignment()).after(5min).tell(Answered { "已修好" });
class TicketStory
{
public:
    /// Begins with a report of `deadlineClass` at `reportedAt`.
    explicit TicketStory(const RuleBook &rules, DeadlineClass deadlineClass = DeadlineClass::Other,
        Instant reportedAt = *instantFromIso("2023-07-12 09:00"));
    TicketStory(const RuleBook &rules, Reported reported, Instant reportedAt);

    TicketStory &by(Author author); ///< who acts from here on
    TicketStory &after(std::chrono::milliseconds pause); ///< the next event comes this long after the last
    TicketStory &at(Instant moment); ///< the next event comes then
    TicketStory &seeing(Version version); ///< the next event is decided on this version, not on the present one

    TicketStory &tell(TicketContent content);
    /// What the rules say against it; an empty text when they allow it.
    QString refusal(TicketContent content);
    FailureKind refusalKind(TicketContent content);
    /// Takes the last event back, as it was told `before` the last.
    TicketStory &undo(std::size_t before = 0);
    Undone undoing(std::size_t before = 0) const;

    /// Told up to the step, with a unit where it needs one.
    TicketStory &untilAccepted();
    TicketStory &untilAssigned();
    TicketStory &untilHandling();
    TicketStory &untilClosed();

    const Ticket &ticket() const { return _ticket; }
    const std::vector<TicketEvent> &events() const { return _ticket.trail; }
    Instant now() const { return _now; } ///< of the next event

private:
    TicketEvent next(TicketContent content);

    RuleBook _rules;
    Ticket _ticket;
    Author _author = dispatcher();
    Instant _now;
    std::optional<Version> _seen;
    std::uint64_t _serial = 0;
};

} // namespace huying
