#pragma once

#include "LedgerSettings.h"

#include <domain/TicketRow.h>
#include <folding/RuleTimeline.h>

#include <functional>
#include <unordered_map>

namespace huying
{

/// Folds tickets out of the whole log, entry by entry, and hands each over when it has come as far as it goes; it keeps
/// no more of them than are on their way.
class Refolding
{
public:
    using Finish = std::function<std::expected<void, Failure>(const Ticket &, const TicketRow &)>;
    /// How many entries of a ticket there are; 0 when it is not known, then it is handed over at the end.
    using Versions = std::function<Version(const TicketId &)>;
    enum class Checking : std::uint8_t { Trusting, ByTheRules };

    Refolding(const LedgerSettings &settings, Checking checking, Versions versions, Finish finish);

    /// The next entry; those of tickets may be left out as a whole, notices may not.
    std::expected<void, Failure> take(const Entry &entry);
    /// Hands over what is left.
    std::expected<void, Failure> conclude();

private:
    struct Folded {
        Ticket ticket;
        TicketRow row;
    };

    std::expected<void, Failure> takeNotice(const Entry &entry, const HolidayNotice &notice);
    std::expected<void, Failure> takeEvent(const TicketEvent &event);

    RuleTimeline _timeline;
    Checking _checking;
    Versions _versions;
    Finish _finish;
    std::unordered_map<TicketId, Folded> _folded;
};

} // namespace huying
