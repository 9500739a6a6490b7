#pragma once

#include "Console.h"

#include <ledger/LedgerReader.h>
#include <postgres/SharedLedger.h>

#include <QTemporaryDir>

#include <memory>

namespace huying
{

/// A county's ledger in a database, which may hold several.
struct CountyDatabase {
    PostgresAddress address;
    RegionCode county;
};

/// A copy of a database's log for one command that reads, in a temporary folder that goes with it: as the log was when
/// it was made. Later entries are asked for when they are needed.
class DatabaseCopy
{
public:
    /// NotFound when the county has no ledger there; Damaged when its log does not hold.
    static std::expected<std::unique_ptr<DatabaseCopy>, Failure> of(const CountyDatabase &database);

    LedgerReader &reader() { return *_reader; }
    std::filesystem::path file() const;
    /// As the log is now.
    std::expected<Page, Failure> entriesAfter(Position position, int limit);

private:
    explicit DatabaseCopy(SharedLog log) : _log(std::move(log)) {}

    QTemporaryDir _folder;
    SharedLog _log;
    std::optional<LedgerReader> _reader;
};

/// A database's ledger for one command that writes, with its copy in a temporary folder.
class DatabaseWriting
{
public:
    /// A new ledger is founded and gets the published notices where `isFounded`; else NotFound when there is none.
    static std::expected<std::unique_ptr<DatabaseWriting>, Failure> of(const CountyDatabase &database, bool isFounded);

    /// Only that there is a ledger: its notices come with whoever writes it first.
    static std::expected<void, Failure> found(const CountyDatabase &database);

    SharedLedger &ledger() { return *_ledger; }

private:
    DatabaseWriting() = default;

    QTemporaryDir _folder;
    std::unique_ptr<SharedLedger> _ledger;
};

} // namespace huying
