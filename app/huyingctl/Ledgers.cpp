#include "Ledgers.h"

#include <ledger/FirstNotices.h>

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

std::expected<Ledger, Failure> openOrFound(const std::filesystem::path &file, const RegionCode &county)
{
    return Ledger::open(file, Founding { county, clockNow() }, LedgerSettings {}).and_then([](Ledger ledger) {
        return addFirstNotices(ledger, "huyingctl", clockNow(), fillRandom).transform([&] {
            return std::move(ledger);
        });
    });
}

LedgerTarget::LedgerTarget(Ledger &ledger, Append append, RuleTimeline timeline)
    : _ledger(ledger), _append(std::move(append)), _timeline(std::move(timeline))
{
}

std::expected<LedgerTarget, Failure> LedgerTarget::on(Ledger &ledger)
{
    auto target = on(
        ledger, [&ledger](std::span<const Proposal> proposals, Instant now) { return ledger.append(proposals, now); });
    if (target) {
        target->_isAlone = true;
    }
    return target;
}

std::expected<LedgerTarget, Failure> LedgerTarget::on(Ledger &copy, Append append)
{
    return timelineOf(copy.reader(), LedgerSettings {}).transform([&](RuleTimeline timeline) {
        return LedgerTarget(copy, std::move(append), std::move(timeline));
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
    return _append(proposals, clockNow());
}

} // namespace huying
