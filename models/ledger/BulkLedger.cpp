#include "BulkLedger.h"

#include "Refolding.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace huying
{

namespace
{

/// So many entries are one transaction; then the rows of finished tickets are written and forgotten.
constexpr Position entriesAtOnce = 200'000;
constexpr Position entriesOfAPiece = 512;

std::unexpected<Failure> cancelled()
{
    return failure(FailureKind::Cancelled, QCoreApplication::translate("ledger", "Writing the ledger was stopped."));
}

} // namespace

BulkLedger::BulkLedger(WholeFile file, std::unique_ptr<Database> database, std::unique_ptr<BulkWriter> writer,
    const LedgerSettings &settings)
    : _file(std::move(file))
    , _database(std::move(database))
    , _writer(std::move(writer))
    , _settings(settings)
    , _timeline(settings.rules())
{
}

BulkLedger::BulkLedger(BulkLedger &&) noexcept = default;
BulkLedger::~BulkLedger() = default;

std::expected<BulkLedger, Failure> BulkLedger::create(
    const std::filesystem::path &file, const Founding &founding, const LedgerSettings &settings)
{
    std::error_code unknown;
    if (std::filesystem::exists(file, unknown)) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("ledger", "%1 is there already.").arg(QString::fromStdString(file.string())));
    }
    WholeFile whole(file);
    auto opened = Database::openForBulk(whole.unfinished());
    if (!opened) {
        return std::unexpected(std::move(opened).error());
    }
    auto database = std::make_unique<Database>(std::move(*opened));
    auto writer = prepareTables(*database, FileKind::Ledger)
                      .and_then([&] { return writeFounding(*database, founding); })
                      .and_then([&] { return addKeys(*database); })
                      .and_then([&] { return database->execute("BEGIN"); })
                      .and_then([&] { return BulkWriter::on(*database); });
    if (!writer) {
        return std::unexpected(std::move(writer).error());
    }
    return BulkLedger(std::move(whole), std::move(database), std::move(*writer), settings);
}

/// One entry has been added to the piece.
void BulkLedger::advance()
{
    ++_position;
    const bool isCommitted = _position % entriesAtOnce == 0;
    if (isCommitted) {
        takeRows(false);
        _piece.isCommitted = true;
    }
    if (isCommitted || _position % entriesOfAPiece == 0) {
        _writer->give(std::exchange(_piece, {}));
    }
}

Position BulkLedger::append(
    TicketEvent event, const std::array<std::uint8_t, 16> &salt, Instant received, const Ticket &after)
{
    _hasRows = true;
    _changed.insert_or_assign(event.ticket, rowOf(after, _timeline.now()));
    return append(std::move(event), salt, received);
}

Position BulkLedger::append(TicketEvent event, const std::array<std::uint8_t, 16> &salt, Instant received)
{
    _piece.events.push_back({ std::move(event), salt, received });
    advance();
    return _position;
}

void BulkLedger::keep(const Ticket &ticket)
{
    const Instant set = ticket.deadline ? std::max(ticket.changedAt, ticket.deadline->since) : ticket.changedAt;
    _piece.rows.push_back(rowOf(ticket, _timeline.since(set)));
}

std::expected<Position, Failure> BulkLedger::append(
    const CountyEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received)
{
    if (const HolidayNotice *const notice = std::get_if<HolidayNotice>(&event.fact)) {
        if (_hasRows) {
            return failure(FailureKind::Invalid,
                QCoreApplication::translate(
                    "ledger", "A notice after the first ticket has to be followed by the rows it changes."));
        }
        if (const auto added = _timeline.add(_position + 1, event.at, *notice); !added) {
            return std::unexpected(added.error());
        }
    }
    _piece.events.push_back({ event, salt, received });
    advance();
    return _position;
}

std::expected<void, Failure> BulkLedger::append(Entry entry)
{
    const Digest chain = chainAfter(_importedChain, entry);
    if (entry.position != _position + 1 || entry.chain != chain) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate(
                "ledger", "Entry %1 does not continue the log: something is missing or changed.")
                .arg(entry.position));
    }
    if (const auto event = eventOf(entry.record); !event) {
        return std::unexpected(event.error());
    }
    _isImported = true;
    _importedChain = chain;
    _piece.entries.push_back(std::move(entry));
    advance();
    return {};
}

/// In the order of their ids, so that the file does not depend on that of a hash table.
void BulkLedger::takeRows(bool all)
{
    for (auto changed = _changed.begin(); changed != _changed.end();) {
        if (all || !changed->second.isOpen()) {
            _piece.rows.push_back(std::move(changed->second));
            changed = _changed.erase(changed);
        } else {
            ++changed;
        }
    }
    std::ranges::sort(_piece.rows, {}, &TicketRow::id);
}

std::expected<void, Failure> BulkLedger::foldImported(const std::function<bool(int)> &progress)
{
    std::unordered_map<TicketId, Version> versions;
    EntryStore &entries = _writer->entries();
    auto walked = entries.walk(1, _position, [&](Entry &&entry) {
        if (const auto ticket = ticketOf(entry.record)) {
            ++versions[*ticket];
        }
        return std::expected<void, Failure>();
    });
    Refolding refolding(
        _settings, Refolding::Checking::ByTheRules, [&](const TicketId &id) { return versions.at(id); },
        [&](const Ticket &, const TicketRow &row) {
            return _writer->tickets().putFound(row, _writer->searchKeyOf(row.id));
        });
    walked = walked.and_then([&] {
        return entries.walk(1, _position, [&](Entry &&entry) -> std::expected<void, Failure> {
            if (entry.position % 10'000 == 0 && !progress(static_cast<int>(entry.position * 50 / _position))) {
                return cancelled();
            }
            return refolding.take(entry);
        });
    });
    return walked.and_then([&] { return refolding.conclude(); });
}

std::expected<Head, Failure> BulkLedger::finish(const std::function<bool(int percent)> &progress)
{
    takeRows(true);
    _writer->give(std::exchange(_piece, {}));
    const auto head = _writer->finish();
    const auto goOn = [&](int percent) { return progress(percent) ? std::expected<void, Failure>() : cancelled(); };
    const auto done = head.transform([](const Head &) {})
                          .and_then([&] { return _isImported ? foldImported(progress) : goOn(10); })
                          .and_then([&] { return _writer->tickets().finish(); })
                          .and_then([&] { return goOn(50); })
                          .and_then([&] { return addIndexes(*_database); })
                          .and_then([&] { return _database->execute("COMMIT"); })
                          .and_then([&] { return goOn(90); });
    // every statement goes before its connection, so that the file is closed when it gets its name
    _writer.reset();
    _database.reset();
    return done.and_then([&] { return _file.finish(); }).transform([&] {
        (void)progress(100);
        return *head;
    });
}

} // namespace huying
