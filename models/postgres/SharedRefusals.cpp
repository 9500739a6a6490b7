#include "SharedRefusals.h"

#include <sync/Wire.h>

namespace huying
{

PostgresStatement questionOfRefusals(std::int64_t county, std::span<const EventId> ids)
{
    PostgresList wanted(PostgresType::Uuid);
    for (const EventId &id : ids) {
        wanted.add(bytesOf(id));
    }
    return { "SELECT id, kind, text, received FROM huying.refusal WHERE county = $1::integer AND id = ANY ($2::uuid[])",
        PostgresParameters().add(county).add(wanted) };
}

PostgresStatement questionOfRefusals(std::int64_t county)
{
    return { "SELECT id, kind, text, received FROM huying.refusal WHERE county = $1::integer ORDER BY received, id",
        PostgresParameters().add(county) };
}

std::vector<Refusal> refusalsIn(const PostgresRows &rows)
{
    std::vector<Refusal> refusals;
    for (int row = 0; row < rows.count(); ++row) {
        const std::string_view text = rows.bytes(row, 2);
        refusals.push_back({ uuidFromBytes(rows.bytes(row, 0)).value_or(EventId {}),
            { failureKindFrom(rows.bytes(row, 1)), QString::fromUtf8(text.data(), qsizetype(text.size())) },
            rows.instant(row, 3) });
    }
    return refusals;
}

std::vector<PostgresStatement> keepingOf(std::int64_t county, std::span<const Refusal> refusals)
{
    PostgresList ids(PostgresType::Uuid), kinds(PostgresType::Text), texts(PostgresType::Text),
        received(PostgresType::Number);
    Instant latest = Instant::min();
    for (const Refusal &refusal : refusals) {
        QString text = refusal.why.text;
        text.remove(QChar(0)); // PostgreSQL keeps none
        const std::string bytes = text.toStdString();
        ids.add(bytesOf(refusal.id));
        kinds.add(nameOf(refusal.why.kind));
        texts.add(std::string_view(bytes));
        received.add(std::int64_t { refusal.received.time_since_epoch().count() });
        latest = std::max(latest, refusal.received);
    }
    return {
        { "DELETE FROM huying.refusal WHERE county = $1::integer AND received < $2",
            PostgresParameters().add(county).add(latest - refusalsKept) },
        { "INSERT INTO huying.refusal (county, id, kind, text, received) SELECT $1::integer, * "
          "FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[]) ON CONFLICT DO NOTHING",
            PostgresParameters().add(county).add(ids).add(kinds).add(texts).add(received) },
    };
}

} // namespace huying
