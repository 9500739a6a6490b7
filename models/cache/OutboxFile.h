#pragma once

#include <storage/Database.h>
#include <sync/Session.h>

#include <filesystem>
#include <memory>
#include <unordered_map>

namespace huying
{

/// An own proposal that the ledger refused, and why.
struct RefusedProposal {
    Proposal proposal;
    Failure why;
    std::string number; ///< of the ticket it is about, as it was then; empty where nobody said
};

/// Own actions on their way to the ledger, in a file of their own: it survives restarts and any loss of the cache. What
/// put() has returned from is on the disk.
class OutboxFile : public Outbox
{
public:
    static std::expected<std::unique_ptr<OutboxFile>, Failure> open(const std::filesystem::path &file);

    /// Durable when it returns. `number` is that of the ticket it is about: it names the ticket when that is out of
    /// sight.
    std::expected<void, Failure> put(const Proposal &proposal, std::string_view number = {});
    std::expected<std::vector<Proposal>, Failure> unanswered(int limit) const override;
    std::expected<void, Failure> answered(
        std::span<const Proposal> proposals, std::span<const Outcome> outcomes) override;

    /// Takes out what was accepted at or before `known`: the cache has it.
    std::expected<void, Failure> settle(Position known);
    /// Another number whenever onTop() or refused() may be another answer.
    std::uint64_t edition() const { return _edition; }
    /// What is to be shown on top of the cache: waiting, and accepted but not yet in the cache; in the order of the
    /// doing.
    std::expected<std::vector<Proposal>, Failure> onTop() const;
    std::expected<std::vector<RefusedProposal>, Failure> refused() const;
    struct Counts {
        int waiting = 0; ///< also those that are accepted and not yet in the cache
        int refused = 0;
    };
    std::expected<Counts, Failure> counts() const;
    /// Lets go of a refused proposal that begins with `event`.
    std::expected<void, Failure> drop(const EventId &event);

    /// The next serial number of tickets made at this desk on `day`, from 1 on; never given twice, also after a kill.
    std::expected<int, Failure> nextSerial(Day day);

private:
    explicit OutboxFile(std::unique_ptr<Database> database);

    std::expected<std::vector<Proposal>, Failure> read(std::string_view sql, int limit) const;
    std::expected<Proposal, Failure> known(std::string_view text) const;

    std::unique_ptr<Database> _database;
    std::uint64_t _edition = 1;
    mutable std::unordered_map<std::string, Proposal> _known; ///< by their texts
};

} // namespace huying
