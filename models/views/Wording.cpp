#include "Wording.h"

#include <rules/Deadlines.h>

#include <QCoreApplication>

#include <array>
#include <format>

namespace huying
{

namespace
{

/// Lists of words in the order of the enums; marked for translation here, translated where they are said.
constexpr std::array stepWords {
    QT_TRANSLATE_NOOP("Wording", "Reported"),
    QT_TRANSLATE_NOOP("Wording", "Accepted"),
    QT_TRANSLATE_NOOP("Wording", "Assigned"),
    QT_TRANSLATE_NOOP("Wording", "Handling"),
    QT_TRANSLATE_NOOP("Wording", "Closed"),
    QT_TRANSLATE_NOOP("Wording", "Void"),
};
constexpr std::array channelWords {
    QT_TRANSLATE_NOOP("Wording", "Citizen"),
    QT_TRANSLATE_NOOP("Wording", "Grid member"),
    QT_TRANSLATE_NOOP("Wording", "Assisted"),
    QT_TRANSLATE_NOOP("Wording", "Hotline"),
    QT_TRANSLATE_NOOP("Wording", "12345"),
    QT_TRANSLATE_NOOP("Wording", "QR plate"),
    QT_TRANSLATE_NOOP("Wording", "Sensor"),
};
constexpr std::array classWords {
    QT_TRANSLATE_NOOP("Wording", "Emergency"),
    QT_TRANSLATE_NOOP("Wording", "Consultation"),
    QT_TRANSLATE_NOOP("Wording", "Public service"),
    QT_TRANSLATE_NOOP("Wording", "Other"),
};
constexpr std::array milestoneWords {
    QT_TRANSLATE_NOOP("Wording", "first answer"),
    QT_TRANSLATE_NOOP("Wording", "solved"),
};
constexpr std::array lampWords {
    QT_TRANSLATE_NOOP("Wording", "In time"),
    QT_TRANSLATE_NOOP("Wording", "Due soon"),
    QT_TRANSLATE_NOOP("Wording", "Overdue"),
    QT_TRANSLATE_NOOP("Wording", "On account"),
};
constexpr std::array voidWords {
    QT_TRANSLATE_NOOP("Wording", "A test"),
    QT_TRANSLATE_NOOP("Wording", "No request in it"),
    QT_TRANSLATE_NOOP("Wording", "Another county's"),
    QT_TRANSLATE_NOOP("Wording", "Another reason"),
};
constexpr std::array urgingWords {
    QT_TRANSLATE_NOOP("Wording", "Not urged"),
    QT_TRANSLATE_NOOP("Wording", "Reminder"),
    QT_TRANSLATE_NOOP("Wording", "Written order"),
    QT_TRANSLATE_NOOP("Wording", "Notice to the leader"),
};
constexpr std::array ratingWords {
    QT_TRANSLATE_NOOP("Wording", "Satisfied"),
    QT_TRANSLATE_NOOP("Wording", "Dissatisfied"),
};
constexpr std::array roleWords {
    QT_TRANSLATE_NOOP("Wording", "Dispatcher"),
    QT_TRANSLATE_NOOP("Wording", "Unit"),
    QT_TRANSLATE_NOOP("Wording", "Township"),
    QT_TRANSLATE_NOOP("Wording", "Leader"),
    QT_TRANSLATE_NOOP("Wording", "Organisation department"),
    QT_TRANSLATE_NOOP("Wording", "Wall"),
    QT_TRANSLATE_NOOP("Wording", "Administrator"),
    QT_TRANSLATE_NOOP("Wording", "Resident"),
    QT_TRANSLATE_NOOP("Wording", "Machine"),
};
constexpr std::array<const char *, std::variant_size_v<TicketContent>> kindWords {
    QT_TRANSLATE_NOOP("Wording", "Reported"),
    QT_TRANSLATE_NOOP("Wording", "Accepted"),
    QT_TRANSLATE_NOOP("Wording", "Declared void"),
    QT_TRANSLATE_NOOP("Wording", "Assigned"),
    QT_TRANSLATE_NOOP("Wording", "Handling begun"),
    QT_TRANSLATE_NOOP("Wording", "First answer"),
    QT_TRANSLATE_NOOP("Wording", "Returned"),
    QT_TRANSLATE_NOOP("Wording", "Dispute"),
    QT_TRANSLATE_NOOP("Wording", "Ruling"),
    QT_TRANSLATE_NOOP("Wording", "Extension asked for"),
    QT_TRANSLATE_NOOP("Wording", "Extension granted"),
    QT_TRANSLATE_NOOP("Wording", "Extension refused"),
    QT_TRANSLATE_NOOP("Wording", "Put on account"),
    QT_TRANSLATE_NOOP("Wording", "Resumed"),
    QT_TRANSLATE_NOOP("Wording", "Joint conference"),
    QT_TRANSLATE_NOOP("Wording", "Urged"),
    QT_TRANSLATE_NOOP("Wording", "Result"),
    QT_TRANSLATE_NOOP("Wording", "Rated"),
    QT_TRANSLATE_NOOP("Wording", "Followed up"),
    QT_TRANSLATE_NOOP("Wording", "Called back"),
    QT_TRANSLATE_NOOP("Wording", "Joined as a duplicate"),
    QT_TRANSLATE_NOOP("Wording", "Separated"),
    QT_TRANSLATE_NOOP("Wording", "Duplicate added"),
    QT_TRANSLATE_NOOP("Wording", "Duplicate separated"),
    QT_TRANSLATE_NOOP("Wording", "Closed with its parent"),
    QT_TRANSLATE_NOOP("Wording", "Opened again"),
    QT_TRANSLATE_NOOP("Wording", "Note"),
    QT_TRANSLATE_NOOP("Wording", "Taken back"),
    QT_TRANSLATE_NOOP("Wording", "Photos added"),
};

QString said(const char *word)
{
    return QCoreApplication::translate("Wording", word);
}

template <class Words, class Value>
QString saidOf(const Words &words, Value value)
{
    return said(words.at(std::size_t(value)));
}

} // namespace

QString wordFor(Step step)
{
    return saidOf(stepWords, step);
}

QString wordFor(Channel channel)
{
    return saidOf(channelWords, channel);
}

QString wordFor(DeadlineClass deadlineClass)
{
    return saidOf(classWords, deadlineClass);
}

QString wordFor(Milestone milestone)
{
    return saidOf(milestoneWords, milestone);
}

QString wordFor(Lamp lamp)
{
    return saidOf(lampWords, lamp);
}

QString wordFor(VoidReason reason)
{
    return saidOf(voidWords, reason);
}

QString wordFor(UrgingLevel level)
{
    return saidOf(urgingWords, level);
}

QString wordFor(Rating rating)
{
    return saidOf(ratingWords, rating);
}

QString wordFor(Role role)
{
    return saidOf(roleWords, role);
}

QString wordForKind(std::string_view kind)
{
    for (std::size_t i = 0; i < kindWords.size(); ++i) {
        if (ticketKindNames[i] == kind) {
            return said(kindWords[i]);
        }
    }
    return QString::fromUtf8(kind.data(), qsizetype(kind.size()));
}

QString spanText(std::chrono::milliseconds span)
{
    using namespace std::chrono;
    const auto wholeDays = floor<days>(span);
    if (wholeDays >= days { 1 }) {
        return QCoreApplication::translate("Wording", "%1 d").arg(wholeDays.count());
    }
    const auto wholeHours = floor<hours>(span);
    const auto restMinutes = floor<minutes>(span - wholeHours);
    if (wholeHours >= hours { 1 }) {
        return QCoreApplication::translate("Wording", "%1 h %2 min").arg(wholeHours.count()).arg(restMinutes.count());
    }
    return QCoreApplication::translate("Wording", "%1 min").arg(std::max<qint64>(1, restMinutes.count()));
}

QString timeLeftText(const TicketRow &row, Instant now)
{
    if (!row.isOpen()) {
        return wordFor(row.step);
    }
    if (row.isOnAccount) {
        return wordFor(Lamp::Paused);
    }
    if (row.milestoneMetAt) {
        return QCoreApplication::translate("Wording", "answered");
    }
    if (!row.due) {
        return {};
    }
    const QString text = now > *row.due
        ? QCoreApplication::translate("Wording", "over %1").arg(spanText(now - *row.due))
        : spanText(*row.due - now);
    return row.isProvisional ? QCoreApplication::translate("Wording", "%1 (provisional)").arg(text) : text;
}

QString shortTime(Instant moment, Instant now)
{
    using namespace std::chrono;
    const auto local = floor<minutes>(countyTime(moment));
    const year_month_day date { dayOf(moment) };
    const bool isThisYear = date.year() == year_month_day { dayOf(now) }.year();
    return QString::fromStdString(
        isThisYear ? std::format("{:%m-%d %H:%M}", local) : std::format("{:%Y-%m-%d %H:%M}", local));
}

QString fullTime(Instant moment)
{
    return QString::fromStdString(
        std::format("{:%Y-%m-%d %H:%M:%S}", std::chrono::floor<std::chrono::seconds>(countyTime(moment))));
}

} // namespace huying
