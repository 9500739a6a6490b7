#pragma once

#include "Database.h"

#include <domain/TicketFilter.h>
#include <domain/TicketRow.h>

#include <functional>

namespace huying
{

/// What a heat map needs of a ticket; the texts live until the next one.
struct RowGlance {
    TicketId id;
    GeoPoint point;
    std::string_view category;
    std::string_view region;
    std::string_view lead;
    Instant reportedAt;
    Step step = Step::Reported;
    Channel channel = Channel::Citizen;
    DeadlineClass deadlineClass = DeadlineClass::Other;
};

/// The rows of tickets in a ledger or cache. Of one connection, on its thread.
class RowStore
{
public:
    static std::expected<RowStore, Failure> on(const Database &database);

    /// Sets the ticket's row anew. `searchKey`, its number in the index of words, is for a row that is not there yet.
    /// Figures and words are not looked after: that is TicketStore's.
    std::expected<void, Failure> put(const TicketRow &row, std::optional<std::int64_t> searchKey = {});
    /// A row that is not there yet, where no index can tell (a file made in one go).
    std::expected<void, Failure> add(const TicketRow &row, std::optional<std::int64_t> searchKey = {});
    std::expected<void, Failure> remove(const TicketId &ticket);

    std::expected<std::optional<TicketRow>, Failure> find(const TicketId &ticket);
    /// Of the row, where there is one; for less than the row itself.
    std::expected<std::optional<Version>, Failure> versionOf(const TicketId &ticket);
    std::expected<std::optional<TicketRow>, Failure> byNumber(std::string_view number);
    std::expected<std::optional<TicketRow>, Failure> byOrigin(const Origin &origin);

    std::expected<std::int64_t, Failure> count() const;
    /// How many rows pass `filter`.
    std::expected<std::int64_t, Failure> count(const TicketFilter &filter) const;
    /// All open tickets, and those closed after `closedSince`.
    std::expected<std::vector<RowPointer>, Failure> atWork(Instant closedSince);
    /// Tickets whose deadline is provisional.
    std::expected<std::vector<TicketId>, Failure> provisional();
    /// At most `limit` rows that pass `filter`, newest report first, after `last` (nothing: from the newest on). Words
    /// are looked for in the citizen's name and telephone too, where the personal part is here.
    std::expected<std::vector<TicketRow>, Failure> page(
        const TicketFilter &filter, const std::optional<TicketRow> &last, int limit);

    /// The points of some tickets, about `count` of them, spread over all that were written.
    std::expected<std::vector<GeoPoint>, Failure> somePoints(int count);
    /// Every ticket with a point.
    std::expected<void, Failure> glance(const std::function<void(const RowGlance &)> &visit);
    /// Every row, in the order in which they lie in the file: that of the log in a ledger, any other in a snapshot.
    std::expected<void, Failure> walk(const std::function<std::expected<void, Failure>(const TicketRow &)> &visit);
    /// Every row, from the oldest report to the newest.
    std::expected<void, Failure> walkByReport(
        const std::function<std::expected<void, Failure>(const TicketRow &)> &visit);

private:
    std::expected<void, Failure> walkIn(
        std::string_view order, const std::function<std::expected<void, Failure>(const TicketRow &)> &visit);
    std::expected<std::optional<TicketRow>, Failure> one(Statement &statement);
    std::expected<std::vector<TicketRow>, Failure> all(Statement &statement);

    const Database *_database = nullptr;
    Statement _put;
    Statement _add;
    Statement _remove;
    Statement _find;
    Statement _version;
    Statement _byNumber;
    Statement _byOrigin;
};

} // namespace huying
