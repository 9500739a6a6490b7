#include "FirstNotices.h"

#include <rules/Notices.h>

namespace huying
{

std::expected<Proposal, Failure> firstNotices(
    const std::string &program, Instant now, const std::function<void(std::span<std::uint8_t>)> &random)
{
    const auto notices = publishedNotices();
    if (!notices) {
        return std::unexpected(notices.error());
    }
    Author author;
    author.person.text = program;
    author.name = program;
    author.role = Role::Machine;
    Proposal proposal;
    for (const HolidayNotice &notice : *notices) {
        std::array<std::uint8_t, 10> bytes {};
        random(bytes);
        proposal.records.push_back(recordOf(CountyEvent { uuid7(now, bytes), 0, author, now, notice }, {}));
    }
    return proposal;
}

std::expected<void, Failure> addFirstNotices(
    Ledger &ledger, const std::string &program, Instant now, const std::function<void(std::span<std::uint8_t>)> &random)
{
    if (ledger.head().position > 0) {
        return {};
    }
    const auto proposal = firstNotices(program, now, random);
    if (!proposal) {
        return std::unexpected(proposal.error());
    }
    return ledger.append(std::span(&*proposal, 1), now).and_then([](const std::vector<Outcome> &outcomes) {
        const auto &refused = outcomes.front().refused;
        return refused ? std::expected<void, Failure>(std::unexpected(*refused)) : std::expected<void, Failure>();
    });
}

} // namespace huying
