#pragma once

#include <service/Service.h>

#include <algorithm>
#include <mutex>
#include <set>

namespace huying::testing
{

/// A log in memory behind a real service.
class FakeLog : public ServedLog, public ServedLedger
{
public:
    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &) override
    {
        const std::scoped_lock held(_lock);
        Page page;
        page.head = Position(_entries.size());
        for (auto i = std::size_t(position); i < _entries.size() && std::ssize(page.entries) < limit; ++i) {
            page.entries.push_back(_entries[i]);
        }
        return page;
    }

    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets, const Audience &) override
    {
        const std::scoped_lock held(_lock);
        std::vector<Entry> found;
        std::ranges::copy_if(_entries, std::back_inserter(found), [&](const Entry &entry) {
            return std::ranges::contains(tickets, ticketOf(entry.record).value_or(TicketId {}));
        });
        return found;
    }

    std::expected<bool, Failure> isSeen(const TicketId &, const Audience &) override { return true; }

    std::expected<PackedSnapshot, Failure> snapshot(const Audience &, SnapshotOf of, const std::string &) override
    {
        const std::scoped_lock held(_lock);
        const auto &kept = of == SnapshotOf::AtWork ? _firstPart : _snapshot;
        return kept ? std::expected<PackedSnapshot, Failure>(*kept)
                    : failure(FailureKind::NotFound, QStringLiteral("there is none"));
    }

    void keepSnapshot(const PackedSnapshot &snapshot)
    {
        const std::scoped_lock held(_lock);
        _snapshot = snapshot;
    }
    void keepFirstPart(const PackedSnapshot &snapshot)
    {
        const std::scoped_lock held(_lock);
        _firstPart = snapshot;
    }

    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> = {}) override
    {
        std::vector<Outcome> outcomes;
        std::vector<Entry> fresh;
        {
            const std::scoped_lock held(_lock);
            for (const Proposal &proposal : proposals) {
                Outcome outcome;
                for (const Record &record : proposal.records) {
                    _entries.push_back(
                        { .position = Position(_entries.size()) + 1, .received = {}, .record = record, .chain = {} });
                    fresh.push_back(_entries.back());
                    outcome.positions.push_back(_entries.back().position);
                }
                outcomes.push_back(outcome);
            }
        }
        if (published) {
            published(fresh);
        }
        return outcomes;
    }

    std::function<void(std::vector<Entry>)> published;

private:
    std::mutex _lock;
    std::vector<Entry> _entries;
    std::optional<PackedSnapshot> _snapshot;
    std::optional<PackedSnapshot> _firstPart;
};

/// A note on a ticket of its own, complete enough for the wire.
inline Proposal note(int number)
{
    TicketEvent event;
    event.id = uuid7(Instant { std::chrono::milliseconds { 1'700'000'000'000 + number } }, {});
    event.ticket = event.id;
    event.at = Instant { std::chrono::milliseconds { 1'700'000'000'000 + number } };
    event.author.name = "调度员 一席";
    event.content = Noted { "第" + std::to_string(number) + "条" };
    return { { recordOf(event, {}) } };
}

} // namespace huying::testing
