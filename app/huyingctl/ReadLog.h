#pragma once

#include "BackendCopy.h"
#include "DatabaseCopy.h"
#include "Moving.h"
#include "Options.h"

#include <ledger/LedgerReader.h>

#include <variant>

namespace huying
{

/// Where a county's log is: the file of a ledger, a database, or the backend that holds it.
using LogAddress = std::variant<std::filesystem::path, CountyDatabase, BackendAddress>;

/// The options `--ledger`, `--county` and `--backend`; `ledger` says what the ledger is to the command.
void addLogOptions(Options &options, const QString &ledger);
void addCountyOption(Options &options);
/// The file or database that the option `name` names. Invalid where it is missing or no address.
std::expected<LedgerPlace, Failure> ledgerPlaceIn(const Options &options, const QString &name);
/// For people: nothing secret in it.
QString shownPlace(const LedgerPlace &place);
/// Invalid where neither or both are given, or the address is none.
std::expected<LogAddress, Failure> logAddressIn(const Options &options);

/// A county's log as commands read it.
class ReadLog
{
public:
    static std::expected<ReadLog, Failure> open(const LogAddress &address);

    /// As they are in the file, or were when database or backend were first asked.
    RowStore &rows();
    std::expected<Directory, Failure> directory();
    /// Where the log ended when it was opened.
    std::expected<Position, Failure> head();
    /// The log itself, as it is now.
    std::expected<Page, Failure> entriesAfter(Position position, int limit);
    std::expected<std::vector<Entry>, Failure> trailsOf(std::span<const TicketId> tickets);
    std::expected<RuleTimeline, Failure> timeline();

private:
    using Copy = std::unique_ptr<BackendCopy>;
    using OfDatabase = std::unique_ptr<DatabaseCopy>;
    explicit ReadLog(LedgerReader reader) : _log(std::move(reader)) {}
    explicit ReadLog(Copy copy) : _log(std::move(copy)) {}
    explicit ReadLog(OfDatabase copy) : _log(std::move(copy)) {}
    /// Of a file, or of a database's copy; null for a backend's.
    LedgerReader *reader();

    std::variant<LedgerReader, OfDatabase, Copy> _log;
};

} // namespace huying
