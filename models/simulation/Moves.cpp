#include "Moves.h"

#include <rules/Workflow.h>

#include <algorithm>
#include <ranges>

namespace huying
{

using namespace std::chrono;

minutes Moves::any(int least, int most)
{
    return minutes { _random.between(least, most) };
}

Instant Moves::unitAfter(Instant from, int least, int most)
{
    return unitAfter(from, any(least, most));
}

Instant Moves::unitAfter(Instant from, minutes work) const
{
    if (isEmergency()) {
        return from + work;
    }
    return isHallMatter() ? Hours::inHall(from, work) : _stage.hours().worked(from, work);
}

Instant Moves::hallAfter(Instant from, int least, int most)
{
    return isEmergency() ? from + any(1, 4) : Hours::inHall(from, any(least, most));
}

Gaps Moves::gaps() const
{
    Gaps made;
    made.place = _ticket.place.text.substr(_ticket.place.text.rfind(' ') + 1);
    made.unit = _stage.nameOf(_ticket.lead.isEmpty() ? _stage.leadFor(_ticket) : _ticket.lead);
    return made;
}

/// Nothing happens before what has happened, and hardly anything on the full minute.
void Moves::take(Instant at, Author author, TicketContent content)
{
    const Instant moment = std::max(at, _ticket.changedAt + seconds { 20 }) + milliseconds { _random.below(50'000) };
    if (!_earliest || moment < _earliest->at) {
        _earliest = Move { moment, std::move(author), std::move(content) };
    }
}

void Moves::whileReported()
{
    const Instant at = hallAfter(_ticket.reportedAt, 1, 35);
    if (_fate.isVoid && _ticket.children.empty() && _random.chance(6'000)) {
        whileAccepted(nullptr);
        return;
    }
    const int importance = std::min(3, _ticket.importance + (_random.chance(800) ? 1 : 0));
    take(at, hall(), Accepted { _ticket.category, _ticket.deadlineClass, importance });
}

void Moves::whileAccepted(const Ticket *kin)
{
    const Instant since = _ticket.changedAt;
    if (_ticket.disputedSince) {
        take(_stage.hours().worked(*_ticket.disputedSince, any(900, 6'000)), _stage.leader({ "D06" }),
            Ruled { _stage.leadFor(_ticket), _stage.cooperatingFor(_ticket, _stage.leadFor(_ticket)), say("ruled"),
                _random.chance(5'000) });
    } else if (_fate.isVoid && _ticket.children.empty()) {
        constexpr std::array occasions { "void test", "void norequest", "void othercounty", "void other" };
        take(hallAfter(since, 3, 60), hall(),
            Voided { _fate.voidReason, say(occasions[static_cast<std::size_t>(_fate.voidReason)]) });
    } else if (kin && !has<Separated>() && checkJoin(_ticket, *kin)) {
        take(hallAfter(since, 1, 8), hall(), Joined { kin->id });
    } else if (_ticket.bounces > 0 && _fate.isDisputed && !has<Disputed>()) {
        take(_stage.hours().worked(since, any(20, 240)), _stage.clerk(_stage.leadFor(_ticket), 1),
            Disputed { say("disputed") });
    } else {
        // Who is asked in vain first is seldom the one whom the list names.
        const bool isAstray = _ticket.bounces < _fate.bounces && _random.chance(7'000);
        const UnitCode proper = _stage.leadFor(_ticket);
        const UnitCode lead = isAstray ? _stage.anotherThan(proper, _random) : proper;
        take(hallAfter(since, 1, _ticket.bounces > 0 ? 90 : 18), hall(),
            Assigned { lead, _stage.cooperatingFor(_ticket, lead), {},
                _random.chance(900) ? say("assign note") : std::string() });
    }
}

void Moves::whileAssigned()
{
    const TicketEvent &latest = _ticket.trail.back();
    if (_fate.isUndone && !has<Undone>() && std::holds_alternative<Assigned>(latest.content)
        && latest.author.person == hall().person) {
        take(_ticket.changedAt + any(1, 6), hall(), Undone { latest.id });
    } else if (_ticket.bounces < _fate.bounces && !has<Ruled>()) {
        take(unitAfter(_ticket.changedAt, isEmergency() ? 2 : 20, isEmergency() ? 9 : 700), unit(),
            Returned { say("returned") });
    } else {
        take(unitAfter(
                 _ticket.changedAt, isEmergency() || isHallMatter() ? 1 : 8, isEmergency() || isHallMatter() ? 9 : 260),
            unit(), HandlingBegun { unit().name });
    }
}

void Moves::whileFollowedUp()
{
    int answers = 0;
    int talks = 0;
    for (const TicketEvent &event : std::views::reverse(_ticket.trail)) {
        if (std::holds_alternative<Rated>(event.content)) {
            break;
        }
        answers += std::holds_alternative<Answered>(event.content);
        talks += std::holds_alternative<FollowedUp>(event.content);
    }
    const UnitCode township = [&] {
        const Spot *spot = _stage.places().spotOf(_ticket.place.region);
        return spot ? UnitCode { spot->township->code.text } : _ticket.lead;
    }();
    if (_ticket.step == Step::Accepted) {
        whileAccepted(nullptr);
    } else if (answers <= talks) {
        take(_stage.hours().worked(_ticket.changedAt, any(200, 2'000)), unit(), Answered { say("rework answer") });
    } else {
        const bool isSatisfied = !_fate.isStubborn || talks > 0;
        take(_stage.hours().worked(_ticket.changedAt, any(60, 900)), _stage.leader(township),
            FollowedUp { isSatisfied, say(isSatisfied ? "followed up" : "followed up again") });
    }
}

void Moves::whileOnAccount()
{
    const OnAccount &account = _ticket.accounts.back();
    const Instant end = account.since + _fate.delayed;
    const Instant review = startOf(account.reviewOn) + hours { 9 } + any(0, 400);
    if (end <= review) {
        take(_stage.hours().worked(end, any(0, 300)), hall(), Resumed { say("resumed") });
    } else {
        take(review, hall(),
            PutOnAccount { say("account"), account.owner, account.reviewOn + days { _random.between(90, 185) } });
    }
}

void Moves::whileClosed()
{
    const Instant closed = *_ticket.closedAt;
    if (_fate.isRated && !_ticket.rating) {
        constexpr std::array<std::int64_t, 6> untilRated { 4, 40, 240, 1'200, 2'900, 8'600 };
        const bool isBad = _fate.isBad;
        std::string text;
        if (_random.chance(isBad ? 9'000 : 3'000)) {
            text = say(isBad ? "dissatisfied" : "satisfied");
        }
        take(closed + minutes { drawn(_random, untilRated) }, _stage.citizen(),
            Rated { isBad ? Rating::Dissatisfied : Rating::Satisfied, std::move(text) });
    }
    if (_fate.isCalledBack && !_ticket.callBack) {
        const bool isWell = _random.chance(9'600);
        take(_stage.hours().worked(closed, any(300, 4'000)), hall(),
            CalledBack { _random.chance(8'000) ? CallBackMeans::Telephone : CallBackMeans::Visit, true, isWell,
                isWell || _random.chance(3'000), say("called back") });
    }
    if (_fate.isReopened && _ticket.reworks == 0 && _ticket.children.empty()) {
        take(closed + any(1'500, 20'000), hall(), Reopened { say("reopened") });
    }
}

void Moves::whileJoined(const Ticket *parent)
{
    if (!_ticket.isOpen() || !parent) {
        return;
    }
    if (!parent->isOpen()) {
        const TicketEvent &last = parent->trail.back();
        take(std::max(parent->changedAt, _ticket.changedAt), last.author,
            ClosedWithParent { parent->id, say("join told") });
    } else if (_fate.isSeparated && !has<Separated>()) {
        take(hallAfter(_ticket.changedAt, 60, 1'500), hall(), Separated { parent->id, say("separated") });
    }
}

} // namespace huying
