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

std::expected<void, Failure> Refusals::keep(const Proposal &proposal, const Failure &why, Instant received)
{
    const std::string text = why.text.toStdString();
    std::expected<void, Failure> kept;
    for (const Record &record : proposal.records) {
        kept = kept.and_then([&] {
            return _keep.bindBytes(1, bytesOf(record.id))
                .bind(2, nameOf(why.kind))
                .bind(3, std::string_view(text))
                .bind(4, received)
                .run();
        });
    }
    return kept;
}

std::expected<void, Failure> Refusals::forgetBefore(Instant moment)
{
    return _forget.bind(1, moment).run();
}

} // namespace huying
