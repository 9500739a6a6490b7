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

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr std::array<std::string_view, 6> reasonNames { "weekday", "weekend", "holiday", "make-up", "weekday-unnoticed",
    "weekend-unnoticed" };

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

int weekdayOf(Day day)
{
    return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

QString reasonText(const DayKind &kind)
{
    switch (kind.reason) {
    case DayReason::Weekday:
        return Say::tr("working day");
    case DayReason::Weekend:
        return Say::tr("weekend");
    case DayReason::Holiday:
        return text(kind.holiday);
    case DayReason::MakeUp:
        return Say::tr("working day, made up for %1").arg(text(kind.holiday));
    case DayReason::WeekdayUnnoticed:
        return Say::tr("working day, as long as no notice says otherwise");
    case DayReason::WeekendUnnoticed:
        return Say::tr("weekend, as long as no notice says otherwise");
    }
    return {};
}

QString daysText(const DeadlineExplanation &explanation)
{
    QList<QStringList> rows;
    for (const ExplainedDay &day : explanation.days) {
        const QString counted = day.isCounted
            ? (day.number > 0 ? Say::tr("day %1").arg(day.number) : Say::tr("counted"))
            : QStringLiteral("–");
        rows << QStringList { text(isoDay(day.day)), QLocale().dayName(weekdayOf(day.day), QLocale::ShortFormat),
            counted, reasonText(day.kind), text(day.kind.notice) };
    }
    return tableText(rows);
}

QString explained(const DeadlineExplanation &explanation)
{
    QString answer = Say::tr("due %1").arg(text(isoDue(explanation.deadline.due)));
    answer += explanation.deadline.milestone == Milestone::FirstAnswer ? Say::tr(", for the first answer")
                                                                       : Say::tr(", for the solution");
    if (explanation.deadline.isProvisional) {
        answer += Say::tr("; provisional (暂定): it reaches into a year without a published notice");
    }
    answer += u'\n' + daysText(explanation);
    if (explanation.isCut) {
        answer += Say::tr("Further days are left out.") + u'\n';
    }
    return answer;
}

QJsonObject objectOf(const DeadlineExplanation &explanation, Instant reported)
{
    QJsonArray days;
    for (const ExplainedDay &day : explanation.days) {
        days << QJsonObject { { QStringLiteral("day"), text(isoDay(day.day)) },
            { QStringLiteral("weekday"), weekdayOf(day.day) }, { QStringLiteral("counted"), day.isCounted },
            { QStringLiteral("number"), day.number },
            { QStringLiteral("reason"), text(nameIn(reasonNames, day.kind.reason)) },
            { QStringLiteral("holiday"), text(day.kind.holiday) },
            { QStringLiteral("notice"), text(day.kind.notice) } };
    }
    return { { QStringLiteral("class"), text(nameIn(deadlineClassNames, explanation.deadlineClass)) },
        { QStringLiteral("reported"), text(isoCountyTime(reported)) },
        { QStringLiteral("due"), text(isoCountyTime(explanation.deadline.due)) },
        { QStringLiteral("milestone"), text(nameIn(milestoneNames, explanation.deadline.milestone)) },
        { QStringLiteral("provisional"), explanation.deadline.isProvisional },
        { QStringLiteral("workingDays"), explanation.workingDays }, { QStringLiteral("days"), days } };
}

} // namespace

int deadlineCommand(const QStringList &arguments)
{
    Options options(Say::tr("Says when a ticket is due and why: each day counted or not, and by which notice."));
    options.add(
        QStringLiteral("class"), Say::tr("emergency, consultation, public-service or other."), QStringLiteral("CLASS"));
    options.add(QStringLiteral("reported"), Say::tr("When it was reported, such as 2023-01-20 or “2023-01-20 09:00”."),
        QStringLiteral("TIME"));
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
                deadlineClass ? Say::tr("--reported is a time such as “2023-01-20 09:00”.")
                              : Say::tr("--class is emergency, consultation, public-service or other.") },
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
