#include "ProposalSink.h"

#include <ledger/Ledger.h>

namespace huying
{

std::expected<ProposalSink, Failure> sinkInto(const std::filesystem::path &file)
{
    auto opened = Ledger::open(file, LedgerSettings {});
    if (!opened) {
        return std::unexpected(std::move(opened.error()));
    }
    return [ledger = std::make_shared<Ledger>(std::move(*opened))](
               std::span<const Proposal> proposals, Instant now) { return ledger->append(proposals, now); };
}

std::expected<ProposalSink, Failure> sinkInto(const CountyDatabase &database)
{
    return DatabaseWriting::of(database, false).transform([](std::unique_ptr<DatabaseWriting> opened) -> ProposalSink {
        return [writing = std::shared_ptr<DatabaseWriting>(std::move(opened))](std::span<const Proposal> proposals,
                   Instant now) { return writing->ledger().append(proposals, now); };
    });
}

ProposalSink sinkThrough(const BackendAddress &backend)
{
    return [calls = std::make_shared<BackendCalls>(backend)](
               std::span<const Proposal> proposals, Instant) { return calls->propose(proposals); };
}

} // namespace huying
