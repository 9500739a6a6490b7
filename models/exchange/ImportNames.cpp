#include "ImportNames.h"

#include <algorithm>

namespace huying
{

Proposal ImportNames::proposalOf(const std::vector<CountyFact> &facts, Instant now) const
{
    Proposal proposal;
    for (const CountyFact &fact : facts) {
        const CountyEvent event { _maker.newId(now), 0, _maker.author, now, fact };
        proposal.records.push_back(recordOf(event, {})); // nothing personal in it
    }
    return proposal;
}

std::expected<KeptNames, Failure> ImportNames::keep(Instant now)
{
    const std::vector<CountyFact> facts = _book->takeNew();
    if (facts.empty()) {
        return KeptNames {};
    }
    Proposal proposal = proposalOf(facts, now);
    if (_target.isAlone()) {
        return KeptNames { true, facts.size(), std::move(proposal) };
    }
    const auto outcomes = _target.append(std::span(&proposal, 1));
    if (!outcomes) {
        return std::unexpected(outcomes.error());
    }
    if (const auto &refused = outcomes->front().refused) {
        return learn(facts, *refused).transform([] { return KeptNames { false, 0, {} }; });
    }
    return KeptNames { true, facts.size(), {} };
}

/// From here on the names are known as they are in the ledger now. Fails with `refused` when it is for another reason
/// than a code that somebody else has given.
std::expected<void, Failure> ImportNames::learn(const std::vector<CountyFact> &facts, const Failure &refused)
{
    return _target.directoryNow().and_then([&](const Directory &now) -> std::expected<void, Failure> {
        const auto isTaken = [&](const CountyFact &fact) {
            const auto *const own = std::get_if<Category>(&fact);
            const auto there = own ? now.categories().find(own->code) : now.categories().end();
            return there != now.categories().end() && there->second != *own;
        };
        if (!std::ranges::any_of(facts, isTaken)) {
            return std::unexpected(refused);
        }
        _book.emplace(now, _mapping);
        return {};
    });
}

} // namespace huying
