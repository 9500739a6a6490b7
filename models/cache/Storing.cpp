// The part of Cache that stores pages and trails.
#include "Cache.h"
#include "PassedOn.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace huying
{

namespace
{

std::string hexOf(const Digest &digest)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
        .toHex()
        .toStdString();
}

/// What of `page` lies after `position`; its counts of earlier events are still those before the whole page.
Page after(const Page &page, Position position)
{
    Page rest = page;
    std::erase_if(rest.entries, [&](const Entry &entry) { return entry.position <= position; });
    std::erase_if(rest.stubs, [&](const Stub &stub) { return stub.position <= position; });
    return rest;
}

} // namespace

/// An entry of a ticket whose earlier ones are neither here nor in the page cannot be folded. Who does not see every
/// ticket may have missed some in the middle, and is told by the page how many there are.
std::expected<std::vector<TicketId>, Failure> Cache::missingFor(const Page &page) const
{
    std::unordered_set<TicketId> seen;
    std::vector<TicketId> missing;
    for (const Entry &entry : page.entries) {
        const auto ticket = ticketOf(entry.record);
        if (!ticket || !seen.insert(*ticket).second || entry.record.kind == ticketKindNames[0]) {
            continue;
        }
        const auto told = page.before.find(*ticket);
        const auto known = _rows.versionOf(*ticket);
        const auto count =
            told == page.before.end() ? _entries.countOf(*ticket) : _entries.countBefore(*ticket, page.first());
        if (!known || !count) {
            return std::unexpected(!known ? known.error() : count.error());
        }
        const std::int64_t wanted = told == page.before.end() ? known->value_or(1) : told->second;
        if (*count < wanted) {
            missing.push_back(*ticket);
        }
    }
    return missing;
}

std::expected<Digest, Failure> Cache::checkChain(const Page &page) const
{
    const auto here = position();
    const auto chain = stateText(*_database, "chain");
    if (!here || !chain) {
        return std::unexpected(!here ? here.error() : chain.error());
    }
    if (page.isEmpty() || page.first() != *here + 1) {
        return failure(FailureKind::Invalid, QStringLiteral("the page does not begin after position %1").arg(*here));
    }
    Digest link {};
    const QByteArray known = QByteArray::fromHex(QByteArray::fromStdString(chain->value_or(std::string())));
    std::ranges::copy_n(known.begin(), std::min<std::ptrdiff_t>(known.size(), std::ssize(link)), link.begin());
    auto stub = page.stubs.begin();
    const auto passStubsBefore = [&](Position position) {
        for (; stub != page.stubs.end() && stub->position < position; ++stub) {
            link = chainAfter(link, stub->envelope);
        }
    };
    for (const Entry &entry : page.entries) {
        passStubsBefore(entry.position);
        link = chainAfter(link, entry);
        if (link != entry.chain) {
            return failure(FailureKind::Damaged,
                QCoreApplication::translate(
                    "Cache", "The backend's log does not go on from what is here (at position %1).")
                    .arg(entry.position));
        }
    }
    passStubsBefore(std::numeric_limits<Position>::max());
    return link;
}

std::expected<void, Failure> Cache::insertFact(const Entry &entry, CacheChange &change)
{
    auto event = eventOf(entry.record);
    if (!event) {
        return std::unexpected(notKnown(entry));
    }
    if (auto *ofCounty = std::get_if<CountyEvent>(&*event)) {
        change.isNoticed = change.isNoticed || std::holds_alternative<HolidayNotice>(ofCounty->fact);
        change.facts.push_back(std::move(ofCounty->fact));
    }
    return _facts.set(entry.record, entry.position);
}

std::expected<void, Failure> Cache::insert(std::span<const Entry> entries, CacheChange &change)
{
    for (const Entry &entry : entries) {
        if (const auto ticket = ticketOf(entry.record)) {
            change.tickets.insert(*ticket);
        } else if (const auto set = insertFact(entry, change); !set) {
            return set;
        }
        if (const auto kept = _entries.insertMissing(entry); !kept) {
            return kept;
        }
    }
    return {};
}

std::expected<void, Failure> Cache::forget(const TicketId &ticket)
{
    _memory.forget(ticket);
    return _tickets.remove(ticket).and_then([&] { return _entries.forget(ticket); });
}

/// What has left the reader's sight, and what came into it and was out again before its trail could be had.
std::expected<void, Failure> Cache::removeUnseen(const Page &page, Position first, CacheChange &change)
{
    std::expected<void, Failure> done;
    for (const Stub &stub : page.stubs) {
        const auto known = stub.ticket ? _rows.versionOf(*stub.ticket) : std::optional<Version>();
        if (!known) {
            return passedOn(known);
        }
        if (*known) {
            change.tickets.insert(*stub.ticket);
            done = done.and_then([&] { return forget(*stub.ticket); });
        }
    }
    for (const auto &[ticket, events] : page.before) {
        const auto count = _entries.countBefore(ticket, first);
        if (!count) {
            return passedOn(count);
        }
        if (*count != std::int64_t { events }) {
            done = done.and_then([&] { return forget(ticket); });
        }
    }
    return done;
}

std::expected<void, Failure> Cache::store(const Page &page, std::span<const Entry> trails)
{
    const auto here = position();
    if (!here) {
        return passedOn(here);
    }
    const Page fresh = after(page, *here);
    if (fresh.isEmpty()) {
        return {};
    }
    const auto link = checkChain(fresh);
    if (!link) {
        return passedOn(link);
    }
    CacheChange change;
    std::vector<Entry> earlier;
    std::ranges::copy_if(
        trails, std::back_inserter(earlier), [&](const Entry &entry) { return entry.position <= *here; });
    const auto done = write(earlier, fresh, page.first(), *link, change);
    if (!done) {
        forgetUncommitted(change.isNoticed);
        return done;
    }
    _change.tickets.merge(change.tickets);
    std::ranges::move(change.facts, std::back_inserter(_change.facts));
    _change.isNoticed = _change.isNoticed || change.isNoticed;
    return {};
}

/// `first` is where the page begins of which `fresh` is what is new here, `link` the chain at its end.
std::expected<void, Failure> Cache::write(
    std::span<const Entry> earlier, const Page &fresh, Position first, const Digest &link, CacheChange &change)
{
    auto step = Transaction::beginWriting(*_database);
    if (!step) {
        return passedOn(step);
    }
    for (const Entry &entry : earlier) {
        _memory.forget(ticketOf(entry.record).value_or(TicketId {}));
    }
    auto done = insert(earlier, change).and_then([&] { return insert(fresh.entries, change); }).and_then([&] {
        return removeUnseen(fresh, first, change);
    });
    if (done && change.isNoticed) {
        done = readRules()
                   .and_then([&] { return _rows.provisional(); })
                   .transform([&](const std::vector<TicketId> &tickets) {
                       change.tickets.insert(tickets.begin(), tickets.end());
                   });
    }
    done = done.and_then([&] { return foldAgain(change.tickets, fresh.entries); }).and_then([&] {
        return findByCitizens(earlier);
    });
    return done.and_then([&] { return _tickets.search().mergeSome(); })
        .and_then([&] { return _tickets.finish(); })
        .and_then([&] { return writeHead(fresh.last(), link); })
        .and_then([&] { return step->commit(); });
}

/// What was learned from a transaction that was taken back is not so.
void Cache::forgetUncommitted(bool isNoticed)
{
    _entries.forgetAuthors();
    _tickets.forgetUncommitted();
    _memory.clear();
    if (isNoticed) {
        static_cast<void>(readRules());
    }
}

std::expected<void, Failure> Cache::writeHead(Position position, const Digest &chain)
{
    const std::string digits = hexOf(chain);
    return setState(*_database, "position", position).and_then([&] {
        return setState(*_database, "chain", std::string_view(digits));
    });
}

/// The ticket with `fresh`, which is what came behind all that was here: on top of what is remembered of it, or out of
/// its whole trail.
std::expected<std::optional<Ticket>, Failure> Cache::grown(const TicketId &id, std::span<const Entry *const> fresh)
{
    const auto known = _rows.versionOf(id);
    const Ticket *const remembered = _memory.find(id);
    if (!known || fresh.empty() || remembered == nullptr || remembered->version != *known) {
        return ticket(id);
    }
    Ticket ticket = *remembered;
    for (const Entry *const entry : fresh) {
        const auto event = eventOf(entry->record);
        const TicketEvent *const ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        if (ofTicket == nullptr) {
            return std::unexpected(notKnown(*entry));
        }
        fold(ticket, *ofTicket, _timeline.at(entry->position));
    }
    _memory.keep(ticket);
    return ticket;
}

std::expected<void, Failure> Cache::foldAgain(const TicketId &id, std::span<const Entry *const> fresh)
{
    return grown(id, fresh).and_then([&](const std::optional<Ticket> &folded) -> std::expected<void, Failure> {
        return folded ? _tickets.put(rowOf(*folded, rules()), folded->citizen) : std::expected<void, Failure> {};
    });
}

/// Reports that came later than the rows of their tickets.
std::expected<void, Failure> Cache::findByCitizens(std::span<const Entry> trails)
{
    std::expected<void, Failure> done;
    for (const Entry &entry : trails) {
        if (done && entry.record.kind == ticketKindNames[0]) {
            done = findByCitizen(*ticketOf(entry.record));
        }
    }
    return done;
}

/// The personal part came with the trail.
std::expected<void, Failure> Cache::findByCitizen(const TicketId &id)
{
    return ticket(id).and_then([&](const std::optional<Ticket> &folded) {
        return folded ? _tickets.setCitizen(id, folded->citizen) : std::expected<void, Failure>();
    });
}

/// In the order of their ids, which is nearly that of their reports: so they stand in the index of words.
std::expected<void, Failure> Cache::foldAgain(const std::unordered_set<TicketId> &tickets, std::span<const Entry> fresh)
{
    std::map<TicketId, std::vector<const Entry *>> inOrder;
    for (const TicketId &ticket : tickets) {
        inOrder[ticket];
    }
    for (const Entry &entry : fresh) {
        if (const auto ticket = ticketOf(entry.record)) {
            inOrder[*ticket].push_back(&entry);
        }
    }
    std::expected<void, Failure> done;
    for (const auto &[ticket, entries] : inOrder) {
        done = done ? foldAgain(ticket, entries) : done;
    }
    return done;
}

std::expected<void, Failure> Cache::keepTrail(std::span<const Entry> trail)
{
    const auto kept = position().and_then([&](Position here) { return keepUpTo(here, trail); });
    if (!kept) {
        forgetUncommitted(false);
    }
    return kept;
}

/// What lies after `here` comes with its own page.
std::expected<void, Failure> Cache::keepUpTo(Position here, std::span<const Entry> trail)
{
    auto step = Transaction::beginWriting(*_database);
    if (!step) {
        return passedOn(step);
    }
    std::unordered_set<TicketId> tickets;
    for (const Entry &entry : trail) {
        // What has left our sight meanwhile is not kept.
        const auto ticket = ticketOf(entry.record);
        const auto known = ticket ? _rows.versionOf(*ticket) : std::optional<Version>();
        if (!known) {
            return passedOn(known);
        }
        if (entry.position > here || !*known) {
            continue;
        }
        tickets.insert(*ticket);
        _memory.forget(*ticket);
        if (const auto kept = _entries.insertMissing(entry); !kept) {
            return kept;
        }
    }
    for (const TicketId &ticket : tickets) {
        if (const auto folded = foldAgain(ticket).and_then([&] { return findByCitizen(ticket); }); !folded) {
            return folded;
        }
    }
    return _tickets.search().mergeSome().and_then([&] { return _tickets.finish(); }).and_then([&] {
        return step->commit();
    });
}

} // namespace huying
