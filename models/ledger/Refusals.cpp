#include "Refusals.h"

#include <sync/Wire.h>

namespace huying
{

Refusals Refusals::on(const Database &database)
{
    Refusals refusals;
    refusals._find = database.later("SELECT kind, text FROM refusal WHERE id = ?1");
    refusals._keep = database.later("INSERT INTO refusal (id, kind, text, received) VALUES (?1, ?2, ?3, ?4) "
                                    "ON CONFLICT (id) DO NOTHING");
    refusals._forget = database.later("DELETE FROM refusal WHERE received < ?1");
    refusals._all = database.later("SELECT id, kind, text, received FROM refusal ORDER BY received, id");
    return refusals;
}

std::expected<std::optional<Failure>, Failure> Refusals::of(const Proposal &proposal)
{
    std::optional<Failure> given;
    for (const Record &record : proposal.records) {
        const auto found = _find.bindBytes(1, bytesOf(record.id)).step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (*found) {
            const std::string_view text = _find.text(1);
            given = Failure { failureKindFrom(_find.text(0)), QString::fromUtf8(text.data(), qsizetype(text.size())) };
        }
        _find.reset();
        if (!*found) {
            return std::nullopt;
        }
    }
    return given;
}

std::expected<void, Failure> Refusals::keep(std::span<const Refusal> refusals)
{
    std::expected<void, Failure> kept;
    for (const Refusal &refusal : refusals) {
        const std::string text = refusal.why.text.toStdString();
        kept = kept.and_then([&] {
            return _keep.bindBytes(1, bytesOf(refusal.id))
                .bind(2, nameOf(refusal.why.kind))
                .bind(3, std::string_view(text))
                .bind(4, refusal.received)
                .run();
        });
    }
    return kept;
}

std::expected<void, Failure> Refusals::forgetBefore(Instant moment)
{
    return _forget.bind(1, moment).run();
}

std::expected<std::vector<Refusal>, Failure> Refusals::all()
{
    std::vector<Refusal> refusals;
    while (true) {
        const auto found = _all.step();
        if (!found) {
            return std::unexpected(found.error());
        }
        if (!*found) {
            return refusals;
        }
        const std::string_view text = _all.text(2);
        refusals.push_back({ uuidFromBytes(_all.bytes(0)).value_or(EventId {}),
            { failureKindFrom(_all.text(1)), QString::fromUtf8(text.data(), qsizetype(text.size())) },
            _all.instant(3) });
    }
}

} // namespace huying
