#pragma once

#include "FigureStore.h"
#include "RowStore.h"
#include "SearchIndex.h"

namespace huying
{

/// Writes tickets into a ledger or cache: the row, what it adds to the figures and what it is found by, so that these
/// three always say the same. Of one connection, on its thread. `finish` comes before the commit of each transaction,
/// `forgetUncommitted` after one that was taken back.
class TicketStore
{
public:
    static std::expected<TicketStore, Failure> on(const Database &database);

    /// Sets the ticket anew. `citizen` is who reported it, as far as that is here; it is looked at when the ticket is
    /// new here.
    std::expected<void, Failure> put(const TicketRow &row, const Citizen &citizen);
    /// The same for one that, where its row is new, is found under `key` already.
    std::expected<void, Failure> putFound(const TicketRow &row, std::optional<std::int64_t> key);
    /// Sets the citizen of a ticket that is here: the personal part came, or went.
    std::expected<void, Failure> setCitizen(const TicketId &ticket, const Citizen &citizen);
    std::expected<void, Failure> remove(const TicketId &ticket);

    std::expected<void, Failure> finish();
    void forgetUncommitted();

    SearchIndex &search() { return _search; }
    FigureStore &figures() { return _figures; }

private:
    /// What stands of a ticket's row that is about to change.
    struct Kept {
        CountedRow counted;
        std::optional<std::int64_t> key;
    };

    TicketStore(const Database &database, RowStore rows);
    std::expected<std::optional<Kept>, Failure> kept(const TicketId &ticket);
    std::expected<void, Failure> count(const std::optional<Kept> &before, const TicketRow &row);
    std::expected<void, Failure> write(
        const std::optional<Kept> &before, const TicketRow &row, std::optional<std::int64_t> key);

    RowStore _rows;
    FigureStore _figures;
    SearchIndex _search;
    Statement _kept;
    Statement _mark;
};

/// Where the personal parts of a file's reports are.
enum class Reports : std::uint8_t {
    Here,
    AttachedLedger, ///< attached as `ledger`: also those of tickets whose events are not in the file
};

/// Makes figures and search of a file anew from its rows and from the personal parts of their reports.
std::expected<void, Failure> deriveFromRows(const Database &database, Reports reports = Reports::Here);

} // namespace huying
