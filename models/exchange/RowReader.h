#pragma once

#include "DateFormat.h"
#include "SourceTicket.h"
#include "ZoneClock.h"

namespace huying
{

/// Reads the rows of one table by its mapping.
class RowReader
{
public:
    /// Invalid when the mapping names a column that the header has not (in one line that names it and those that
    /// exist), or a zone that is not known. `dateSystem` of a workbook, for dates that are plain numbers.
    static std::expected<RowReader, Failure> of(const Mapping &mapping, const Row &header, DateSystem dateSystem);

    /// What `row` says; Invalid with the reason why it cannot be a ticket.
    std::expected<SourceTicket, Failure> read(const Row &row);

    /// The cell of `row` in the column for `field`; empty where there is none.
    std::string_view text(const Row &row, TicketField field) const;

private:
    using Reading = std::expected<void, Failure>;

    RowReader(const Mapping &mapping, ZoneClock clock, DateSystem dateSystem);

    const Cell *cell(const Row &row, TicketField field) const;
    Reading readProblems(const Row &row, SourceTicket &ticket) const;
    Reading readTimes(const Row &row, SourceTicket &ticket);
    Reading readState(const Row &row, SourceTicket &ticket) const;
    Reading readTexts(const Row &row, SourceTicket &ticket) const;
    void readPlace(const Row &row, SourceTicket &ticket) const;
    void readPoint(const Row &row, SourceTicket &ticket) const;
    void readPeople(const Row &row, SourceTicket &ticket) const;
    /// The moment in the column for `field`; nothing when the cell is blank.
    std::expected<std::optional<ZonedMoment>, Failure> moment(const Row &row, TicketField field);
    std::optional<WrittenTime> written(const Cell &cell);

    Mapping _mapping;
    std::array<std::optional<std::size_t>, fieldNames.size()> _places;
    std::vector<DateFormat> _formats;
    ZoneClock _clock;
    DateSystem _dateSystem;
};

} // namespace huying
