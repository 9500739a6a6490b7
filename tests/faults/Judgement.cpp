#include "Judgement.h"

#include <ledger/LedgerReader.h>
#include <ledger/Refolding.h>
#include <recount/Recount.h>

#include <algorithm>
#include <format>
#include <set>

namespace huying::testing
{

namespace
{

using Rows = std::map<TicketId, TicketRow>;

struct Truth {
    std::vector<Entry> entries; ///< the one at position p is number p - 1
    Rows rows;
    std::vector<CountyFact> facts;
    std::map<EventId, std::vector<Position>> places;
    std::map<TicketId, std::size_t> lengths; ///< of trails
};

Rows rowsIn(RowStore &store)
{
    Rows rows;
    static_cast<void>(store.walk([&](const TicketRow &row) {
        rows.emplace(row.id, row);
        return std::expected<void, Failure>();
    }));
    return rows;
}

std::string textOf(const Failure &failed)
{
    return failed.text.toStdString();
}

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
std::string wrongInRows(const Truth &truth)
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

std::string wrongInDeeds(WorldDesk &desk, const Truth &truth)
{
    const auto refused = desk.outbox()->refused();
    if (!refused) {
        return "the refused actions cannot be read: " + textOf(refused.error());
    }
    std::map<EventId, Failure> reasons;
    for (const RefusedProposal &each : *refused) {
        reasons.emplace(each.proposal.records.front().id, each.why);
    }
    for (const Deed &deed : desk.deeds()) {
        const EventId &id = deed.proposal.records.front().id;
        const bool isInLog = truth.places.contains(id);
        const auto reason = reasons.find(id);
        if (isInLog && reason != reasons.end()) {
            return std::format("event {} is in the log and refused too", toText(id));
        }
        if (!isInLog && reason == reasons.end() && deed.isKept) {
            return std::format("event {} was kept by the desk and is neither in the log nor refused", toText(id));
        }
        if (deed.isReport && reason != reasons.end()) {
            return "a new ticket was refused: " + textOf(reason->second);
        }
    }
    return {};
}

std::string wrongInEntries(EntryStore &store, const Truth &truth)
{
    std::string wrong;
    std::map<TicketId, std::size_t> lengths;
    const auto walked = store.walk(1, 1'000'000, [&](Entry &&entry) -> std::expected<void, Failure> {
        const auto index = std::size_t(entry.position) - 1;
        if (wrong.empty() && (index >= truth.entries.size() || truth.entries[index] != entry)) {
            wrong = std::format("its entry {} is not the ledger's", entry.position);
        }
        if (const auto ticket = ticketOf(entry.record)) {
            ++lengths[*ticket];
        }
        return {};
    });
    if (!walked) {
        return "its entries cannot be read: " + textOf(walked.error());
    }
    for (const auto &[ticket, length] : lengths) {
        if (wrong.empty() && truth.lengths.at(ticket) != length) {
            wrong =
                std::format("it has {} of {} events of ticket {}", length, truth.lengths.at(ticket), toText(ticket));
        }
    }
    return wrong;
}

std::string wrongInCache(WorldDesk &desk, const Truth &truth)
{
    const auto database = Database::open(desk.cacheFile(), Opening::Read);
    if (!database) {
        return "its cache cannot be read: " + textOf(database.error());
    }
    auto rows = RowStore::on(*database);
    auto entries = EntryStore::on(*database);
    auto facts = FactStore::on(*database);
    if (!rows || !entries || !facts) {
        return "its cache cannot be read";
    }
    if (const auto position = desk.cache()->position(); position != std::ssize(truth.entries)) {
        return std::format("it is at {}, the ledger at {}", position.value_or(-1), truth.entries.size());
    }
    if (const std::string wrong = wrongInEntries(*entries, truth); !wrong.empty()) {
        return wrong;
    }
    Rows seen;
    std::ranges::copy_if(truth.rows, std::inserter(seen, seen.end()),
        [&](const auto &each) { return sees(desk.number(), each.second); });
    const Rows own = rowsIn(*rows);
    for (const auto &[id, row] : seen) {
        const auto there = own.find(id);
        if (there == own.end() || there->second != row) {
            return std::format("its row of ticket {} ({}) is {}", row.number, toText(id),
                there == own.end()
                    ? "missing"
                    : std::format("version {} of {}, or differs otherwise", there->second.version, row.version));
        }
    }
    if (own.size() != seen.size()) {
        return "it has rows that the ledger has not";
    }
    return facts->all() == truth.facts ? wrongInFiguresAndSearch(*database) : "its facts are not the ledger's";
}

std::string wrongAt(WorldDesk &desk, const Truth &truth)
{
    if (!desk.isQuiet() || !desk.cache()) {
        return "it has not come to rest: " + desk.said();
    }
    const std::string wrong = wrongInDeeds(desk, truth);
    return wrong.empty() ? wrongInCache(desk, truth) : wrong;
}

} // namespace

bool sees(int, const TicketRow &)
{
    return true;
}

std::string wrongIn(WorldBackend &backend, const std::vector<std::unique_ptr<WorldDesk>> &desks)
{
    auto reader = LedgerReader::open(backend.file());
    if (!reader || !backend.isUp()) {
        return "the ledger cannot be opened";
    }
    Truth truth;
    std::string wrong = wrongInLog(*reader, truth);
    truth.rows = rowsIn(reader->rows());
    truth.facts = reader->facts().all().value_or(std::vector<CountyFact>());
    wrong = wrong.empty() ? wrongInPromises(backend, truth) : wrong;
    wrong = wrong.empty() ? wrongInRows(truth) : wrong;
    wrong = wrong.empty() ? wrongInFiguresAndSearch(reader->database()) : wrong;
    for (const auto &desk : desks) {
        if (wrong.empty()) {
            wrong = wrongAt(*desk, truth);
            wrong = wrong.empty() ? wrong : std::format("desk {}: {}", desk->number(), wrong);
        }
    }
    return wrong;
}

} // namespace huying::testing
