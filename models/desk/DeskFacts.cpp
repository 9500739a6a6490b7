#include "Desk.h"

#include <QRandomGenerator>

namespace huying
{

void Desk::setFacts(const std::vector<CountyFact> &facts, const std::string &at)
{
    Proposal proposal;
    Author author = _settings.author;
    author.desk = at;
    const Instant moment = now();
    for (const CountyFact &fact : facts) {
        std::array<std::uint8_t, 10> random {};
        for (std::uint8_t &byte : random) {
            byte = std::uint8_t(QRandomGenerator::system()->bounded(256));
        }
        proposal.records.push_back(recordOf(CountyEvent { uuid7(moment, random), 0, author, moment, fact }, {}));
    }
    if (!_factProposal) {
        _factProposal = std::make_unique<FactProposal>(_settings.backend);
    }
    _factProposal->propose(proposal, _settings.line.token, [this](const std::expected<Position, Failure> &answer) {
        emit factsAnswered(answer ? std::nullopt : std::optional(answer.error()));
    });
}

} // namespace huying
