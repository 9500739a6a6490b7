#pragma once

#include <storage/Database.h>
#include <sync/Feed.h>

#include <span>

namespace huying
{

/// The answer to a record of a proposal that was refused.
struct Refusal {
    EventId id;
    Failure why;
    Instant received;

    bool operator==(const Refusal &) const = default;
};

/// No copy of a request is longer on its way.
inline constexpr std::chrono::days refusalsKept { 30 };

/// What a ledger has refused. A request may be sent again while an older copy of it is still on its way; when that one
/// comes in after the answer, and what stood against it has changed meanwhile, it is refused all the same: the proposer
/// has been told, and has perhaps done it again under another id. Of one connection, on its thread.
class Refusals
{
public:
    static Refusals on(const Database &database);

    /// The answer that was given when all of these records were refused; nothing where one of them was not.
    std::expected<std::optional<Failure>, Failure> of(const Proposal &proposal);
    /// A record that is there already keeps its first answer.
    std::expected<void, Failure> keep(std::span<const Refusal> refusals);
    /// Older ones are forgotten.
    std::expected<void, Failure> forgetBefore(Instant moment);
    /// All there are, the oldest first.
    std::expected<std::vector<Refusal>, Failure> all();

private:
    Statement _find;
    Statement _keep;
    Statement _forget;
    Statement _all;
};

} // namespace huying
