#include "DatabaseCopy.h"

#include "Ledgers.h"

#include <ledger/FirstNotices.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

bool goOn(int)
{
    return !isStopAsked();
}

std::unexpected<Failure> noFolder(const QTemporaryDir &folder)
{
    return failure(FailureKind::Full,
        QCoreApplication::translate("huyingctl", "No temporary folder can be made for a copy of the log: %1")
            .arg(folder.errorString()));
}

std::filesystem::path pathOf(const QTemporaryDir &folder)
{
    return folder.path().toStdString();
}

} // namespace

std::filesystem::path DatabaseCopy::file() const
{
    return pathOf(_folder) / "copy.ledger";
}

std::expected<std::unique_ptr<DatabaseCopy>, Failure> DatabaseCopy::of(const CountyDatabase &database)
{
    auto log = SharedLog::open(database.address, database.county);
    if (!log) {
        return std::unexpected(std::move(log).error());
    }
    std::unique_ptr<DatabaseCopy> copy(new DatabaseCopy(std::move(*log)));
    if (!copy->_folder.isValid()) {
        return noFolder(copy->_folder);
    }
    return openCopy(copy->_log, pathOf(copy->_folder), LedgerSettings {}, goOn)
        .and_then([&](const Ledger &) { return LedgerReader::open(copy->file()); })
        .transform([&](LedgerReader reader) {
            copy->_reader.emplace(std::move(reader));
            return std::move(copy);
        });
}

std::expected<Page, Failure> DatabaseCopy::entriesAfter(Position position, int limit)
{
    return _log.after(position, limit).and_then([&](std::vector<Entry> entries) {
        return _log.head().transform(
            [&](const Head &head) { return Page { std::move(entries), head.position, {}, {} }; });
    });
}

std::expected<void, Failure> DatabaseWriting::found(const CountyDatabase &database)
{
    return SharedLog::openOrFound(database.address, { database.county, clockNow() }).transform([](const SharedLog &) {
    });
}

std::expected<std::unique_ptr<DatabaseWriting>, Failure> DatabaseWriting::of(
    const CountyDatabase &database, bool isFounded)
{
    std::unique_ptr<DatabaseWriting> writing(new DatabaseWriting);
    if (!writing->_folder.isValid()) {
        return noFolder(writing->_folder);
    }
    const Instant now = clockNow();
    const auto isThere = isFounded
        ? std::expected<void, Failure>()
        : SharedLog::open(database.address, database.county).transform([](const SharedLog &) {});
    const auto notices = firstNotices("huyingctl", now, fillRandom);
    return isThere
        .and_then([&] {
            return SharedLedger::open(
                database.address, { database.county, now }, pathOf(writing->_folder), LedgerSettings {}, goOn);
        })
        .and_then([&](std::unique_ptr<SharedLedger> ledger) -> std::expected<void, Failure> {
            writing->_ledger = std::move(ledger);
            if (!isFounded || writing->_ledger->position() > 0) {
                return {};
            }
            return notices.and_then([&](const Proposal &first) { return writing->_ledger->begin(first, now); });
        })
        .transform([&] { return std::move(writing); });
}

} // namespace huying
