#include "MapProposal.h"

#include "Ledgers.h"
#include "ProposalSink.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayMapProposal {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// The backend takes 4 MiB at once, all records with their envelopes.
constexpr std::size_t mostBytes = 4'000'000;
constexpr std::int64_t ticketsAsked = 20'000;

Author importer(const LogAddress &address)
{
    const auto *const backend = std::get_if<BackendAddress>(&address);
    Author author;
    author.name = "huyingctl";
    author.role = Role::Machine;
    return backend && backend->author ? *backend->author : author;
}

std::expected<ProposalSink, Failure> sinkFor(const LogAddress &address, const RegionCode &county)
{
    if (const auto *const backend = std::get_if<BackendAddress>(&address)) {
        return sinkThrough(*backend);
    }
    if (const auto *const database = std::get_if<CountyDatabase>(&address)) {
        return sinkInto(*database);
    }
    return openOrFound(std::get<std::filesystem::path>(address), county).transform([](Ledger opened) -> ProposalSink {
        return [ledger = std::make_shared<Ledger>(std::move(opened))](
                   std::span<const Proposal> proposals, Instant now) { return ledger->append(proposals, now); };
    });
}

} // namespace

std::expected<MapSurroundings, Failure> mapSurroundings(const LogAddress &address)
{
    const auto *const file = std::get_if<std::filesystem::path>(&address);
    std::error_code error;
    if (file && !std::filesystem::exists(*file, error)) {
        return MapSurroundings {};
    }
    auto log = ReadLog::open(address);
    auto directory = log ? log->directory() : std::unexpected(log.error());
    if (!directory) {
        return std::unexpected(directory.error());
    }
    return MapSurroundings { std::move(*directory), std::move(*log) };
}

std::expected<ShiftShares, Failure> shiftSharesOf(MapSurroundings &surroundings, const GeoLayer &layer)
{
    ShiftCheck check(layer);
    if (!surroundings.log) {
        return check.shares();
    }
    const auto all = surroundings.log->rows().count();
    if (!all) {
        return std::unexpected(all.error());
    }
    const std::int64_t step = std::max<std::int64_t>(1, *all / ticketsAsked);
    std::int64_t number = 0;
    return surroundings.log->rows()
        .glance([&](const RowGlance &row) {
            if (++number % step == 0) {
                check.add({ std::string(row.region) }, row.point);
            }
        })
        .transform([&] { return check.shares(); });
}

std::expected<Position, Failure> proposeFacts(
    const LogAddress &address, const RegionCode &county, std::vector<CountyFact> facts, const std::string &desk)
{
    const Instant now = clockNow();
    Author author = importer(address);
    author.desk = desk;
    Proposal proposal;
    std::size_t bytes = 0;
    for (CountyFact &fact : facts) {
        std::array<std::uint8_t, 10> random {};
        fillRandom(random);
        std::array<std::uint8_t, 16> salt {};
        fillRandom(salt);
        proposal.records.push_back(recordOf(CountyEvent { uuid7(now, random), 0, author, now, std::move(fact) }, salt));
        bytes += lineOf(proposal.records.back()).size() + 1;
    }
    if (bytes > mostBytes) {
        return failure(FailureKind::Full,
            SayMapProposal::tr(
                "The layer is %1 MB, more than goes into the log at once; simplify its borders (--tolerance).")
                .arg(double(bytes) / 1e6, 0, 'f', 1));
    }
    const auto outcomes =
        sinkFor(address, county).and_then([&](const ProposalSink &sink) { return sink(std::span(&proposal, 1), now); });
    if (!outcomes) {
        return std::unexpected(outcomes.error());
    }
    const Outcome &outcome = outcomes->front();
    return outcome.refused ? std::expected<Position, Failure>(std::unexpected(*outcome.refused))
                           : std::expected<Position, Failure>(outcome.positions.back());
}

} // namespace huying
