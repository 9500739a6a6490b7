#include "LiveRun.h"

#include "Ledgers.h"
#include "ProposalSink.h"

#include <simulation/LiveStart.h>

#include <QCoreApplication>

#include <algorithm>
#include <thread>

namespace huying
{

using namespace std::chrono;

namespace
{

struct SayLiveRun {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr milliseconds lookAround { 200 }; ///< so often others are heard and a stop is seen
constexpr std::size_t proposalsAtOnce = 50;
constexpr int entriesAtOnce = 1'000;

/// The run itself: waits for what is due, offers it, and hears what others do.
class LiveRun
{
public:
    LiveRun(
        LiveStart start, const Calendar &calendar, ReadLog log, ProposalSink sink, const LiveWish &wish, Position heard)
        : _county(std::move(start), calendar), _sink(std::move(sink)), _log(std::move(log)), _wish(wish), _heard(heard)
    {
    }

    std::expected<LiveTally, Failure> go(Console &console)
    {
        auto due = steady_clock::now() + _county.wait();
        while (!isStopAsked()) {
            std::this_thread::sleep_until(std::min(due, steady_clock::now() + lookAround));
            std::vector<Proposal> proposals;
            while (steady_clock::now() >= due && proposals.size() < proposalsAtOnce) {
                if (const auto events = _county.next(clockNow()); !events.empty()) {
                    proposals.push_back(proposalOf(events));
                }
                due += _county.wait();
            }
            const auto done = offer(proposals).and_then([this] { return hear(); });
            if (!done) {
                return std::unexpected(done.error());
            }
            console.note(SayLiveRun::tr("%L1 tickets, %L2 events").arg(_tally.tickets).arg(_tally.events));
        }
        return _tally;
    }

private:
    Proposal proposalOf(const std::vector<TicketEvent> &events)
    {
        Proposal proposal;
        for (const TicketEvent &event : events) {
            proposal.records.push_back(recordOf(event, saltOf(_wish.seed, event.id)));
        }
        return proposal;
    }

    std::expected<void, Failure> offer(std::span<const Proposal> proposals)
    {
        if (proposals.empty()) {
            return {};
        }
        const auto outcomes = _sink(proposals, clockNow());
        if (!outcomes) {
            return std::unexpected(outcomes.error());
        }
        for (std::size_t i = 0; i < std::min(proposals.size(), outcomes->size()); ++i) {
            count(proposals[i], (*outcomes)[i]);
        }
        return {};
    }

    void count(const Proposal &proposal, const Outcome &outcome)
    {
        if (!outcome.isAccepted()) {
            ++_tally.refused;
            for (const Record &record : proposal.records) {
                _county.refused(ticketOf(record).value_or(TicketId {}));
            }
            return;
        }
        _tally.events += std::ssize(proposal.records);
        _tally.tickets += std::ranges::count(proposal.records, "reported", &Record::kind);
    }

    /// What has come to the log since, others' deeds and our own.
    std::expected<void, Failure> hear()
    {
        const auto page = _log.entriesAfter(_heard, entriesAtOnce);
        if (!page) {
            return std::unexpected(page.error());
        }
        for (const Entry &entry : page->entries) {
            _heard = entry.position;
            const auto event = eventOf(entry.record);
            if (const TicketEvent *ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr) {
                _county.heard(*ofTicket);
            }
        }
        return {};
    }

    LiveCounty _county;
    ProposalSink _sink; ///< closes after the reader, so that the file is whole at the end
    ReadLog _log;
    const LiveWish &_wish;
    Position _heard;
    LiveTally _tally;
};

std::expected<ProposalSink, Failure> sinkOf(const LogAddress &log)
{
    if (const auto *const database = std::get_if<CountyDatabase>(&log)) {
        return sinkInto(*database);
    }
    const auto *const file = std::get_if<std::filesystem::path>(&log);
    return file ? sinkInto(*file) : sinkThrough(std::get<BackendAddress>(log));
}

} // namespace

std::expected<LiveTally, Failure> runLive(const LiveWish &wish, Console &console)
{
    auto sink = sinkOf(wish.log);
    if (!sink) {
        return std::unexpected(sink.error());
    }
    auto log = ReadLog::open(wish.log);
    if (!log) {
        return std::unexpected(log.error());
    }
    const auto rules = log->timeline();
    const auto head = log->head();
    if (!rules || !head) {
        return std::unexpected(rules ? head.error() : rules.error());
    }
    const auto ticketsOf = [&](std::span<const TicketId> ids) {
        return log->trailsOf(ids).and_then(
            [&](std::vector<Entry> entries) { return ticketsFrom(std::move(entries), *rules); });
    };
    auto start = liveStartOf(log->rows(), ticketsOf, dayOf(clockNow()));
    if (!start) {
        return std::unexpected(start.error());
    }
    start->seed = wish.seed;
    start->border = wish.border;
    start->ticketsPerMinute = wish.ticketsPerMinute;
    return LiveRun(std::move(*start), rules->now().calendar, std::move(*log), std::move(*sink), wish, *head)
        .go(console);
}

} // namespace huying
