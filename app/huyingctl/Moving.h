#pragma once

#include "DatabaseCopy.h"

#include <variant>

namespace huying
{

/// Where a whole ledger lies: in a file or in a database.
using LedgerPlace = std::variant<std::filesystem::path, CountyDatabase>;

/// Takes the whole log and the accounts from one place to another, entry by entry as they are; there is all of it
/// afterwards or nothing. Refused where there is a ledger already; Busy when somebody writes what is taken. A database
/// gets the county that the log is of.
std::expected<Head, Failure> moveLedger(
    const LedgerPlace &from, const LedgerPlace &to, const std::function<bool(int percent)> &goOn);

/// Makes a new ledger where it is to be: `make` writes a file, which a database's is first made as.
std::expected<void, Failure> makeLedger(const LedgerPlace &place,
    const std::function<std::expected<void, Failure>(const std::filesystem::path &file)> &make);

} // namespace huying
