#include "Desk.h"
#include "RandomBytes.h"

namespace huying
{

void Desk::setFacts(const std::vector<CountyFact> &facts, const std::string &at)
{
    Proposal proposal;
    Author author = _settings.author;
    author.desk = at;
    const Instant moment = now();
    for (const CountyFact &fact : facts) {
        const EventId id = uuid7(moment, randomBytes<10>());
        proposal.records.push_back(recordOf(CountyEvent { id, 0, author, moment, fact }, randomBytes<16>()));
    }
    if (!_factProposal) {
        _factProposal = std::make_unique<FactProposal>(_settings.backend);
    }
    _factProposal->propose(proposal, _settings.line.token, [this](const std::expected<Position, Failure> &answer) {
        emit factsAnswered(answer ? std::nullopt : std::optional(answer.error()));
    });
}

} // namespace huying
