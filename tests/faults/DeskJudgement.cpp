#include "DeskJudgement.h"

#include "Eyes.h"

#include <recount/Recount.h>

#include <algorithm>
#include <format>

namespace huying::testing
{

namespace
{

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
        for (const Record &record : deed.proposal.records) {
            if (truth.places.contains(record.id) != isInLog) {
                return std::format("of a proposal of several events only some are in the log ({})", toText(id));
            }
        }
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

/// Trails are here whole or not at all, those of open tickets whole.
std::string wrongInTrails(const std::map<TicketId, std::size_t> &lengths, const Eyes &eyes, const Truth &truth)
{
    for (const auto &[ticket, row] : truth.rows) {
        const auto there = lengths.find(ticket);
        const std::size_t length = there == lengths.end() ? 0 : there->second;
        const bool isSeen = eyes.see(row);
        if (!isSeen && length > 0) {
            return std::format("it has {} events of ticket {}, which is not in its sight", length, toText(ticket));
        }
        if (isSeen && length != truth.lengths.at(ticket) && (length > 0 || row.isOpen())) {
            return std::format("it has {} of {} events of ticket {}", length, truth.lengths.at(ticket), toText(ticket));
        }
    }
    return {};
}

std::string wrongInEntries(EntryStore &store, const Eyes &eyes, const Truth &truth)
{
    std::string wrong;
    std::map<TicketId, std::size_t> lengths;
    const auto walked = store.walk(1, 1'000'000, [&](Entry &&entry) -> std::expected<void, Failure> {
        const auto index = std::size_t(entry.position) - 1;
        if (wrong.empty() && (index >= truth.entries.size() || eyes.seen(truth.entries[index]) != entry)) {
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
    return wrong.empty() ? wrongInTrails(lengths, eyes, truth) : wrong;
}

std::string wrongInRows(const Rows &own, const Eyes &eyes, const Truth &truth)
{
    std::size_t seen = 0;
    for (const auto &[id, row] : truth.rows) {
        if (!eyes.see(row)) {
            continue;
        }
        ++seen;
        const auto there = own.find(id);
        if (there == own.end() || there->second != row) {
            return std::format("its row of ticket {} ({}) is {}", row.number, toText(id),
                there == own.end()
                    ? "missing"
                    : std::format("version {} of {}, or differs otherwise", there->second.version, row.version));
        }
    }
    return own.size() == seen ? std::string() : "it has rows of tickets that are not in its sight";
}

/// What the running desk shows of tickets, which it remembers in part.
std::string wrongInTickets(const Cache &cache, const Eyes &eyes, const Truth &truth)
{
    for (const auto &[id, row] : truth.rows) {
        const auto shown = cache.ticket(id);
        if (!shown) {
            return "its tickets cannot be read: " + textOf(shown.error());
        }
        if (*shown && (!eyes.see(row) || **shown != eyes.seen(truth.tickets.at(id)))) {
            return std::format("it shows ticket {} as it is not, or not for it", row.number);
        }
    }
    return {};
}

std::string wrongInFacts(FactStore &own, const Eyes &eyes, const Truth &truth)
{
    std::vector<CountyFact> seen;
    std::ranges::transform(
        truth.facts, std::back_inserter(seen), [&](const CountyFact &fact) { return eyes.seen(fact); });
    return own.all() == seen ? std::string() : "its facts are not the ledger's";
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
    const Eyes eyes(desk.account());
    std::string wrong = wrongInEntries(*entries, eyes, truth);
    wrong = wrong.empty() ? wrongInRows(rowsIn(*rows), eyes, truth) : wrong;
    wrong = wrong.empty() ? wrongInTickets(*desk.cache(), eyes, truth) : wrong;
    wrong = wrong.empty() ? wrongInFacts(*facts, eyes, truth) : wrong;
    return wrong.empty() ? wrongInFigures(*database) : wrong;
}

} // namespace

std::string wrongAt(WorldDesk &desk, const Truth &truth)
{
    if (!desk.isQuiet() || !desk.cache()) {
        return "it has not come to rest: " + desk.said();
    }
    const std::string wrong = wrongInDeeds(desk, truth);
    return wrong.empty() ? wrongInCache(desk, truth) : wrong;
}

} // namespace huying::testing
