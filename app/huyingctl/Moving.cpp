#include "Moving.h"

#include <accounts/FileAccounts.h>
#include <ledger/BulkLedger.h>
#include <ledger/Ledger.h>
#include <postgres/NewSharedLog.h>
#include <postgres/SharedAccounts.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayMoving {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

using GoOn = std::function<bool(int percent)>;

/// What is taken.
class Source
{
public:
    virtual ~Source() = default;
    virtual std::expected<Founding, Failure> founding() = 0;
    virtual std::expected<Head, Failure> head() = 0;
    virtual std::expected<std::vector<Entry>, Failure> after(Position position) = 0;
    virtual std::expected<std::vector<KeptAccount>, Failure> accounts() = 0;
    virtual std::expected<std::vector<Refusal>, Failure> refusals() = 0;
};

/// Nobody writes it meanwhile.
class FileSource : public Source
{
public:
    FileSource(WriterLock lock, LedgerReader reader, std::filesystem::path file)
        : _lock(std::move(lock)), _reader(std::move(reader)), _file(std::move(file))
    {
    }

    std::expected<Founding, Failure> founding() override { return _reader.founding(); }
    std::expected<Head, Failure> head() override { return _reader.head(); }
    std::expected<std::vector<Entry>, Failure> after(Position position) override
    {
        return _reader.entries().after(position, entriesAtOnce);
    }
    std::expected<std::vector<KeptAccount>, Failure> accounts() override
    {
        return FileAccounts::open(_file).and_then([](const auto &rows) { return rows->all(); });
    }
    std::expected<std::vector<Refusal>, Failure> refusals() override { return Refusals::on(_reader.database()).all(); }

private:
    WriterLock _lock;
    LedgerReader _reader;
    std::filesystem::path _file;
};

class DatabaseSource : public Source
{
public:
    DatabaseSource(SharedLog log, CountyDatabase database) : _log(std::move(log)), _database(std::move(database)) {}

    std::expected<Founding, Failure> founding() override { return _log.founding(); }
    std::expected<Head, Failure> head() override { return _log.head(); }
    std::expected<std::vector<Entry>, Failure> after(Position position) override
    {
        return _log.after(position, entriesAtOnce);
    }
    std::expected<std::vector<KeptAccount>, Failure> accounts() override
    {
        return SharedAccounts::open(_database.address, _database.county).and_then([](const auto &rows) {
            return rows->all();
        });
    }
    std::expected<std::vector<Refusal>, Failure> refusals() override { return _log.refusals(); }

private:
    SharedLog _log;
    CountyDatabase _database;
};

std::expected<std::unique_ptr<Source>, Failure> sourceAt(const LedgerPlace &place)
{
    if (const auto *database = std::get_if<CountyDatabase>(&place)) {
        return SharedLog::open(database->address, database->county).transform([&](SharedLog log) {
            return std::unique_ptr<Source>(std::make_unique<DatabaseSource>(std::move(log), *database));
        });
    }
    const auto &file = std::get<std::filesystem::path>(place);
    auto reader = LedgerReader::open(file);
    if (!reader) {
        return std::unexpected(std::move(reader).error());
    }
    return WriterLock::take(file).transform([&](WriterLock lock) {
        return std::unique_ptr<Source>(std::make_unique<FileSource>(std::move(lock), std::move(*reader), file));
    });
}

/// Hands over some entries, those up to `end`.
template <class Target>
std::expected<void, Failure> takeSome(std::vector<Entry> entries, const Head &end, Target &target)
{
    if (entries.empty()) {
        return failure(FailureKind::Damaged, SayMoving::tr("The log ends before its end."));
    }
    std::expected<void, Failure> taken;
    for (Entry &entry : entries) {
        if (taken && entry.position <= end.position) {
            taken = target.append(std::move(entry));
        }
    }
    return taken;
}

/// Hands over every entry up to `end`, in order.
template <class Target>
std::expected<void, Failure> takeEntries(Source &source, const Head &end, Target &target, const GoOn &goOn)
{
    while (target.position() < end.position) {
        const auto taken = source.after(target.position()).and_then([&](std::vector<Entry> entries) {
            return takeSome(std::move(entries), end, target);
        });
        if (!taken) {
            return taken;
        }
        if (!goOn(int(target.position() * 50 / end.position))) {
            return failure(FailureKind::Cancelled, SayMoving::tr("Stopped."));
        }
    }
    return {};
}

std::expected<void, Failure> addAccounts(NewSharedLog &log, Source &source)
{
    const auto accounts = source.accounts();
    if (!accounts) {
        return std::unexpected(accounts.error());
    }
    std::expected<void, Failure> added;
    for (const KeptAccount &account : *accounts) {
        added = added ? log.add(account) : added;
    }
    return added;
}

/// A database cannot be kept from being written for so long; that it was not is seen at the end.
std::expected<void, Failure> checkUnchanged(Source &source, const Head &before)
{
    return source.head().and_then([&](const Head &now) {
        return now == before
            ? std::expected<void, Failure>()
            : failure(FailureKind::Busy,
                  SayMoving::tr("Somebody has written the ledger meanwhile: stop its backends first."));
    });
}

std::expected<Head, Failure> moveInto(
    const CountyDatabase &target, Source &source, const Founding &founding, const Head &end, const GoOn &goOn)
{
    return NewSharedLog::begin(target.address, founding).and_then([&](NewSharedLog log) {
        return takeEntries(source, end, log, goOn)
            .and_then([&] { return addAccounts(log, source); })
            .and_then([&] { return source.refusals(); })
            .and_then([&](const std::vector<Refusal> &refusals) { return log.add(refusals); })
            .and_then([&] { return checkUnchanged(source, end); })
            .and_then([&] { return log.finish(); });
    });
}

std::expected<void, Failure> addAccounts(const std::filesystem::path &file, Source &source)
{
    const auto accounts = source.accounts();
    auto rows = FileAccounts::open(file);
    if (!accounts || !rows) {
        return std::unexpected(accounts ? rows.error() : accounts.error());
    }
    std::expected<bool, Failure> added = true;
    for (const KeptAccount &account : *accounts) {
        added = added.and_then([&](bool) { return (*rows)->add(account); });
    }
    return added.transform([](bool) {});
}

std::expected<void, Failure> addRefusals(const std::filesystem::path &file, Source &source)
{
    return source.refusals().and_then([&](const std::vector<Refusal> &refusals) {
        return Ledger::open(file, LedgerSettings {}).and_then([&](Ledger ledger) { return ledger.remember(refusals); });
    });
}

std::expected<Head, Failure> moveInto(
    const std::filesystem::path &file, Source &source, const Founding &founding, const Head &end, const GoOn &goOn)
{
    auto bulk = BulkLedger::create(file, founding, LedgerSettings {});
    if (!bulk) {
        return std::unexpected(std::move(bulk).error());
    }
    const auto head =
        takeEntries(source, end, *bulk, goOn).and_then([&] { return checkUnchanged(source, end); }).and_then([&] {
            return bulk->finish([&](int percent) { return goOn(50 + percent / 2); });
        });
    if (!head) {
        return head;
    }
    const auto added = addAccounts(file, source).and_then([&] { return addRefusals(file, source); });
    return added.transform([&] { return *head; }).transform_error([&](const Failure &failed) {
        for (const char *const part : { "", "-wal", "-shm" }) {
            std::error_code ignored;
            std::filesystem::remove(file.string() + part, ignored);
        }
        return failed;
    });
}

} // namespace

std::expected<Head, Failure> moveLedger(const LedgerPlace &from, const LedgerPlace &to, const GoOn &goOn)
{
    const auto source = sourceAt(from);
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto founding = (*source)->founding();
    const auto end = (*source)->head();
    if (!founding || !end) {
        return std::unexpected(founding ? end.error() : founding.error());
    }
    return std::visit([&](const auto &target) { return moveInto(target, **source, *founding, *end, goOn); }, to);
}

std::expected<void, Failure> makeLedger(const LedgerPlace &place,
    const std::function<std::expected<void, Failure>(const std::filesystem::path &file)> &make)
{
    if (const auto *const file = std::get_if<std::filesystem::path>(&place)) {
        return make(*file);
    }
    const auto &database = std::get<CountyDatabase>(place);
    if (SharedLog::open(database.address, database.county)) {
        return failure(FailureKind::Refused, SayMoving::tr("%1 is there already.").arg(database.address.shown()));
    }
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("ledger")).toStdString();
    return make(file)
        .and_then([&] { return moveLedger(file, place, [](int) { return !isStopAsked(); }); })
        .transform([](const Head &) {});
}

} // namespace huying
