#include "BulkLedger.h"

#include "Refolding.h"

#include <storage/Schema.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

/// So many entries are one transaction; then the rows of finished tickets are written and forgotten.
constexpr Position entriesAtOnce = 200'000;

std::unexpected<Failure> cancelled()
{
    return failure(FailureKind::Cancelled, QCoreApplication::translate("ledger", "Writing the ledger was stopped."));
}

} // namespace

BulkLedger::BulkLedger(
    WholeFile file, std::unique_ptr<Database> database, Stores stores, const LedgerSettings &settings)
    : _file(std::move(file))
    , _database(std::move(database))
    , _stores(std::move(stores))
    , _settings(settings)
    , _timeline(settings)
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
    const auto prepared = prepareTables(*database, FileKind::Ledger)
                              .and_then([&] { return writeFounding(*database, founding); })
                              .and_then([&] { return addKeys(*database); })
                              .and_then([&] { return database->execute("BEGIN"); });
    auto entries = EntryStore::on(*database);
    auto rows = RowStore::on(*database);
    auto facts = FactStore::on(*database);
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    if (!entries || !rows || !facts) {
        return std::unexpected(!entries ? entries.error() : !rows ? rows.error() : facts.error());
    }
    return BulkLedger(std::move(whole), std::move(database),
        Stores { std::move(*entries), std::move(*rows), std::move(*facts) }, settings);
}

std::expected<void, Failure> BulkLedger::add(Entry entry)
{
    return _stores->entries.insert(entry).and_then([&] {
        _head = { entry.position, entry.chain };
        if (_head.position % entriesAtOnce != 0) {
            return std::expected<void, Failure>();
        }
        return writeRows(false).and_then([&] { return _database->execute("COMMIT; BEGIN"); });
    });
}

std::expected<Position, Failure> BulkLedger::append(
    const TicketEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received, const Ticket &after)
{
    Entry entry { _head.position + 1, received, recordOf(event, salt), {} };
    entry.chain = chainAfter(_head.chain, entry);
    _hasTickets = true;
    _changed.insert_or_assign(event.ticket, rowOf(after, _timeline.now()));
    return add(std::move(entry)).transform([&] { return _head.position; });
}

std::expected<Position, Failure> BulkLedger::append(
    const CountyEvent &event, const std::array<std::uint8_t, 16> &salt, Instant received)
{
    Entry entry { _head.position + 1, received, recordOf(event, salt), {} };
    entry.chain = chainAfter(_head.chain, entry);
    std::expected<void, Failure> set = _stores->facts.set(entry.record, entry.position);
    if (const HolidayNotice *const notice = std::get_if<HolidayNotice>(&event.fact)) {
        if (_hasTickets) {
            return failure(FailureKind::Invalid,
                QCoreApplication::translate("ledger", "Notices on holidays have to come before the tickets here."));
        }
        set = set.and_then([&] { return _timeline.add(entry.position, event.at, *notice); });
    }
    return set.and_then([&] { return add(std::move(entry)); }).transform([&] { return _head.position; });
}

std::expected<void, Failure> BulkLedger::append(const Entry &entry)
{
    if (entry.position != _head.position + 1 || entry.chain != chainAfter(_head.chain, entry)) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate(
                "ledger", "Entry %1 does not continue the log: something is missing or changed.")
                .arg(entry.position));
    }
    _isImported = true;
    const auto isFact = !ticketOf(entry.record);
    const auto set = isFact ? eventOf(entry.record).and_then([&](const AnyEvent &) {
        return _stores->facts.set(entry.record, entry.position);
    })
                            : std::expected<void, Failure>();
    return set.and_then([&] { return add(entry); });
}

/// In the order of their ids, so that the file does not depend on that of a hash table.
std::expected<void, Failure> BulkLedger::writeRows(bool all)
{
    std::vector<const TicketRow *> rows;
    for (const auto &[id, row] : _changed) {
        if (all || !row.isOpen()) {
            rows.push_back(&row);
        }
    }
    std::ranges::sort(rows, {}, [](const TicketRow *row) { return row->id; });
    for (const TicketRow *const row : rows) {
        if (const auto put = _stores->rows.put(*row); !put) {
            return put;
        }
    }
    std::erase_if(_changed, [&](const auto &changed) { return all || !changed.second.isOpen(); });
    return {};
}

std::expected<void, Failure> BulkLedger::foldImported(const std::function<bool(int)> &progress)
{
    std::unordered_map<TicketId, Version> versions;
    auto walked = _stores->entries.walk(1, _head.position, [&](Entry &&entry) {
        if (const auto ticket = ticketOf(entry.record)) {
            ++versions[*ticket];
        }
        return std::expected<void, Failure>();
    });
    Refolding refolding(
        _settings, Refolding::Checking::ByTheRules, [&](const TicketId &id) { return versions.at(id); },
        [&](const Ticket &, const TicketRow &row) { return _stores->rows.put(row); });
    walked = walked.and_then([&] {
        return _stores->entries.walk(1, _head.position, [&](Entry &&entry) -> std::expected<void, Failure> {
            if (entry.position % 10'000 == 0 && !progress(static_cast<int>(entry.position * 50 / _head.position))) {
                return cancelled();
            }
            return refolding.take(entry);
        });
    });
    return walked.and_then([&] { return refolding.conclude(); });
}

std::expected<Head, Failure> BulkLedger::finish(const std::function<bool(int percent)> &progress)
{
    std::expected<void, Failure> done = _isImported ? foldImported(progress) : writeRows(true);
    done = done.and_then([&] { return progress(50) ? std::expected<void, Failure>() : cancelled(); })
               .and_then([&] { return addIndexes(*_database); })
               .and_then([&] { return _database->execute("COMMIT"); })
               .and_then([&] { return progress(90) ? std::expected<void, Failure>() : cancelled(); });
    // every statement goes before its connection, so that the file is closed when it gets its name
    _stores.reset();
    _database.reset();
    return done.and_then([&] { return _file.finish(); }).transform([&] {
        (void)progress(100);
        return _head;
    });
}

} // namespace huying
