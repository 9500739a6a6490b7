#include "SimulatedLedger.h"

namespace huying
{

namespace
{

SimulationOutlets into(BulkLedger &ledger, std::uint64_t seed, const OnStage &progress)
{
    SimulationOutlets outlets;
    outlets.takeFact = [&ledger, seed](const CountyEvent &event) {
        return ledger.append(event, saltOf(seed, event.id), event.at).transform([](Position) {});
    };
    outlets.takeEvent = [&ledger, seed](const TicketEvent &event, const Ticket &) {
        ledger.append(event, saltOf(seed, event.id), event.at);
        return std::expected<void, Failure>();
    };
    outlets.takeTicket = [&ledger](const Ticket &ticket) { ledger.keep(ticket); };
    outlets.progress = [&progress](int reports, int ofAll) {
        return progress(
            LedgerStage::Simulating, ofAll > 0 ? static_cast<int>(std::int64_t { reports } * 100 / ofAll) : 100);
    };
    return outlets;
}

} // namespace

std::expected<SimulatedLedger, Failure> writeSimulatedLedger(const std::filesystem::path &file,
    const SimulationPlan &plan, std::span<const HolidayNotice> notices, const OnStage &progress)
{
    auto ledger = BulkLedger::create(file, simulatedFounding(startOf(plan.from)), {});
    if (!ledger) {
        return std::unexpected(std::move(ledger.error()));
    }
    if (auto simulated = simulate(plan, notices, into(*ledger, plan.seed, progress)); !simulated) {
        return std::unexpected(std::move(simulated.error()));
    }
    return ledger->finish([&](int percent) { return progress(LedgerStage::Finishing, percent); })
        .transform([&](const Head &head) { return SimulatedLedger { head, plan.tickets }; });
}

Founding simulatedFounding(Instant created)
{
    return { { std::string(simulatedCountyCode) }, created };
}

} // namespace huying
