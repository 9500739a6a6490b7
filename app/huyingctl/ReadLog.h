#pragma once

#include "BackendCopy.h"
#include "Options.h"

#include <ledger/LedgerReader.h>

#include <variant>

namespace huying
{

/// Where a county's log is: the file of a ledger, or the backend that holds it.
using LogAddress = std::variant<std::filesystem::path, BackendAddress>;

/// The options `--ledger` and `--backend`; `ledger` says what the file is to the command.
void addLogOptions(Options &options, const QString &ledger);
/// Invalid where neither or both are given, or the address is none.
std::expected<LogAddress, Failure> logAddressIn(const Options &options);

/// A county's log as commands read it.
class ReadLog
{
public:
    static std::expected<ReadLog, Failure> open(const LogAddress &address);

    /// As they are in the file, or were when the backend was first asked.
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
    explicit ReadLog(LedgerReader reader) : _log(std::move(reader)) {}
    explicit ReadLog(Copy copy) : _log(std::move(copy)) {}

    std::variant<LedgerReader, Copy> _log;
};

} // namespace huying
