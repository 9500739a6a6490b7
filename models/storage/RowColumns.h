#pragma once

#include "Statement.h"

#include <domain/TicketRow.h>

#include <string_view>

namespace huying
{

/// The columns of table `ticket` in the order in which bindRow and readRow take them, without the rowid.
std::string_view rowColumns();

/// Binds `row` to the parameters from 1 on.
void bindRow(Statement &statement, const TicketRow &row);

/// Reads a row whose columns begin at column 0.
TicketRow readRow(const Statement &statement);

} // namespace huying
