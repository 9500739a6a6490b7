#include "BulkWriter.h"

namespace huying
{

namespace
{

constexpr std::size_t piecesWaiting = 16;

Record recordIn(const BulkEvent &event)
{
    return std::visit([&](const auto &one) { return recordOf(one, event.salt); }, event.event);
}

} // namespace

BulkWriter::BulkWriter(const Database &database, EntryStore entries, TicketStore tickets, FactStore facts)
    : _database(database)
    , _entries(std::move(entries))
    , _tickets(std::move(tickets))
    , _facts(std::move(facts))
    , _waiting(piecesWaiting)
    , _thread([this] { run(); })
{
}

BulkWriter::~BulkWriter()
{
    _waiting.end();
}

std::expected<std::unique_ptr<BulkWriter>, Failure> BulkWriter::on(const Database &database)
{
    auto entries = EntryStore::on(database);
    auto tickets = TicketStore::on(database);
    auto facts = FactStore::on(database);
    if (!entries || !tickets || !facts) {
        return std::unexpected(!entries ? entries.error() : !tickets ? tickets.error() : facts.error());
    }
    return std::unique_ptr<BulkWriter>(
        new BulkWriter(database, std::move(*entries), std::move(*tickets), std::move(*facts)));
}

void BulkWriter::give(BulkPiece piece)
{
    _waiting.give(std::move(piece));
}

void BulkWriter::run()
{
    while (const auto piece = _waiting.take()) {
        if (_written) {
            _written = write(*piece);
        }
    }
}

std::expected<void, Failure> BulkWriter::write(const BulkPiece &piece)
{
    std::expected<void, Failure> written;
    for (const BulkEvent &event : piece.events) {
        Entry entry { _head.position + 1, event.received, recordIn(event), {} };
        entry.chain = chainAfter(_head.chain, entry);
        written =
            written.and_then([&] { return write(std::move(entry)); }).and_then([&] { return index(event.event); });
    }
    for (const Entry &entry : piece.entries) {
        written = written.and_then([&] { return write(entry); }).and_then([&] { return index(entry); });
    }
    for (const TicketRow &row : piece.rows) {
        written = written.and_then([&] { return _tickets.putFound(row, searchKeyOf(row.id)); });
    }
    return written.and_then([&] { return piece.isCommitted ? commit() : std::expected<void, Failure>(); });
}

std::expected<void, Failure> BulkWriter::commit()
{
    return _tickets.finish().and_then([&] { return _database.execute("COMMIT; BEGIN"); });
}

/// Words are indexed in the order of the reports, rows come later.
std::expected<void, Failure> BulkWriter::index(const AnyEvent &event)
{
    const TicketEvent *const ofTicket = std::get_if<TicketEvent>(&event);
    const Reported *const report = ofTicket != nullptr ? std::get_if<Reported>(&ofTicket->content) : nullptr;
    if (report == nullptr) {
        return {};
    }
    return _tickets.search()
        .add({ report->number, report->title, report->place.text, ofTicket->at }, report->citizen)
        .transform([&](std::int64_t key) { _keys.emplace(ofTicket->ticket, key); });
}

std::expected<void, Failure> BulkWriter::index(const Entry &entry)
{
    if (entry.record.kind != ticketKindNames[0]) {
        return {};
    }
    return eventOf(entry.record).and_then([&](const AnyEvent &event) { return index(event); });
}

std::optional<std::int64_t> BulkWriter::searchKeyOf(const TicketId &ticket)
{
    const auto known = _keys.extract(ticket);
    return known ? std::optional(known.mapped()) : std::nullopt;
}

std::expected<void, Failure> BulkWriter::write(Entry entry)
{
    const bool isFact = !entry.record.subject.starts_with("ticket:");
    _head = { entry.position, entry.chain };
    return _entries.insert(entry).and_then(
        [&] { return isFact ? _facts.set(entry.record, entry.position) : std::expected<void, Failure>(); });
}

std::expected<Head, Failure> BulkWriter::finish()
{
    _waiting.end();
    if (_thread.joinable()) {
        _thread.join();
    }
    return _written.transform([this] { return _head; });
}

} // namespace huying
