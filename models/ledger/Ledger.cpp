#include "Ledger.h"

#include "Upgrade.h"

#include <storage/Schema.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr std::size_t ticketsRemembered = 4'096;

/// A file of a newer program is left as it is: opening it for writing would change its header.
std::expected<void, Failure> checkOwn(const std::filesystem::path &file)
{
    const auto database = Database::open(file, Opening::Read);
    const auto known = database ? checkSchema(*database, FileKind::Ledger) : std::expected<void, Failure>();
    return known || known.error().kind != FailureKind::Newer ? std::expected<void, Failure>() : known;
}

} // namespace

Ledger::Ledger(std::filesystem::path file, WriterLock lock, LedgerReader reader, TicketStore tickets, Founding founding,
    Head head, RuleTimeline timeline)
    : _file(std::move(file))
    , _lock(std::move(lock))
    , _reader(std::make_unique<LedgerReader>(std::move(reader)))
    , _tickets(std::move(tickets))
    , _founding(std::move(founding))
    , _head(head)
    , _timeline(std::move(timeline))
    , _memory(ticketsRemembered)
    , _refusals(Refusals::on(_reader->database()))
{
}

std::expected<Ledger, Failure> Ledger::open(const std::filesystem::path &file, const Founding &founding,
    const LedgerSettings &settings, Synchronous synchronous)
{
    return open(file, Opening::Create, &founding, settings, synchronous);
}

std::expected<Ledger, Failure> Ledger::open(
    const std::filesystem::path &file, const LedgerSettings &settings, Synchronous synchronous)
{
    return open(file, Opening::Write, nullptr, settings, synchronous);
}

std::expected<Ledger, Failure> Ledger::open(const std::filesystem::path &file, Opening opening,
    const Founding *founding, const LedgerSettings &settings, Synchronous synchronous)
{
    std::error_code unknown;
    if (opening == Opening::Write && !std::filesystem::exists(file, unknown)) {
        return failure(FailureKind::NotFound,
            QCoreApplication::translate("ledger", "There is no ledger %1.").arg(QString::fromStdString(file.string())));
    }
    auto lock = WriterLock::take(file);
    if (!lock) {
        return std::unexpected(std::move(lock).error());
    }
    if (const auto own = checkOwn(file); !own) {
        return std::unexpected(own.error());
    }
    auto database = Database::open(file, opening, synchronous);
    if (!database) {
        return std::unexpected(std::move(database).error());
    }
    if (const auto prepared = prepareSchema(*database, FileKind::Ledger, foldingAnew(settings)); !prepared) {
        return std::unexpected(prepared.error());
    }
    auto found = readFounding(*database);
    if (!found && found.error().kind == FailureKind::NotFound && founding != nullptr) {
        found = writeFounding(*database, *founding).transform([&] { return *founding; });
    }
    if (!found) {
        return std::unexpected(std::move(found).error());
    }
    const auto head = readHead(*database);
    auto reader = LedgerReader::on(std::make_unique<Database>(std::move(*database)));
    if (!head || !reader) {
        return std::unexpected(head ? reader.error() : head.error());
    }
    auto timeline = timelineOf(*reader, settings);
    auto tickets = TicketStore::on(reader->database());
    if (!timeline || !tickets) {
        return std::unexpected(timeline ? tickets.error() : timeline.error());
    }
    return Ledger(file, std::move(*lock), std::move(*reader), std::move(*tickets), std::move(*found), *head,
        std::move(*timeline));
}

void Ledger::onCommit(std::function<void(std::span<const Entry>)> tell)
{
    _tell = std::move(tell);
}

void Ledger::forgetUncommitted(const Head &committed)
{
    _head = committed;
    _memory.clear();
    _timeline.forgetAfter(committed.position);
    _reader->entries().forgetAuthors();
    _tickets.forgetUncommitted();
}

std::expected<const Ticket *, Failure> Ledger::ticket(const TicketId &id)
{
    if (const Ticket *const remembered = _memory.find(id)) {
        return remembered;
    }
    return _reader->trailOf(id).and_then([&](const std::vector<Entry> &trail) {
        return foldedFrom(trail, _timeline).transform([&](Ticket folded) {
            folded.id = id;
            _memory.keep(std::move(folded));
            return _memory.find(id);
        });
    });
}

std::expected<void, Failure> Ledger::keep(Ticket ticket)
{
    return _tickets.put(rowOf(ticket, _timeline.now()), ticket.citizen).transform([&] {
        _memory.keep(std::move(ticket));
    });
}

std::expected<void, Failure> Ledger::setFact(const Entry &entry, const CountyEvent &event)
{
    auto set = _reader->facts().set(entry.record, entry.position);
    if (const HolidayNotice *const notice = std::get_if<HolidayNotice>(&event.fact)) {
        set = set.and_then([&] { return _timeline.add(entry.position, entry.record.at, *notice); }).and_then([&] {
            return renoticeTickets();
        });
    }
    return set;
}

/// A notice makes every provisional deadline final, or keeps it so until the next one; a ticket in memory that is not
/// provisional is as it would be.
std::expected<void, Failure> Ledger::renoticeTickets()
{
    const auto tickets = _reader->rows().provisional();
    if (!tickets) {
        return std::unexpected(tickets.error());
    }
    for (const TicketId &id : *tickets) {
        _memory.forget(id);
        const auto kept = ticket(id).and_then([&](const Ticket *folded) { return keep(*folded); });
        if (!kept) {
            return kept;
        }
    }
    return {};
}

} // namespace huying
