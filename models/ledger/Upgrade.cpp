#include "Upgrade.h"

#include "Refolding.h"

#include <storage/EntryStore.h>
#include <storage/TicketStore.h>

#include <limits>

namespace huying
{

namespace
{

std::expected<std::unordered_map<TicketId, Version>, Failure> versionsIn(const Database &database)
{
    auto statement = database.prepare("SELECT id, version FROM ticket");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::unordered_map<TicketId, Version> versions;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        versions.emplace(uuidFromBytes(statement->bytes(0)).value_or(TicketId {}), Version(statement->number(1)));
    }
    return more.transform([&](bool) { return std::move(versions); });
}

std::expected<void, Failure> foldRowsAnew(const Database &database, const LedgerSettings &settings)
{
    const auto versions = versionsIn(database);
    auto entries = EntryStore::on(database);
    auto rows = RowStore::on(database);
    if (!versions || !entries || !rows) {
        return std::unexpected(!versions ? versions.error() : !entries ? entries.error() : rows.error());
    }
    Refolding refolding(
        settings, Refolding::Checking::Trusting,
        [&](const TicketId &id) {
            const auto known = versions->find(id);
            return known == versions->end() ? Version { 0 } : known->second;
        },
        [&](const Ticket &, const TicketRow &row) { return rows->put(row); });
    return entries->walk(1, std::numeric_limits<Position>::max(), [&](Entry &&entry) { return refolding.take(entry); })
        .and_then([&] { return refolding.conclude(); });
}

} // namespace

Derivation foldingAnew(const LedgerSettings &settings)
{
    return [settings](const Database &database) {
        return foldRowsAnew(database, settings).and_then([&] { return deriveFromRows(database); });
    };
}

} // namespace huying
