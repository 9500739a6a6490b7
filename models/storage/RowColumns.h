#pragma once

#include "Statement.h"

#include <domain/TicketRow.h>

#include <string>
#include <string_view>

namespace huying
{

/// The columns of table `ticket` in the order in which bindRow and readRow take them, without the rowid.
std::string_view rowColumns();
inline constexpr int columnCount = 31;

/// Binds `row` to the parameters from 1 on; `row` and `room` live until the step is done.
void bindRow(Statement &statement, const TicketRow &row, std::string &room);

/// Reads a row whose columns begin at column 0.
TicketRow readRow(const Statement &statement);

} // namespace huying
