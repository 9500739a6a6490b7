// Events on tickets: folded as a desk folds what a backend sends, and proposed to a ledger, where nothing is kept.
// A line is `MINUTES TICKET KIND CONTENT`; the first letter of TICKET's name is its id, MINUTES count from the line
// before.
#include "Fuzzing.h"

#include <folding/RuleTimeline.h>
#include <ledger/Ledger.h>
#include <rules/Notices.h>
#include <rules/Workflow.h>

#include <charconv>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

constexpr int mostEvents = 200;
constexpr Instant begin { std::chrono::milliseconds { 1'688'947'200'000 } };

std::string_view wordOf(std::string_view &line)
{
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

/// Reads the lines one by one, and gives each event the version its ticket has by then.
class Story
{
public:
    std::vector<Record> records;

    explicit Story(std::string_view text)
    {
        while (!text.empty() && records.size() < mostEvents) {
            const std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            take(line);
        }
    }

private:
    void take(std::string_view line)
    {
        int minutes = 0;
        const std::string_view first = wordOf(line);
        (void)std::from_chars(first.data(), first.data() + first.size(), minutes);
        _now += std::chrono::minutes { minutes % 1'000'000 };
        const std::string_view name = wordOf(line);
        const TicketId ticket { { 1, std::uint8_t(name.empty() ? 'a' : name.front()) } };
        TicketEvent around { .id = { { 2, std::uint8_t(records.size() >> 8), std::uint8_t(records.size()) } },
            .ticket = ticket,
            .decidedOn = _versions[ticket]++,
            .author = _author,
            .at = _now,
            .content = Noted { "a" } };
        Record record = recordOf(around, {});
        record.kind = wordOf(line);
        record.content = line;
        if (record.kind == ticketKindNames.front()) {
            record.id = ticket; // a report is its ticket's beginning
        }
        records.push_back(std::move(record));
    }

    Instant _now = begin;
    std::map<TicketId, Version> _versions;
    Author _author;
};

RuleTimeline timeline()
{
    return RuleTimeline::from(LedgerSettings().rules(), publishedNotices().value()).value();
}

void foldUnchecked(const std::vector<Record> &records, const RuleTimeline &rules)
{
    std::vector<Entry> entries;
    entries.reserve(records.size());
    for (const Record &record : records) {
        entries.push_back({ Position(entries.size() + 1), record.at, record, {} });
    }
    const auto tickets = ticketsFrom(std::move(entries), rules);
    for (const Ticket &ticket : tickets.value_or(std::vector<Ticket>())) {
        (void)rowOf(ticket, rules.now());
        (void)countedOf(ticket);
        for (const Role role : { Role::Dispatcher, Role::Unit, Role::Leader }) {
            (void)possibleNext(ticket, role);
        }
    }
}

/// A ledger whose commits fail at the last moment, so that every run finds it as the first one did.
Ledger &ledger()
{
    static Ledger made = [] {
        Ledger opened =
            Ledger::open(folder() / "ledger", { { "130529" }, begin }, LedgerSettings {}, Synchronous::Off).value();
        opened.beforeCommit([](auto, auto) { return failure(FailureKind::Cancelled, {}); });
        return opened;
    }();
    return made;
}

void propose(const std::vector<Record> &records)
{
    std::vector<Proposal> proposals;
    proposals.reserve(records.size());
    for (const Record &record : records) {
        proposals.push_back({ { record } });
    }
    const auto outcomes = ledger().append(proposals, begin + std::chrono::years { 1 });
    require(!outcomes || records.empty() || outcomes->size() == proposals.size(), "every proposal is answered");
    require(ledger().head().position == 0, "what cannot be made durable is not kept");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const RuleTimeline rules = timeline();
    const Story story(fuzzing::viewOf(data, size));
    foldUnchecked(story.records, rules);
    propose(story.records);
    return 0;
}
