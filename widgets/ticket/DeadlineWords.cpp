#include "DeadlineWords.h"

#include <views/DueText.h>
#include <views/Telling.h>
#include <views/Wording.h>

#include <QCoreApplication>

#include <array>

namespace huying
{

using namespace std::chrono;

namespace
{

class DeadlineWords
{
    Q_DECLARE_TR_FUNCTIONS(DeadlineWords)
};

constexpr std::size_t mostCells = 35;
constexpr std::size_t cellsBefore = 9;
constexpr std::size_t cellsAfter = 20;

/// Consecutive days that are as they are for one reason.
struct Stretch {
    Day first;
    Day last;
    DayKind kind;
    bool isOnAccount = false;
    bool isCounted = false;
};

bool goesOn(const Stretch &stretch, const ExplainedDay &day)
{
    return stretch.last + days { 1 } == day.day && stretch.kind == day.kind && stretch.isOnAccount == day.isOnAccount
        && stretch.isCounted == day.isCounted;
}

std::vector<Stretch> stretchesOf(const DeadlineExplanation &explanation)
{
    std::vector<Stretch> found;
    for (std::size_t i = 1; i < explanation.days.size(); ++i) {
        const ExplainedDay &day = explanation.days[i];
        if (!found.empty() && goesOn(found.back(), day)) {
            found.back().last = day.day;
        } else {
            found.push_back({ day.day, day.day, day.kind, day.isOnAccount, day.isCounted });
        }
    }
    return found;
}

QString rangeText(const Stretch &stretch)
{
    return stretch.first == stretch.last
        ? dayText(stretch.first)
        : DeadlineWords::tr("%1 to %2").arg(dayText(stretch.first), dayText(stretch.last));
}

QString noticed(const QString &sentence, const DayKind &kind)
{
    return kind.notice.empty() ? sentence : DeadlineWords::tr("%1 (notice %2)").arg(sentence, shown(kind.notice));
}

QString reasonText(const DayKind &kind, bool isOnAccount)
{
    if (isOnAccount) {
        return DeadlineWords::tr("on account, the clock stands still");
    }
    switch (kind.reason) {
    case DayReason::Holiday:
        return noticed(DeadlineWords::tr("%1, a day off").arg(shown(kind.holiday)), kind);
    case DayReason::MakeUp:
        return noticed(DeadlineWords::tr("worked to make up for %1, counts").arg(shown(kind.holiday)), kind);
    case DayReason::Weekend:
        return DeadlineWords::tr("weekend");
    case DayReason::WeekendUnnoticed:
        return DeadlineWords::tr("weekend, before the year's notice is published");
    case DayReason::WeekdayUnnoticed:
        return DeadlineWords::tr("working day, before the year's notice is published");
    case DayReason::Weekday:
        break;
    }
    return DeadlineWords::tr("working day");
}

DayState stateOf(const ExplainedDay &day, bool isFirst, bool isLast)
{
    if (day.isOnAccount) {
        return DayState::OnAccount;
    }
    if (isLast) {
        return DayState::Due;
    }
    if (isFirst) {
        return DayState::Reported;
    }
    return day.isCounted ? DayState::Counted : DayState::NotCounted;
}

QString labelOf(const ExplainedDay &day, bool isFirst, bool isByDays)
{
    if (day.isOnAccount) {
        return DeadlineWords::tr("acct", "on account, at most two characters wide");
    }
    if (isFirst) {
        return DeadlineWords::tr("day 0", "the day of the report, at most two characters wide");
    }
    if (day.isCounted) {
        return isByDays ? QString::number(day.number) : QString();
    }
    return day.kind.isWorking() ? QString() : DeadlineWords::tr("off");
}

QString causeText(DeadlineCause cause)
{
    const std::array words { DeadlineWords::tr("by the report"), DeadlineWords::tr("classified"),
        DeadlineWords::tr("extended"), DeadlineWords::tr("resumed"), DeadlineWords::tr("notice published"),
        DeadlineWords::tr("given by the source"), DeadlineWords::tr("reopened") };
    return words[std::size_t(cause)];
}

void addSpecial(QStringList &texts, const DeadlineExplanation &explanation, const Ticket &ticket)
{
    if (explanation.isOnAccount) {
        texts << DeadlineWords::tr("On account: the clock stands still until the ticket is resumed.");
    }
    if (ticket.given) {
        texts << DeadlineWords::tr("The deadline came with the ticket; it is kept as given and rules it.");
    }
    if (explanation.deadline.isProvisional && !ticket.given) {
        texts << DeadlineWords::tr(
            "Provisional: it reaches into a year whose notice is not yet published; weekends are counted "
            "off, and the notice sets it anew.");
    }
    for (const Extension &extension : explanation.extensions) {
        const QString longer = longerText(extension.granted);
        texts << (extension.beforeDue
                ? DeadlineWords::tr("Extended: %1, granted before the deadline.").arg(longer)
                : DeadlineWords::tr("Extended: %1, granted after the deadline had passed.").arg(longer));
    }
}

} // namespace

QString limitText(const DeadlineExplanation &explanation, const DeadlineSettings &settings, bool isGiven)
{
    const bool isAnswer = explanation.deadline.milestone == Milestone::FirstAnswer;
    if (isGiven) {
        return DeadlineWords::tr("As given by the source");
    }
    if (explanation.deadlineClass == DeadlineClass::Emergency) {
        const auto wholeHours = floor<hours>(settings.emergency);
        return wholeHours == settings.emergency
            ? DeadlineWords::tr("Solved within %n hours", nullptr, int(wholeHours.count()))
            : DeadlineWords::tr("Solved within %1").arg(spanText(settings.emergency));
    }
    if (explanation.deadlineClass == DeadlineClass::Consultation) {
        return DeadlineWords::tr("Solved on the same day");
    }
    return isAnswer ? DeadlineWords::tr("First answer within %n working days", nullptr, explanation.workingDays)
                    : DeadlineWords::tr("Solved within %n working days", nullptr, explanation.workingDays);
}

QList<ShownDay> shownDays(const DeadlineExplanation &explanation, Day today)
{
    QList<ShownDay> shownOnes;
    const std::size_t count = explanation.days.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (count > mostCells && i == cellsBefore) {
            i = count - cellsAfter;
            shownOnes << ShownDay { QStringLiteral("…"), {}, DayState::NotCounted,
                DeadlineWords::tr("%n more days", nullptr, int(count - cellsBefore - cellsAfter)) };
        }
        const ExplainedDay &day = explanation.days[i];
        const bool isFirst = i == 0;
        const bool isLast = i + 1 == count && !explanation.isOnAccount && !explanation.isCut;
        const QString reason =
            isFirst ? DeadlineWords::tr("the day of the report") : reasonText(day.kind, day.isOnAccount);
        shownOnes << ShownDay { QString::number(unsigned(year_month_day { day.day }.day())),
            labelOf(day, isFirst, explanation.workingDays > 0), stateOf(day, isFirst, isLast),
            DeadlineWords::tr("%1 (%2): %3").arg(dayText(day.day), weekdayText(day.day), reason), day.day == today };
    }
    return shownOnes;
}

QStringList whyTexts(const DeadlineExplanation &explanation, const Ticket &ticket)
{
    QStringList texts;
    for (const Stretch &stretch : stretchesOf(explanation)) {
        const bool isPlain = stretch.kind.reason == DayReason::Weekday
            || stretch.kind.reason == DayReason::WeekdayUnnoticed
            || (stretch.isCounted && stretch.kind.reason != DayReason::MakeUp);
        const bool isTold = stretch.isOnAccount || (!isPlain && explanation.workingDays > 0);
        if (isTold && texts.size() < 8) {
            texts << DeadlineWords::tr("%1: %2").arg(rangeText(stretch), reasonText(stretch.kind, stretch.isOnAccount));
        }
    }
    addSpecial(texts, explanation, ticket);
    return texts;
}

QStringList earlierDeadlines(const Ticket &ticket, Instant now)
{
    QStringList lines;
    for (std::size_t i = ticket.deadlines.size(); i-- > 0;) {
        const Deadline &deadline = ticket.deadlines[i];
        if (ticket.deadline && deadline == *ticket.deadline) {
            continue;
        }
        lines << DeadlineWords::tr("%1, set %2: %3")
                     .arg(dueText(deadline.due, now), shortTime(deadline.since, now), causeText(deadline.cause));
    }
    return lines;
}

} // namespace huying
