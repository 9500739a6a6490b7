#include "Ledgers.h"

#include <rules/Notices.h>

#include <QRandomGenerator>

#include <bit>

namespace huying
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void fillRandom(std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) { // the system is slow to ask, and gives eight bytes as readily as one
        const auto eight = std::bit_cast<std::array<std::uint8_t, 8>>(QRandomGenerator::system()->generate64());
        const std::size_t count = std::min(bytes.size(), eight.size());
        std::ranges::copy(std::span(eight).first(count), bytes.begin());
        bytes = bytes.subspan(count);
    }
}

namespace
{

/// The author of what this program does to a ledger by itself.
Author thisProgram()
{
    Author author;
    author.person.text = "huyingctl";
    author.name = "huyingctl";
    author.role = Role::Machine;
    return author;
}

/// The published notices as events, in the order of their issue.
std::expected<Proposal, Failure> publishedNoticesProposed(Instant now)
{
    return publishedNotices().transform([&](const std::vector<HolidayNotice> &notices) {
        Proposal proposal;
        for (const HolidayNotice &notice : notices) {
            std::array<std::uint8_t, 10> random {};
            fillRandom(random);
            proposal.records.push_back(recordOf(CountyEvent { uuid7(now, random), 0, thisProgram(), now, notice }, {}));
        }
        return proposal;
    });
}

std::expected<void, Failure> addNotices(Ledger &ledger)
{
    const Instant now = clockNow();
    const auto notices = publishedNoticesProposed(now);
    if (!notices) {
        return std::unexpected(notices.error());
    }
    const auto outcomes = ledger.append(std::span(&*notices, 1), now);
    if (!outcomes) {
        return std::unexpected(outcomes.error());
    }
    const auto &refused = outcomes->front().refused;
    return refused ? std::expected<void, Failure>(std::unexpected(*refused)) : std::expected<void, Failure>();
}

} // namespace

std::expected<Ledger, Failure> openOrFound(const std::filesystem::path &file, const RegionCode &county)
{
    auto ledger = Ledger::open(file, Founding { county, clockNow() }, LedgerSettings {});
    if (ledger && ledger->head().position == 0) {
        if (const auto added = addNotices(*ledger); !added) {
            return std::unexpected(added.error());
        }
    }
    return ledger;
}

LedgerTarget::LedgerTarget(Ledger &ledger, RuleTimeline timeline) : _ledger(ledger), _timeline(std::move(timeline)) {}

std::expected<LedgerTarget, Failure> LedgerTarget::on(Ledger &ledger)
{
    return timelineOf(ledger.reader(), LedgerSettings {}).transform([&](RuleTimeline timeline) {
        return LedgerTarget(ledger, std::move(timeline));
    });
}

std::expected<std::optional<Ticket>, Failure> LedgerTarget::find(const Origin &origin)
{
    const auto row = _ledger.reader().rows().byOrigin(origin);
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return std::nullopt;
    }
    return _ledger.reader().trailOf((*row)->id).and_then([&](const std::vector<Entry> &trail) {
        return foldedFrom(trail, _timeline).transform([](Ticket ticket) { return std::optional(std::move(ticket)); });
    });
}

std::expected<std::vector<Outcome>, Failure> LedgerTarget::append(std::span<const Proposal> proposals)
{
    return _ledger.append(proposals, clockNow());
}

} // namespace huying
