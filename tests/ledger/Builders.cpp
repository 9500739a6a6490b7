#include "Builders.h"

namespace huying
{

Instant at(int minutes)
{
    using namespace std::chrono;
    return startOf(Day { year { 2023 } / July / 10 }) + hours { 8 } + std::chrono::minutes { minutes };
}

Uuid idOf(int number)
{
    std::array<std::uint8_t, 10> bytes {};
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[9 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return uuid7(at(number), bytes);
}

TicketEvent eventOn(const TicketId &ticket, int id, Version decidedOn, Instant moment, TicketContent content)
{
    return { idOf(id), ticket, decidedOn, { { "p01" }, "调度员 一席", Role::Dispatcher, { "u00" }, "D1" }, moment,
        std::move(content) };
}

TicketEvent reportOf(int id, Instant moment)
{
    Reported report;
    report.number = "T-" + std::to_string(id);
    report.category = { "0903" };
    report.title = "路灯不亮";
    report.detail = "村口第三盏路灯不亮";
    report.place.region = { "130529100201003" };
    report.place.text = "东大街南口";
    report.place.point = GeoPoint { 1'150'351'234, 372'205'678 };
    report.citizen = { "王某", "13900000000" };
    return eventOn(idOf(id), id, 0, moment, report);
}

CountyEvent settingOf(int id, CountyFact fact, Instant moment)
{
    return { idOf(id), 0, { { "import" }, "导入", Role::Machine, {}, {} }, moment, std::move(fact) };
}

HolidayNotice noticeOf(int year)
{
    using namespace std::chrono;
    const std::chrono::year then { year };
    return { year, "部分节假日安排的通知", "国办发明电〔" + std::to_string(year - 1) + "〕16号",
        Day { std::chrono::year { year - 1 } / December / 8 },
        { { "元旦", Day { then / January / 1 }, Day { then / January / 3 } } }, {} };
}

Proposal proposalOf(const std::vector<TicketEvent> &events)
{
    Proposal proposal;
    for (const TicketEvent &event : events) {
        proposal.records.push_back(recordOf(event, { 1, 2, 3, 4 }));
    }
    return proposal;
}

Proposal proposalOf(const CountyEvent &event)
{
    return { { recordOf(event, { 5, 6, 7 }) } };
}

std::vector<Proposal> wholeStory(int first, Instant reported)
{
    const TicketId ticket = idOf(first);
    std::vector<Proposal> story { proposalOf({ reportOf(first, reported) }) };
    for (const TicketContent &content : std::vector<TicketContent> { Accepted { { "0903" }, DeadlineClass::Other, 1 },
             Assigned { { "u01" }, {}, {}, "" }, HandlingBegun { "李工" }, Answered { "已修复" },
             Rated { Rating::Satisfied, "" } }) {
        const auto version = static_cast<Version>(story.size());
        const Instant moment = reported + std::chrono::minutes { 10 * version };
        story.push_back(proposalOf({ eventOn(ticket, first + int(version), version, moment, content) }));
    }
    return story;
}

} // namespace huying
