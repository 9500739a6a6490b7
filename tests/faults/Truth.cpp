#include "Truth.h"

#include <ledger/LedgerReader.h>
#include <ledger/Refolding.h>
#include <recount/Recount.h>

#include <algorithm>
#include <format>

namespace huying::testing
{

namespace
{

std::string wrongInLog(LedgerReader &reader, Truth &truth)
{
    Digest before {};
    std::string wrong;
    const auto walked = reader.entries().walk(1, 1'000'000, [&](Entry &&entry) -> std::expected<void, Failure> {
        if (wrong.empty() && entry.position != std::ssize(truth.entries) + 1) {
            wrong = std::format("the log has a gap before position {}", entry.position);
        }
        if (wrong.empty() && chainAfter(before, entry) != entry.chain) {
            wrong = std::format("the chain is broken at {}", entry.position);
        }
        before = entry.chain;
        truth.places[entry.record.id].push_back(entry.position);
        if (const auto ticket = ticketOf(entry.record)) {
            ++truth.lengths[*ticket];
        }
        truth.entries.push_back(std::move(entry));
        return {};
    });
    return walked ? wrong : "the log cannot be read: " + textOf(walked.error());
}

/// Every ticket folded anew from the log has the row that is kept of it.
std::string wrongInRows(Truth &truth)
{
    std::string wrong;
    std::size_t folded = 0;
    Refolding refolding(
        {}, Refolding::Checking::Trusting,
        [&](const TicketId &id) {
            const auto row = truth.rows.find(id);
            return row == truth.rows.end() ? 0 : row->second.version;
        },
        [&](const Ticket &ticket, const TicketRow &row) -> std::expected<void, Failure> {
            ++folded;
            const auto kept = truth.rows.find(ticket.id);
            if (wrong.empty() && (kept == truth.rows.end() || kept->second != row)) {
                wrong = "the ledger's row of ticket " + ticket.number + " is not what its trail says";
            }
            truth.tickets.emplace(ticket.id, ticket);
            return {};
        });
    for (const Entry &entry : truth.entries) {
        if (const auto taken = refolding.take(entry); !taken) {
            return std::format("entry {} cannot be folded: {}", entry.position, textOf(taken.error()));
        }
    }
    const auto concluded = refolding.conclude();
    if (!concluded || !wrong.empty()) {
        return wrong.empty() ? textOf(concluded.error()) : wrong;
    }
    return folded == truth.rows.size() ? std::string() : "the ledger has a row without a trail";
}

std::string wrongInPromises(const WorldBackend &backend, const Truth &truth)
{
    for (const auto &[id, position] : backend.promised()) {
        const auto places = truth.places.find(id);
        if (places == truth.places.end() || !std::ranges::contains(places->second, position)) {
            return std::format("event {} was said to be at {} and is not", toText(id), position);
        }
    }
    for (const auto &[id, positions] : truth.places) {
        if (positions.size() > 1) {
            return std::format("event {} is in the log at {} and at {}", toText(id), positions[0], positions[1]);
        }
    }
    return {};
}

} // namespace

Rows rowsIn(RowStore &store)
{
    Rows rows;
    static_cast<void>(store.walk([&](const TicketRow &row) {
        rows.emplace(row.id, row);
        return std::expected<void, Failure>();
    }));
    return rows;
}

std::string read(Truth &truth, const WorldBackend &backend)
{
    auto reader = LedgerReader::open(backend.file());
    if (!reader || !backend.isUp()) {
        return "the ledger cannot be opened";
    }
    std::string wrong = wrongInLog(*reader, truth);
    truth.rows = rowsIn(reader->rows());
    truth.facts = reader->facts().all().value_or(std::vector<CountyFact>());
    wrong = wrong.empty() ? wrongInPromises(backend, truth) : wrong;
    wrong = wrong.empty() ? wrongInRows(truth) : wrong;
    return wrong.empty() ? wrongInFigures(reader->database()) : wrong;
}

} // namespace huying::testing
