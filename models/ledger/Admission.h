#pragma once

#include <domain/County.h>
#include <domain/Ticket.h>
#include <rules/Workflow.h>
#include <sync/Feed.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace huying
{

/// What the ledger knows already, for the check of a proposal.
struct Known {
    /// The ticket as it stands; version 0 when there is none. Valid until the next call.
    std::function<std::expected<const Ticket *, Failure>(const TicketId &)> ticket;
    std::function<std::expected<bool, Failure>(std::string_view number)> hasNumber;
    std::function<std::expected<bool, Failure>(const Origin &)> hasOrigin;
    std::function<std::expected<std::optional<Category>, Failure>(const CategoryCode &)> category;
};

/// One proposal on its way into the log: its records are tried on copies of the tickets, so that a proposal that does
/// not fit leaves nothing behind.
class Admission
{
public:
    /// Whether the proposer may propose the event on the ticket as it stands; empty where everybody may everything.
    using May = std::function<std::expected<void, Failure>(const AnyEvent &event, const Ticket &before)>;

    Admission(const Known &known, const RuleBook &rules, May may = {});

    /// Invalid or Refused with the rules' reason; any other kind is a failure of the ledger itself.
    std::expected<void, Failure> take(const AnyEvent &event);
    /// Whether tickets that belong together still agree: a duplicate and its parent name each other, and what closes
    /// with its parent does so when that is closed.
    std::expected<void, Failure> conclude();

    /// The tickets after the proposal, in the order in which they were first touched.
    std::vector<Ticket> takeTickets();

private:
    struct Touched {
        Ticket before;
        Ticket after;
    };

    std::expected<Touched *, Failure> touch(const TicketId &id);
    std::expected<const Ticket *, Failure> stateOf(const TicketId &id);
    std::expected<void, Failure> takeTicketEvent(const TicketEvent &event);
    std::expected<void, Failure> takeFact(const CountyEvent &event);
    std::expected<void, Failure> checkNew(const Reported &report);
    std::expected<void, Failure> checkNew(const Category &category);
    std::expected<void, Failure> checkLinks(const Touched &touched);
    std::expected<void, Failure> checkPair(const TicketId &child, const TicketId &parent);

    const Known &_known;
    const RuleBook &_rules;
    May _may;
    std::unordered_map<TicketId, Touched> _touched;
    std::vector<TicketId> _order;
    std::vector<std::pair<TicketId, TicketId>> _closedWithParent;
    std::set<std::string> _numbers;
    std::set<Origin> _origins;
    std::map<CategoryCode, Category> _categories; ///< of this proposal
};

} // namespace huying
