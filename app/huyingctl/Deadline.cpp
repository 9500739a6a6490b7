#include "Command.h"

#include "Console.h"
#include "Options.h"

#include <domain/DueTime.h>
#include <language/Columns.h>
#include <rules/Deadlines.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace huying
{

namespace
{

struct SayDeadline {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::array<std::string_view, 6> reasonNames { "weekday", "weekend", "holiday", "make-up", "weekday-unnoticed",
    "weekend-unnoticed" };

int weekdayOf(Day day)
{
    return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

QString reasonText(const DayKind &kind)
{
    switch (kind.reason) {
    case DayReason::Weekday:
        return SayDeadline::tr("working day");
    case DayReason::Weekend:
        return SayDeadline::tr("weekend");
    case DayReason::Holiday:
        return textOf(kind.holiday);
    case DayReason::MakeUp:
        return SayDeadline::tr("working day, made up for %1").arg(textOf(kind.holiday));
    case DayReason::WeekdayUnnoticed:
        return SayDeadline::tr("working day, as long as no notice says otherwise");
    case DayReason::WeekendUnnoticed:
        return SayDeadline::tr("weekend, as long as no notice says otherwise");
    }
    return {};
}

QString daysText(const DeadlineExplanation &explanation)
{
    QList<QStringList> rows;
    for (const ExplainedDay &day : explanation.days) {
        const QString counted = day.isCounted
            ? (day.number > 0 ? SayDeadline::tr("day %1").arg(day.number) : SayDeadline::tr("counted"))
            : QStringLiteral("–");
        rows << QStringList { textOf(isoDay(day.day)), QLocale().dayName(weekdayOf(day.day), QLocale::ShortFormat),
            counted, reasonText(day.kind), textOf(day.kind.notice) };
    }
    return tableText(rows);
}

QString explained(const DeadlineExplanation &explanation)
{
    QString answer = SayDeadline::tr("due %1").arg(textOf(isoDue(explanation.deadline.due)));
    answer += explanation.deadline.milestone == Milestone::FirstAnswer ? SayDeadline::tr(", for the first answer")
                                                                       : SayDeadline::tr(", for the solution");
    if (explanation.deadline.isProvisional) {
        answer += SayDeadline::tr("; provisional (暂定): it reaches into a year without a published notice");
    }
    answer += u'\n' + daysText(explanation);
    if (explanation.isCut) {
        answer += SayDeadline::tr("Further days are left out.") + u'\n';
    }
    return answer;
}

QJsonObject objectOf(const DeadlineExplanation &explanation, Instant reported)
{
    QJsonArray days;
    for (const ExplainedDay &day : explanation.days) {
        days << QJsonObject { { QStringLiteral("day"), textOf(isoDay(day.day)) },
            { QStringLiteral("weekday"), weekdayOf(day.day) }, { QStringLiteral("counted"), day.isCounted },
            { QStringLiteral("number"), day.number },
            { QStringLiteral("reason"), textOf(nameIn(reasonNames, day.kind.reason)) },
            { QStringLiteral("holiday"), textOf(day.kind.holiday) },
            { QStringLiteral("notice"), textOf(day.kind.notice) } };
    }
    return { { QStringLiteral("class"), textOf(nameIn(deadlineClassNames, explanation.deadlineClass)) },
        { QStringLiteral("reported"), textOf(isoCountyTime(reported)) },
        { QStringLiteral("due"), textOf(isoCountyTime(explanation.deadline.due)) },
        { QStringLiteral("milestone"), textOf(nameIn(milestoneNames, explanation.deadline.milestone)) },
        { QStringLiteral("provisional"), explanation.deadline.isProvisional },
        { QStringLiteral("workingDays"), explanation.workingDays }, { QStringLiteral("days"), days } };
}

} // namespace

int deadlineCommand(const QStringList &arguments)
{
    Options options(
        SayDeadline::tr("Says when a ticket is due and why: each day counted or not, and by which notice."));
    options.add(QStringLiteral("class"), SayDeadline::tr("emergency, consultation, public-service or other."),
        QStringLiteral("CLASS"));
    options.add(QStringLiteral("reported"),
        SayDeadline::tr("When it was reported, such as 2023-01-20 or “2023-01-20 09:00”."), QStringLiteral("TIME"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto asked = options.needed(QStringLiteral("class"));
    const auto time = options.needed(QStringLiteral("reported"));
    if (!asked || !time) {
        return console.fail(asked ? time.error() : asked.error(), WrongUsage);
    }
    const auto deadlineClass = wordIn<DeadlineClass>(deadlineClassNames, asked->toStdString());
    const auto reported = instantFromIso(time->toStdString());
    if (!deadlineClass || !reported) {
        return console.fail(
            { FailureKind::Invalid,
                deadlineClass ? SayDeadline::tr("--reported is a time such as “2023-01-20 09:00”.")
                              : SayDeadline::tr("--class is emergency, consultation, public-service or other.") },
            WrongUsage);
    }
    const auto calendar =
        publishedNotices().and_then([](const auto &notices) { return Calendar::fromNotices(notices); });
    if (!calendar) {
        return console.fail(calendar.error(), NotDone);
    }
    const auto explanation = explain(*deadlineClass, *reported, *calendar, DeadlineSettings {});
    console.answer(explained(explanation), objectOf(explanation, *reported));
    return Done;
}

} // namespace huying
