#include "Moves.h"

#include <algorithm>

namespace huying
{

using namespace std::chrono;

/// When the result comes.
Instant Moves::solvedAt()
{
    const Instant begun = _ticket.handlingAt.value_or(_ticket.changedAt);
    if (_ticket.reworks > 0) {
        return unitAfter(begun, 240, 1'600);
    }
    if (!_ticket.accounts.empty()) {
        return unitAfter(_ticket.accounts.back().until.value_or(begun), 400, 1'600);
    }
    if (_fate.delay != Delay::None) {
        return _stage.hours().worked(begun + _fate.delayed, any(0, 500));
    }
    const minutes more = _fate.asksLonger ? minutes { 3'600 } : minutes { 0 };
    return unitAfter(begun, _fate.work + more);
}

void Moves::whileHandled()
{
    const Instant solved = solvedAt();
    answerFirst();
    putOnAccount();
    extend();
    urge(solved);
    confer(solved);
    note(solved);
    answer(solved);
}

void Moves::answer(Instant solved)
{
    if (!isSooner(solved)) {
        return;
    }
    const Matter *matter = _stage.matterOf(_ticket.category);
    std::string text = _ticket.reworks > 0 || !matter ? say("rework answer") : matter->result;
    if (_random.chance(4'500)) {
        text += say("answer end");
    }
    take(solved, unit(), Answered { std::move(text) });
}

void Moves::answerFirst()
{
    if (!_fate.answersFirst || _ticket.firstAnsweredAt || _ticket.reworks > 0) {
        return;
    }
    const Instant begun = _ticket.handlingAt.value_or(_ticket.changedAt);
    const bool isQuick = isEmergency() || isHallMatter();
    const Instant at = unitAfter(begun, isQuick ? 2 : 15, isQuick ? 12 : 420);
    if (isSooner(at)) {
        take(at, unit(), FirstAnswered { say("first answer") });
    }
}

/// The ladder of urging (督办), while the clock runs and no extension is waited for.
void Moves::urge(Instant solved)
{
    if (!isClockRunning() || _ticket.extensionRequest || _fate.delay == Delay::Account) {
        return;
    }
    const Instant due = _ticket.deadline->due;
    if (_ticket.urging == UrgingLevel::None && _fate.isReminded) {
        const Instant at = isEmergency() ? due - any(15, 35) : due - hours { 15 } + any(0, 200);
        if (at > _ticket.changedAt && at + minutes { 1 } < due && solved > at && isSooner(at)) {
            take(at, hall(), Urged { UrgingLevel::Reminder, say("reminder") });
        }
    }
    if (_ticket.urging < UrgingLevel::WrittenOrder) {
        const Instant dayAfter = startOf(dayOf(due - milliseconds { 1 }) + days { 1 });
        const Instant at = _stage.hours().worked(dayAfter + hours { 8 }, any(10, 200));
        if (solved > at && isSooner(at)) {
            take(at, hall(), Urged { UrgingLevel::WrittenOrder, say("order") });
        }
    } else if (_ticket.urging == UrgingLevel::WrittenOrder) {
        const Instant at = _stage.hours().worked(_ticket.changedAt, any(1'100, 2'400));
        if (solved > at && isSooner(at)) {
            take(at, _stage.leader({ "D06" }), Urged { UrgingLevel::LeaderNotice, say("notice") });
        }
    }
}

void Moves::extend()
{
    const bool asks = _fate.asksLonger || _fate.delay == Delay::Asking;
    if (_ticket.extensionRequest) {
        const bool isSlow = _fate.delay == Delay::Asking;
        const Instant at = isSlow ? _ticket.extensionRequest->at + any(40 * 1'440, 400 * 1'440)
                                  : _stage.hours().worked(_ticket.extensionRequest->at, any(60, 600));
        const Author leader = _stage.leader({ "D06" });
        if (!isSooner(at)) {
            return;
        }
        if (_fate.isGranted) {
            take(at, leader, ExtensionGranted { _ticket.extensionRequest->wanted, say("granted") });
        } else {
            take(at, leader, ExtensionRefused { say("refused") });
        }
    } else if (asks && isClockRunning() && _ticket.reworks == 0 && !has<ExtensionAsked>()) {
        const Instant at = std::max(_ticket.changedAt, _ticket.deadline->due - hours { 15 } - any(0, 2'400));
        take(at, unit(),
            ExtensionAsked { { static_cast<int>(_random.between(3, 10)), std::nullopt }, say("extension") });
    }
}

void Moves::putOnAccount()
{
    if (_fate.delay != Delay::Account || !_ticket.accounts.empty() || _ticket.extensionRequest) {
        return;
    }
    const Instant at = _stage.hours().worked(_ticket.handlingAt.value_or(_ticket.changedAt), any(200, 1'700));
    if (isSooner(at)) {
        take(at, hall(), PutOnAccount { say("account"), say("owner"), dayOf(at) + days { _random.between(30, 120) } });
    }
}

void Moves::confer(Instant solved)
{
    if (!_fate.isConferred || has<Conferred>()) {
        return;
    }
    const Instant at = _stage.hours().worked(_ticket.handlingAt.value_or(_ticket.changedAt), any(800, 5'000));
    if (at < solved && isSooner(at)) {
        std::vector<UnitCode> units { _ticket.lead };
        for (const UnitCode &cooperating : _stage.cooperatingFor(_ticket, _ticket.lead)) {
            units.push_back(cooperating);
        }
        take(at, hall(), Conferred { dayOf(at), std::move(units), say("conferred") });
    }
}

void Moves::note(Instant solved)
{
    if (!_fate.isNoted || has<Noted>()) {
        return;
    }
    const Instant at = unitAfter(_ticket.handlingAt.value_or(_ticket.changedAt), 10, 900);
    if (at < solved && isSooner(at)) {
        take(at, unit(), Noted { say("noted") });
    }
}

} // namespace huying
