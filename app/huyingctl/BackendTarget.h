#pragma once

#include "ProposalSink.h"
#include "ReadLog.h"

#include <exchange/Import.h>

#include <map>

namespace huying
{

/// The log of a backend as what an import writes to. What the import itself has brought in is known without asking
/// where it stands; whole rows go in portions, each answered after its commit.
class BackendTarget : public ImportTarget
{
public:
    BackendTarget(ReadLog &log, ProposalSink sink, RuleTimeline timeline);

    std::expected<void, Failure> expect(std::span<const Origin> origins) override;
    std::expected<std::optional<Ticket>, Failure> find(const Origin &origin) override;
    std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) override;
    std::expected<Directory, Failure> directoryNow() override;

private:
    std::expected<std::optional<TicketId>, Failure> idOf(const Origin &origin);
    std::expected<void, Failure> fetch(std::span<const TicketId> ids);
    void remember(const Proposal &proposal);

    ReadLog &_log;
    ProposalSink _sink;
    RuleTimeline _timeline; ///< an import adds no notice
    std::optional<Directory> _directory; ///< once it was asked for: as of _read
    Position _read = 0;
    std::map<Origin, TicketId> _added;
    std::map<TicketId, Ticket> _expected; ///< as the log has them now
};

} // namespace huying
