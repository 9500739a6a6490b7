#pragma once

#include <exchange/Import.h>

#include <functional>
#include <map>
#include <unordered_map>

namespace huying
{

/// A ledger in memory: what the import sees of a real one, with the rules, without a file.
class MemoryLedger : public ImportTarget
{
public:
    MemoryLedger();

    std::expected<std::optional<Ticket>, Failure> find(const Origin &origin) override;
    std::expected<std::vector<Outcome>, Failure> append(std::span<const Proposal> proposals) override;
    std::expected<Directory, Failure> directoryNow() override { return _directory; }

    /// The ticket with this id in whatever source; a throw that fails the test when there is none.
    const Ticket &ticket(const std::string &id) const;
    const std::map<Origin, Ticket> &tickets() const { return _tickets; }
    const Directory &directory() const { return _directory; }
    const RuleBook &rules() const { return _rules; }
    Position head() const { return _head; }

    /// What somebody else does just before the next append.
    void meanwhile(std::function<void()> something) { _meanwhile = std::move(something); }
    void set(CountyFact fact) { _directory.set(std::move(fact)); }
    /// Somebody in the hall does something to the ticket of this id.
    void happen(const std::string &id, TicketContent content, Instant at, const Author &author);

private:
    bool isTaken(const Proposal &proposal) const;
    std::expected<void, Failure> admit(const TicketEvent &event, Ticket &ticket);
    Outcome admit(const Proposal &proposal);

    RuleBook _rules;
    std::map<Origin, Ticket> _tickets;
    std::unordered_map<TicketId, Origin> _origins;
    Directory _directory;
    Position _head = 0;
    std::function<void()> _meanwhile;
};

/// What an import needs, with `now` fixed and bytes that repeat from run to run.
ImportSurroundings surroundingsOf(const MemoryLedger &ledger);

/// Imports with everything as usual; a throw with the failure's text where it fails.
ImportReport imported(const std::filesystem::path &file, const Mapping &mapping, MemoryLedger &ledger);

/// `2024-03-10 12:00` in the county's time; throws where it is none.
Instant moment(std::string_view text);

} // namespace huying
