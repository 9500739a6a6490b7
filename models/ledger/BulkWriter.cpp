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

BulkWriter::BulkWriter(const Database &database, EntryStore entries, RowStore rows, FactStore facts)
    : _database(database)
    , _entries(std::move(entries))
    , _rows(std::move(rows))
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
    auto rows = RowStore::on(database);
    auto facts = FactStore::on(database);
    if (!entries || !rows || !facts) {
        return std::unexpected(!entries ? entries.error() : !rows ? rows.error() : facts.error());
    }
    return std::unique_ptr<BulkWriter>(
        new BulkWriter(database, std::move(*entries), std::move(*rows), std::move(*facts)));
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
        written = written.and_then([&] { return write(std::move(entry)); });
    }
    for (const Entry &entry : piece.entries) {
        written = written.and_then([&] { return write(entry); });
    }
    for (const TicketRow &row : piece.rows) {
        written = written.and_then([&] { return _rows.put(row); });
    }
    return written.and_then(
        [&] { return piece.isCommitted ? _database.execute("COMMIT; BEGIN") : std::expected<void, Failure>(); });
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
