#pragma once

#include <domain/Failure.h>
#include <domain/TicketEvent.h>

#include <expected>

namespace huying
{

/// Somebody who may sign in. What they do is in the log under `person`; the account itself is not.
struct Account {
    std::string name; ///< what one signs in with
    std::string displayName; ///< what colleagues call them (调度员 一席)
    PersonCode person;
    Role role = Role::Dispatcher;
    UnitCode unit; ///< of a unit's or a township's account
    RegionCode region; ///< of a township's account
    bool isDisabled = false;
    bool isAnybody = false; ///< whoever comes to a backend without accounts

    bool operator==(const Account &) const = default;
};

/// Invalid, in a sentence, when a name is empty, too long or not plain, when the role needs a unit or region that is
/// missing, or when it is nobody's (a citizen's).
std::expected<void, Failure> checkAccount(const Account &account);

/// As whom `account` acts, at the workstation `desk`.
Author authorOf(const Account &account, const std::string &desk);

} // namespace huying
