#pragma once

#include "Truth.h"

#include <accounts/Account.h>

namespace huying::testing
{

/// What somebody may see of the ledger, by the table of roles in models/sync/PROTOCOL.md. It asks nothing of the code
/// that it is there to judge.
class Eyes
{
public:
    explicit Eyes(Account account) : _account(std::move(account)) {}

    bool see(const TicketRow &row) const;
    /// As they may see them: without the names that are not for them.
    Entry seen(Entry entry) const;
    Ticket seen(Ticket ticket) const;
    CountyFact seen(CountyFact fact) const;

private:
    bool seeNames() const { return _account.role != Role::Leader; }
    bool seeMembers(std::string_view grid) const;

    Account _account;
};

} // namespace huying::testing
