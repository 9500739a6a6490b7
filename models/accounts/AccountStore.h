#pragma once

#include "AccountRows.h"

#include <filesystem>
#include <memory>

namespace huying
{

/// Somebody who has just signed in.
struct SignedIn {
    Account account;
    std::string token; ///< known to nobody else
    Instant expires;
};

/// The accounts and who is signed in, beside a ledger. For one thread; what it writes is short and stands beside
/// whoever writes the log.
class AccountStore
{
public:
    /// Those in the file of a ledger, which has to be there. Refused when it is of an older schema.
    static std::expected<AccountStore, Failure> open(const std::filesystem::path &ledger);
    explicit AccountStore(std::unique_ptr<AccountRows> rows) : _rows(std::move(rows)) {}

    /// Refused when the name or the person has an account already; Invalid as checkAccount says.
    std::expected<void, Failure> add(const Account &account, std::string_view password);
    std::expected<std::vector<Account>, Failure> all() const;
    std::expected<std::optional<Account>, Failure> find(std::string_view name) const;
    /// Both sign the account out everywhere; NotFound when there is no such account.
    std::expected<void, Failure> setPassword(std::string_view name, std::string_view password);
    std::expected<void, Failure> setDisabled(std::string_view name, bool isDisabled);

    /// The account when the password is right and it is not disabled. Nothing else, in the same time, when it is wrong
    /// or there is no such name.
    std::expected<std::optional<Account>, Failure> withPassword(std::string_view name, std::string_view password) const;

    /// A session of 30 days; an account has 50 at most, the oldest end.
    std::expected<SignedIn, Failure> begin(const Account &account, Instant now);
    /// Whose session it is; nothing when it is none, has ended, or the account is disabled.
    std::expected<std::optional<Account>, Failure> whose(std::string_view token, Instant now) const;
    std::expected<void, Failure> end(std::string_view token);

private:
    std::expected<void, Failure> change(std::string_view name, const AccountRows::Change &change);

    std::unique_ptr<AccountRows> _rows;
};

} // namespace huying
