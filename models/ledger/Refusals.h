#pragma once

#include <storage/Database.h>
#include <sync/Feed.h>

namespace huying
{

/// What a ledger has refused. A request may be sent again while an older copy of it is still on its way; when that one
/// comes in after the answer, and what stood against it has changed meanwhile, it is refused all the same: the proposer
/// has been told, and has perhaps done it again under another id. Of one connection, on its thread.
class Refusals
{
public:
    static Refusals on(const Database &database);

    /// The answer that was given when all of these records were refused; nothing where one of them was not.
    std::expected<std::optional<Failure>, Failure> of(const Proposal &proposal);
    std::expected<void, Failure> keep(const Proposal &proposal, const Failure &why, Instant received);
    /// Older ones are forgotten: no copy is so long on its way.
    std::expected<void, Failure> forgetBefore(Instant moment);

private:
    Statement _find;
    Statement _keep;
    Statement _forget;
};

} // namespace huying
