#pragma once

#include <views/Queue.h>

#include <string>

namespace huying::testing
{

/// Noon of 2023-07-12 in the county.
inline const Instant noon = startOf(Day { std::chrono::year { 2023 } / 7 / 12 }) + std::chrono::hours { 12 };

inline TicketId ticketId(int number)
{
    return uuid7(noon, { 0, 0, 0, 0, 0, 0, 0, 0, std::uint8_t(number >> 8), std::uint8_t(number) });
}

/// An accepted ticket, reported at noon, due in seven days.
inline TicketRow row(int number)
{
    TicketRow made;
    made.id = ticketId(number);
    made.version = 2;
    made.number = "20230712-01-" + std::to_string(1000 + number);
    made.step = Step::Accepted;
    made.category = { "0101" };
    made.region = { "130529100201001" };
    made.title = "路灯不亮";
    made.reportedAt = noon;
    made.due = noon + std::chrono::days { 7 };
    made.soonAt = noon + std::chrono::days { 5 };
    return made;
}

inline RowPointer kept(const TicketRow &row)
{
    return std::make_shared<const TicketRow>(row);
}

inline RowPointer pointer(int number)
{
    return kept(row(number));
}

} // namespace huying::testing
