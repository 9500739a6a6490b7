#include "TrustingJournal.h"

#include <rules/Workflow.h>
#include <storage/Schema.h>

#include <QByteArray>

#include <set>

namespace huying::testing
{

TrustingJournal::TrustingJournal(Cache &cache, const std::string &file)
    : _cache(cache)
    , _database(Database::open(file, Opening::Write, Synchronous::Normal).value_or(Database()))
    , _entries(EntryStore::on(_database).value())
    , _tickets(TicketStore::on(_database).value())
    , _facts(FactStore::on(_database).value())
{
}

std::expected<std::vector<TicketId>, Failure> TrustingJournal::missingFor(const Page &page) const
{
    return _cache.missingFor(page);
}

std::expected<void, Failure> TrustingJournal::store(const Page &page, std::span<const Entry> trails)
{
    return writePage(page, trails, true);
}

std::expected<void, Failure> TrustingJournal::writeHead(const Entry &last)
{
    const QByteArray chain(reinterpret_cast<const char *>(last.chain.data()), qsizetype(last.chain.size()));
    const std::string digits = chain.toHex().toStdString();
    return setState(_database, "position", last.position).and_then([&] {
        return setState(_database, "chain", std::string_view(digits));
    });
}

std::expected<void, Failure> TrustingJournal::writeEntry(const Entry &entry)
{
    return _entries.insertMissing(entry).and_then([&] {
        return ticketOf(entry.record) ? std::expected<void, Failure>() : _facts.set(entry.record, entry.position);
    });
}

std::expected<void, Failure> TrustingJournal::writeRow(const TicketId &ticket)
{
    const auto trail = _entries.trailOf(ticket);
    if (!trail || trail->empty() || trail->front().record.kind != ticketKindNames[0]) {
        return trail ? std::expected<void, Failure>() : std::unexpected(trail.error());
    }
    std::vector<TicketEvent> events;
    for (const Entry &entry : *trail) {
        if (const auto event = eventOf(entry.record)) {
            events.push_back(std::get<TicketEvent>(*event));
        }
    }
    const Ticket ticketNow = folded(events, _cache.rules());
    return _tickets.put(rowOf(ticketNow, _cache.rules()), ticketNow.citizen).and_then([&] {
        return _tickets.setCitizen(ticket, ticketNow.citizen);
    });
}

std::expected<void, Failure> TrustingJournal::writePage(const Page &page, std::span<const Entry> trails, bool withHead)
{
    const Position here = position().value_or(0);
    auto step = Transaction::beginWriting(_database);
    if (!step) {
        return std::unexpected(step.error());
    }
    std::expected<void, Failure> done;
    std::set<TicketId> tickets;
    const auto write = [&](const Entry &entry) {
        if (const auto ticket = ticketOf(entry.record)) {
            tickets.insert(*ticket);
        }
        done = done.and_then([&] { return writeEntry(entry); });
    };
    for (const Entry &entry : trails) {
        if (entry.position <= here) {
            write(entry);
        }
    }
    std::ranges::for_each(page.entries, write);
    for (const TicketId &ticket : tickets) {
        done = done.and_then([&] { return writeRow(ticket); });
    }
    if (withHead) {
        done = done.and_then([&] { return writeHead(page.entries.back()); });
    }
    done = done.and_then([&] { return _tickets.finish(); }).and_then([&] { return step->commit(); });
    if (!done) {
        _tickets.forgetUncommitted();
        _entries.forgetAuthors();
    }
    return done;
}

} // namespace huying::testing
