// How long a ticket's usual life takes to check and fold: what simulation, import and a start with 13,700 open
// tickets do for every event. The copy of the trail alone is the baseline.

#include <rules/Workflow.h>

#include <algorithm>
#include <chrono>
#include <print>
#include <vector>

using namespace huying;
using Clock = std::chrono::steady_clock;

namespace
{

constexpr int tickets = 200'000;

std::vector<TicketEvent> usualLife()
{
    const Author author { { "P0001" }, "调度员 一席", Role::Dispatcher, {}, "01" };
    const Instant reported = *instantFromIso("2023-07-12 09:00");
    Reported report;
    report.number = "20230712-01-0001";
    report.category = { "0903" };
    report.title = "村口路灯不亮";
    report.detail = "村口两盏路灯已经三天不亮，晚上老人出行不便，希望尽快安排人员维修。";
    report.place.region = { "130529100001001" };
    report.place.text = "村委会东侧路口";
    std::vector<TicketContent> contents { report, Accepted { { "0903" }, DeadlineClass::Other, 1 },
        Assigned { { "U01" }, { { "U02" } }, {}, "" }, HandlingBegun { "李某" },
        ExtensionAsked { { 2, std::nullopt }, "灯具需要采购" }, ExtensionGranted { { 2, std::nullopt }, "" },
        Answered { "已更换灯泡，现场测试正常" }, Rated { Rating::Satisfied, "" } };
    std::vector<TicketEvent> events;
    for (TicketContent &content : contents) {
        Uuid id;
        id.bytes.back() = static_cast<std::uint8_t>(events.size() + 1);
        const TicketId ticket = events.empty() ? id : events.front().id;
        const auto seen = static_cast<Version>(events.size());
        events.push_back({ id, ticket, seen, author, reported + std::chrono::hours { seen }, std::move(content) });
    }
    return events;
}

double nanosecondsForEach(std::size_t events, auto &&work)
{
    const auto begin = Clock::now();
    for (int i = 0; i < tickets; ++i) {
        work();
    }
    const std::chrono::duration<double, std::nano> taken = Clock::now() - begin;
    return taken.count() / tickets / static_cast<double>(events);
}

} // namespace

int main() // NOLINT(bugprone-exception-escape)
{
    const RuleBook rules { Calendar::fromNotices(publishedNotices().value()).value(), {} };
    const std::vector<TicketEvent> events = usualLife();
    std::size_t sum = 0;
    const double copied = nanosecondsForEach(events.size(), [&] {
        const std::vector<TicketEvent> trail(events.begin(), events.end());
        sum += trail.size();
    });
    const double applied = nanosecondsForEach(events.size(), [&] {
        Ticket ticket;
        for (const TicketEvent &event : events) {
            sum += apply(ticket, event, rules).has_value() ? 1u : 0u;
        }
    });
    const Ticket whole = folded(events, rules);
    const double rows = nanosecondsForEach(1, [&] { sum += rowOf(whole, rules).version; });
    std::println("an event checked and folded {:.0f} ns, its copy in the trail alone {:.0f} ns; a row {:.0f} ns ({})",
        applied, copied, rows, sum);
    return sum == std::size_t { tickets } * (events.size() * 2 + events.size()) ? 0 : 1;
}
