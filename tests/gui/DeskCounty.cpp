#include "DeskCounty.h"

#include <simulation/Catalogue.h>
#include <simulation/SimulatedCounty.h>
#include <support/TicketStory.h>

#include <format>

namespace huying
{

using namespace std::chrono;

namespace
{

const Instant thatDay = *instantFromIso("2023-07-12 14:03:22");

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
        text.replace(at, what.size(), with);
    }
    return text;
}

struct Making {
    const std::vector<Matter> matters = catalogue().matters;
    std::vector<const Region *> grids;
    const Directory &directory;
    const RuleBook &rules;

    Making(const Directory &names, const RuleBook &book) : directory(names), rules(book)
    {
        for (const auto &[code, region] : directory.regions()) {
            if (region.level == RegionLevel::Grid) {
                grids.push_back(&region);
            }
        }
    }

    Reported reported(int number, Instant at) const
    {
        const std::size_t n = std::size_t(number);
        const Matter &matter = matters[n * 7 % matters.size()];
        const Region &grid = *grids[n * 389 % grids.size()];
        const auto &wording = matter.wordings[n % matter.wordings.size()];
        const auto fill = [&](const std::string &text) {
            return replaced(replaced(replaced(text, "{地}", "村委会东侧路口"), "{村}", "本村"), "{数}", "三");
        };
        Reported report;
        report.number = std::format("{:%Y%m%d}-01-{:04}", floor<days>(countyTime(at)), number % 9000 + 1);
        report.channel = Channel(n * 5 % 6);
        report.category = matter.category.code;
        report.deadlineClass = matter.category.deadlineClass;
        report.title = fill(wording.title);
        report.detail = fill(wording.sentence);
        report.place.region = grid.code;
        report.place.text = "村委会东侧路口";
        report.place.point = grid.centre;
        report.importance = int(n % 9 == 0) + 1;
        report.citizen = { "张某", "138****0000" };
        return report;
    }

    Assigned assignment(const Reported &report) const
    {
        const auto responsible = directory.responsibleFor(report.category, report.place.region);
        Assigned assigned;
        assigned.lead = responsible ? responsible->lead : UnitCode { "D03" };
        if (responsible) {
            assigned.cooperating = responsible->cooperating;
            std::erase(assigned.cooperating, assigned.lead);
        }
        return assigned;
    }
};

Accepted accepted(const Reported &report)
{
    return { report.category, report.deadlineClass, report.importance };
}

/// How far a ticket has come, by its number; the older, the farther.
Ticket told(const Making &making, int number)
{
    const auto age = minutes { 3 + number * number % 211 * 7 + number * 47 };
    const Instant at = floor<minutes>(thatDay - age);
    const Reported report = making.reported(number, at);
    TicketStory story(making.rules, report, at);
    const auto pause = std::min<minutes>(age / 8, minutes { 25 });
    if (number % 10 < 1) {
        return story.ticket();
    }
    story.after(pause).tell(accepted(report));
    if (number % 10 < 5) {
        return story.ticket();
    }
    story.after(pause).tell(making.assignment(report)).by(clerk());
    if (number % 17 == 0) {
        story.after(pause).tell(Returned { "不属于我单位职责范围" });
        return story.ticket();
    }
    story.after(pause).tell(HandlingBegun { "李某" });
    if (number % 13 == 0 && story.ticket().deadline && !story.ticket().milestoneMetAt) {
        story.after(pause).tell(ExtensionAsked { moreDays(3), "需要外购配件，等待到货" });
    } else if (number % 11 == 0) {
        story.by(dispatcher()).after(pause).tell(account(Day { 2023y / 10 / 8 }));
    } else if (number % 19 == 0) {
        story.after(pause).tell(Answered { "已处理完毕" });
    }
    return story.ticket();
}

Ticket newTicket(const Making &making)
{
    Reported report = making.reported(417, thatDay);
    report.number = "20230712-01-0417";
    report.channel = Channel::Citizen;
    report.category = {};
    report.deadlineClass = DeadlineClass::Other;
    report.title = "埋设水管的路面发生塌陷，过往行人危险";
    report.detail = "村西路口埋设水管处路面塌陷，约一米见方，昨夜下雨后变大，已用树枝围住，请尽快维修。";
    return TicketStory(making.rules, report, thatDay - 291min).ticket();
}

Ticket toAssign(const Making &making)
{
    Reported report = making.reported(418, thatDay);
    report.number = "20230712-01-0418";
    TicketStory story(making.rules, report, thatDay - 23min);
    return story.after(19min).tell(accepted(report)).ticket();
}

Ticket extended(const Making &making)
{
    Reported report = making.reported(21, thatDay);
    report.number = "20230619-01-0021";
    report.category = { "0903" };
    report.deadlineClass = DeadlineClass::Other;
    TicketStory story(making.rules, report, *instantFromIso("2023-06-19 10:20"));
    story.after(15min).tell(accepted(report)).after(10min).tell(making.assignment(report));
    story.by(clerk()).after(2h).tell(HandlingBegun { "王某" });
    story.after(72h).tell(ExtensionAsked { moreDays(5), "管线图纸需向市公司调取" });
    story.by(dispatcher()).after(3h).tell(ExtensionGranted { moreDays(5), "同意，请按期反馈" });
    story.by(clerk()).after(150h).tell(ExtensionAsked { moreDays(4), "降雨影响开挖" });
    return story.ticket();
}

Ticket overdue(const Making &making)
{
    Reported report = making.reported(31, thatDay);
    report.number = "20230628-01-0177";
    report.deadlineClass = DeadlineClass::Other;
    TicketStory story(making.rules, report, *instantFromIso("2023-06-28 16:40"));
    story.after(15min).tell(accepted(report)).after(10min).tell(making.assignment(report));
    story.by(clerk()).after(20h).tell(Returned { "该路段由交通运输局管养" });
    story.by(dispatcher()).after(1h).tell(assignment("D13"));
    story.after(150h).tell(Urged { UrgingLevel::Reminder, "明日到期，请抓紧" });
    return story.ticket();
}

Ticket onAccount(const Making &making)
{
    Reported report = making.reported(47, thatDay);
    report.number = "20230503-01-0031";
    TicketStory story(making.rules, report, *instantFromIso("2023-07-05 09:10"));
    story.after(15min).tell(accepted(report)).after(10min).tell(making.assignment(report));
    story.after(30h).tell(PutOnAccount { "乡道整体翻修，列入四季度计划", "分管副县长", Day { 2023y / 10 / 9 } });
    return story.ticket();
}

Ticket closed(const Making &making)
{
    Reported report = making.reported(52, thatDay);
    report.number = "20230710-01-0052";
    TicketStory story(making.rules, report, *instantFromIso("2023-07-10 08:10"));
    story.after(9min).tell(accepted(report)).after(6min).tell(making.assignment(report));
    story.by(clerk()).after(1h).tell(HandlingBegun { "赵某" });
    story.after(6h).tell(FirstAnswered { "已派人到现场查看" });
    story.after(20h).tell(Answered { "已修复并回填夯实，路面恢复通行。" });
    return story.ticket();
}

/// From another system, with a deadline of its own and a category no item covers.
Ticket gap(const Making &making)
{
    Reported report = making.reported(61, thatDay);
    report.number = "20230711-00-0061";
    report.category = { "9901" };
    report.channel = Channel::City12345;
    report.origin = { "市 12345", "XT2307110893" };
    report.given = GivenDeadline { *instantFromIso("2023-07-14 18:00") };
    TicketStory story(making.rules, report, *instantFromIso("2023-07-11 15:26"));
    return story.after(40min).tell(Accepted { { "9901" }, DeadlineClass::Other, 2 }).ticket();
}

TicketSight refused(const DeskCounty &county, Ticket ticket, const Making &making)
{
    TicketSight sight = sightOf(county, ticket);
    RefusedAction action;
    action.event = numbered(9'000'001);
    action.content = assignment("D03", { "D13" });
    action.at = thatDay - 4min;
    action.reason = QStringLiteral("其间调度员 二席已指派该工单。请重新查看后再作决定。");
    static_cast<void>(making);
    action.meanwhile = { ticket.trail.back() };
    sight.refused = { action };
    return sight;
}

} // namespace

std::vector<RowPointer> DeskCounty::rows() const
{
    std::vector<RowPointer> made;
    made.reserve(tickets.size());
    for (const Ticket &ticket : tickets) {
        made.push_back(std::make_shared<const TicketRow>(rowOf(ticket, *rules)));
    }
    return made;
}

DeskCounty deskCounty(int count)
{
    auto directory = std::make_shared<Directory>();
    for (CountyFact &fact : factsOf(simulatedCounty(7))) {
        directory->set(std::move(fact));
    }
    auto rules = std::make_shared<RuleBook>();
    const auto notices = publishedNotices().value();
    rules->calendar = Calendar::fromNotices(notices).value();
    DeskCounty county { directory, rules, thatDay, {} };
    const Making making(*directory, *rules);
    for (int number = 1; number <= count; ++number) {
        county.tickets.push_back(told(making, number));
    }
    return county;
}

TicketSight sightOf(const DeskCounty &county, const Ticket &ticket)
{
    TicketSight sight;
    sight.ticket = ticket;
    sight.explanation = explain(ticket, county.rules->calendar, county.rules->deadlines);
    sight.possible = possibleNext(ticket, Role::Dispatcher);
    sight.responsible = county.directory->responsibleFor(ticket.category, ticket.place.region);
    const TicketEvent &last = ticket.trail.back();
    const bool isOwn = last.author == dispatcher() && ticket.trail.size() > 1;
    if (isOwn && county.now - last.at < county.rules->undoWithin) {
        sight.undoable = last.id;
    }
    return sight;
}

std::vector<NamedSight> tellingSights(const DeskCounty &county)
{
    const Making making(*county.directory, *county.rules);
    std::vector<NamedSight> sights;
    const auto add = [&](const QString &name, const Ticket &ticket) {
        sights.push_back({ name, sightOf(county, ticket) });
    };
    add(QStringLiteral("new"), newTicket(making));
    add(QStringLiteral("assign"), toAssign(making));
    add(QStringLiteral("extension"), extended(making));
    sights.back().sight.waiting = { sights.back().sight.ticket.trail.back().id };
    add(QStringLiteral("overdue"), overdue(making));
    add(QStringLiteral("account"), onAccount(making));
    add(QStringLiteral("closed"), closed(making));
    add(QStringLiteral("gap"), gap(making));
    sights.back().sight.isWhole = false;
    sights.push_back({ QStringLiteral("refused"), refused(county, overdue(making), making) });
    return sights;
}

} // namespace huying
