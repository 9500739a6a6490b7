#pragma once

#include <exchange/Import.h>
#include <ledger/Ledger.h>

namespace huying
{

/// The clock of this machine.
Instant clockNow();

/// Fills with bytes of the system's generator.
void fillRandom(std::span<std::uint8_t> bytes);

/// Opens the ledger for writing; a new one gets the notices on holidays that are published.
std::expected<Ledger, Failure> openOrFound(const std::filesystem::path &file, const RegionCode &county);

/// A ledger as what an import writes to.
class LedgerTarget : public ImportTarget
{
public:
    using Append = std::function<std::expected<std::vector<Outcome>, Failure>(std::span<const Proposal>, Instant)>;
    static std::expected<LedgerTarget, Failure> on(Ledger &ledger);
    /// The same where what is read is a copy, and written is elsewhere.
    static std::expected<LedgerTarget, Failure> on(Ledger &copy, Append append);

    std::expected<std::optional<Ticket>, Failure> find(const Origin &origin) override;
    std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) override;
    std::expected<Directory, Failure> directoryNow() override { return _ledger.reader().facts().directory(); }
    bool isAlone() const override { return _isAlone; }

private:
    LedgerTarget(Ledger &ledger, Append append, RuleTimeline timeline);

    Ledger &_ledger;
    Append _append;
    RuleTimeline _timeline; ///< an import adds no notice
    bool _isAlone = false; ///< the file is held
};

} // namespace huying
