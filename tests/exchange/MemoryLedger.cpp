#include "MemoryLedger.h"

#include <rules/Notices.h>

#include <random>
#include <stdexcept>

namespace huying
{

MemoryLedger::MemoryLedger() : _rules { *Calendar::fromNotices(*publishedNotices()), {}, std::chrono::minutes { 10 } }
{
}

std::expected<std::optional<Ticket>, Failure> MemoryLedger::find(const Origin &origin)
{
    const auto found = _tickets.find(origin);
    return found == _tickets.end() ? std::nullopt : std::optional(found->second);
}

std::expected<void, Failure> MemoryLedger::admit(const TicketEvent &event, Ticket &ticket)
{
    const auto *const report = std::get_if<Reported>(&event.content);
    if (report && _tickets.contains(report->origin)) {
        return failure(FailureKind::Refused, QStringLiteral("reported twice"));
    }
    return apply(ticket, event, _rules);
}

/// Whether a new category in it has the code of another one.
bool MemoryLedger::isTaken(const Proposal &proposal) const
{
    return std::ranges::any_of(proposal.records, [this](const Record &record) {
        const auto event = eventOf(record);
        const auto *const fact = event ? std::get_if<CountyEvent>(&*event) : nullptr;
        const auto *const category = fact ? std::get_if<Category>(&fact->fact) : nullptr;
        const auto there = category ? _directory.categories().find(category->code) : _directory.categories().end();
        return there != _directory.categories().end() && there->second != *category;
    });
}

/// The proposals of an import are facts, or the events of one ticket.
Outcome MemoryLedger::admit(const Proposal &proposal)
{
    if (isTaken(proposal)) {
        return { {}, Failure { FailureKind::Refused, QStringLiteral("the code is another category's") } };
    }
    Outcome outcome;
    Ticket ticket;
    for (const Record &record : proposal.records) {
        const auto event = eventOf(record);
        if (!event) {
            return { {}, event.error() };
        }
        if (const auto *const fact = std::get_if<CountyEvent>(&*event)) {
            _directory.set(fact->fact);
        } else {
            const auto &happened = std::get<TicketEvent>(*event);
            if (const auto known = _origins.find(happened.ticket); ticket.version == 0 && known != _origins.end()) {
                ticket = _tickets.at(known->second);
            }
            if (const auto admitted = admit(happened, ticket); !admitted) {
                return { {}, admitted.error() };
            }
        }
        outcome.positions.push_back(_head + static_cast<Position>(outcome.positions.size()) + 1);
    }
    _head += static_cast<Position>(outcome.positions.size());
    if (ticket.version > 0) {
        _origins[ticket.id] = ticket.origin;
        _tickets[ticket.origin] = std::move(ticket);
    }
    return outcome;
}

std::expected<std::vector<Outcome>, Failure> MemoryLedger::append(std::span<const Proposal> proposals)
{
    if (const auto something = std::exchange(_meanwhile, {})) {
        something();
    }
    std::vector<Outcome> outcomes;
    for (const Proposal &proposal : proposals) {
        outcomes.push_back(admit(proposal));
    }
    return outcomes;
}

const Ticket &MemoryLedger::ticket(const std::string &id) const
{
    const auto found = std::ranges::find_if(_tickets, [&](const auto &one) { return one.first.id == id; });
    if (found == _tickets.end()) {
        throw std::runtime_error("no ticket " + id);
    }
    return found->second;
}

void MemoryLedger::happen(const std::string &id, TicketContent content, Instant at, const Author &author)
{
    Ticket &ticket = _tickets.at(this->ticket(id).origin);
    std::array<std::uint8_t, 10> random {};
    random[0] = static_cast<std::uint8_t>(ticket.version);
    random[1] = 1;
    const TicketEvent event { uuid7(at, random), ticket.id, ticket.version, author, at, std::move(content) };
    if (const auto applied = apply(ticket, event, _rules); !applied) {
        throw std::runtime_error(applied.error().text.toStdString());
    }
}

ImportSurroundings surroundingsOf(const MemoryLedger &ledger)
{
    auto engine = std::make_shared<std::mt19937>(static_cast<std::uint32_t>(ledger.head() + 1));
    ImportSurroundings surroundings { ledger.rules(), ledger.directory(), moment("2025-06-01 12:00"), {}, {}, {},
        false };
    surroundings.random = [engine](std::span<std::uint8_t> bytes) {
        std::ranges::generate(bytes, [&] { return static_cast<std::uint8_t>((*engine)()); });
    };
    return surroundings;
}

ImportReport imported(const std::filesystem::path &file, const Mapping &mapping, MemoryLedger &ledger)
{
    auto report = importTable(file, mapping, ledger, surroundingsOf(ledger));
    if (!report) {
        throw std::runtime_error(report.error().text.toStdString());
    }
    return std::move(*report);
}

Instant moment(std::string_view text)
{
    return instantFromIso(text).value();
}

} // namespace huying
