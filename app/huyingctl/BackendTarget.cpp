#include "BackendTarget.h"

#include "Ledgers.h"

namespace huying
{

namespace
{
constexpr int entriesInAnAnswer = 2'000;
}

BackendTarget::BackendTarget(ReadLog &log, ProposalSink sink, RuleTimeline timeline)
    : _log(log), _sink(std::move(sink)), _timeline(std::move(timeline))
{
}

std::expected<std::optional<TicketId>, Failure> BackendTarget::idOf(const Origin &origin)
{
    if (const auto added = _added.find(origin); added != _added.end()) {
        return added->second;
    }
    return _log.rows().byOrigin(origin).transform(
        [](const std::optional<TicketRow> &row) { return row ? std::optional(row->id) : std::nullopt; });
}

std::expected<void, Failure> BackendTarget::expect(std::span<const Origin> origins)
{
    std::vector<TicketId> ids;
    for (const Origin &origin : origins) {
        const auto id = idOf(origin);
        if (!id) {
            return std::unexpected(id.error());
        }
        if (*id) {
            ids.push_back(**id);
        }
    }
    _expected.clear();
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return fetch(ids);
}

std::expected<void, Failure> BackendTarget::fetch(std::span<const TicketId> ids)
{
    return _log.trailsOf(ids)
        .and_then([&](std::vector<Entry> entries) { return ticketsFrom(std::move(entries), _timeline); })
        .transform([&](std::vector<Ticket> tickets) {
            for (Ticket &ticket : tickets) {
                const TicketId id = ticket.id;
                _expected.emplace(id, std::move(ticket));
            }
        });
}

std::expected<std::optional<Ticket>, Failure> BackendTarget::find(const Origin &origin)
{
    const auto id = idOf(origin);
    if (!id || !*id) {
        return id.transform([](const auto &) { return std::optional<Ticket>(); });
    }
    if (!_expected.contains(**id)) {
        if (auto asked = fetch(std::span(&**id, 1)); !asked) {
            return std::unexpected(std::move(asked).error());
        }
    }
    const auto found = _expected.find(**id);
    return found == _expected.end() ? std::nullopt : std::optional(found->second);
}

std::expected<std::vector<Outcome>, Failure> BackendTarget::append(std::span<const Proposal> proposals)
{
    auto outcomes = _sink(proposals, clockNow());
    for (std::size_t i = 0; outcomes && i < proposals.size(); ++i) {
        if ((*outcomes)[i].isAccepted()) {
            remember(proposals[i]);
        }
    }
    return outcomes;
}

/// The copy's, with what the log has said since.
std::expected<Directory, Failure> BackendTarget::directoryNow()
{
    if (!_directory) {
        auto known = _log.directory();
        const auto head = _log.head();
        if (!known || !head) {
            return std::unexpected(known ? head.error() : known.error());
        }
        _directory = std::move(*known);
        _read = *head;
    }
    while (true) {
        const auto page = _log.entriesAfter(_read, entriesInAnAnswer);
        if (!page) {
            return std::unexpected(page.error());
        }
        if (page->isEmpty()) {
            return *_directory;
        }
        for (const Entry &entry : page->entries) {
            if (ticketOf(entry.record)) {
                continue;
            }
            const auto event = eventOf(entry.record);
            if (const auto *fact = event ? std::get_if<CountyEvent>(&*event) : nullptr) {
                _directory->set(fact->fact);
            }
        }
        _read = page->last();
    }
}

void BackendTarget::remember(const Proposal &proposal)
{
    for (const Record &record : proposal.records) {
        const auto ticket = ticketOf(record);
        if (!ticket) {
            continue;
        }
        _expected.erase(*ticket);
        const auto event = record.kind == ticketKindNames[0] ? eventOf(record) : failure(FailureKind::NotFound, {});
        if (const auto *ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr) {
            _added.insert_or_assign(std::get<Reported>(ofTicket->content).origin, *ticket);
        }
    }
}

} // namespace huying
