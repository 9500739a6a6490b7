// The part of Ledger that follows a log that is kept elsewhere.
#include "Ledger.h"

#include <QCoreApplication>

namespace huying
{

void Ledger::beforeCommit(MakeDurable makeDurable)
{
    _makeDurable = std::move(makeDurable);
}

std::expected<void, Failure> Ledger::follow(std::span<const Entry> entries)
{
    if (entries.empty()) {
        return {};
    }
    const Head committed = _head;
    const auto done = Transaction::beginWriting(_reader->database()).and_then([&](Transaction transaction) {
        std::map<TicketId, Ticket> changed;
        std::expected<void, Failure> taken;
        for (const Entry &entry : entries) {
            taken = taken.and_then([&] { return take(entry, changed); });
        }
        return taken.and_then([&] { return keepAll(changed); })
            .and_then([&] { return _tickets.search().mergeSome(); })
            .and_then([&] { return _tickets.finish(); })
            .and_then([&] { return transaction.commit(); });
    });
    if (!done) {
        forgetUncommitted(committed);
    } else if (_tell) {
        _tell(entries);
    }
    return done;
}

/// A ticket's row is written once, when all its entries are folded; before a notice, which looks for rows to set anew.
std::expected<void, Failure> Ledger::take(const Entry &entry, std::map<TicketId, Ticket> &changed)
{
    if (entry.position != _head.position + 1 || entry.chain != chainAfter(_head.chain, entry)) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate(
                "ledger", "Entry %1 does not continue the log: something is missing or changed.")
                .arg(entry.position));
    }
    const auto event = eventOf(entry.record);
    if (!event) {
        return failure(FailureKind::Damaged, event.error().text);
    }
    _head = { entry.position, entry.chain };
    if (const CountyEvent *const fact = std::get_if<CountyEvent>(&*event)) {
        return keepAll(changed).and_then([&] { return setFact(entry, *fact); }).and_then([&] {
            return _reader->entries().insert(entry);
        });
    }
    const TicketEvent &ofTicket = std::get<TicketEvent>(*event);
    auto before = changed.find(ofTicket.ticket);
    if (before == changed.end()) {
        const auto known = ticket(ofTicket.ticket);
        if (!known) {
            return std::unexpected(known.error());
        }
        before = changed.emplace(ofTicket.ticket, **known).first;
    }
    fold(before->second, ofTicket, _timeline.now());
    return _reader->entries().insert(entry);
}

std::expected<void, Failure> Ledger::keepAll(std::map<TicketId, Ticket> &changed)
{
    std::expected<void, Failure> kept;
    for (auto &[id, ticket] : changed) {
        kept = kept.and_then([&] { return keep(std::move(ticket)); });
    }
    changed.clear();
    return kept;
}

} // namespace huying
