#pragma once

#include <domain/Directory.h>
#include <domain/TicketRow.h>

#include <string>
#include <vector>

namespace huying
{

/// The first row of an exported table of tickets, for people and spreadsheet programs.
std::vector<std::string> ticketHeader();

/// A ticket's row below it: names beside codes, times of the county, coordinates in WGS-84 degrees, the lamp as at
/// `now`. Nothing personal is in it.
std::vector<std::string> ticketCells(const TicketRow &ticket, const Directory &directory, Instant now);

} // namespace huying
