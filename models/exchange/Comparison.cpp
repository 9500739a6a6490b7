#include "Comparison.h"

#include "Texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

class SayComparison
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr std::array usualInTime { "ontime", "on time", "in time", "yes", "y", "true", "1", "按时", "按期", "及时",
    "是", "未超时", "未超期", "未逾期", "正常" };
constexpr std::array usualOverdue { "overdue", "late", "no", "n", "false", "0", "超时", "超期", "逾期", "否", "已超时",
    "已超期", "已逾期" };

bool agree(OnTime said, OnTime verdict)
{
    return said == verdict || (said == OnTime::NotSaid && verdict == OnTime::NoDeadline);
}

} // namespace

Verdict verdictOn(const SourceTicket &row, Instant now, const RuleBook &rules)
{
    if (!row.deadline) {
        return {};
    }
    Ticket ticket;
    ticket.reportedAt = row.opened;
    ticket.given = GivenDeadline { *row.deadline };
    ticket.deadline = deadlineOf(ticket, rules.calendar, rules.deadlines);
    if (row.closed) {
        ticket.step = Step::Closed;
        ticket.closedAt = row.closed;
        ticket.milestoneMetAt = row.closed;
    }
    const TicketRow judged = rowOf(ticket, rules);
    const bool isLate = lampOf(judged, now) == Lamp::Overdue;
    return { isLate ? OnTime::Overdue : OnTime::InTime, overdueBy(judged, now) };
}

std::optional<OnTime> meaningOf(std::string_view word, const Mapping &mapping)
{
    if (const auto known = mapping.onTime.find(std::string(word)); known != mapping.onTime.end()) {
        return known->second;
    }
    if (word.empty()) {
        return OnTime::NotSaid;
    }
    const std::string lower = lowerCase(word);
    if (std::ranges::contains(usualInTime, lower)) {
        return OnTime::InTime;
    }
    return std::ranges::contains(usualOverdue, lower) ? std::optional(OnTime::Overdue) : std::nullopt;
}

bool Comparison::count(const std::string &word, const Verdict &verdict, const Mapping &mapping)
{
    const auto said = meaningOf(word, mapping);
    Cell &cell = cells[{ word, verdict.onTime }];
    cell.isDifferent = !said || !agree(*said, verdict.onTime);
    ++cell.rows;
    ++compared;
    different += cell.isDifferent ? 1 : 0;
    return cell.isDifferent;
}

QString reasonFor(const SourceTicket &ticket, const Verdict &verdict)
{
    switch (verdict.onTime) {
    case OnTime::NoDeadline:
        return SayComparison::tr("the row has no deadline that it could be measured by");
    case OnTime::Overdue:
        return ticket.closed ? SayComparison::tr("it was closed after its deadline")
                             : SayComparison::tr("it is open and its deadline has passed");
    case OnTime::InTime:
        return ticket.closed ? SayComparison::tr("it was closed by its deadline")
                             : SayComparison::tr("it is open and its deadline is still to come");
    case OnTime::NotSaid:
        break;
    }
    return {};
}

} // namespace huying
