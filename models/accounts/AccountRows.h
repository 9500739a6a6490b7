#pragma once

#include "Account.h"

#include <canonical/Record.h>

#include <optional>
#include <vector>

namespace huying
{

/// An account as it is kept: with its password's hash, as libsodium writes it.
struct KeptAccount {
    Account account;
    std::string password;

    bool operator==(const KeptAccount &) const = default;
};

/// Somebody who is signed in, as that is kept.
struct KeptSession {
    Digest digest {}; ///< of the token, which is nowhere kept
    std::string account; ///< its name
    Instant begun;
    Instant expires;
};

/// Where accounts and sessions are kept, beside a log. Each function is one step: it happens as a whole or not at all.
/// What is to be kept is AccountStore's business.
class AccountRows
{
public:
    virtual ~AccountRows() = default;

    /// By name.
    virtual std::expected<std::vector<KeptAccount>, Failure> all() = 0;
    virtual std::expected<std::optional<KeptAccount>, Failure> find(std::string_view name) = 0;
    /// False when the name or the person has one already.
    virtual std::expected<bool, Failure> add(const KeptAccount &account) = 0;
    /// Sets what is given, and ends the account's sessions. False when there is no such account.
    struct Change {
        std::optional<std::string> password {};
        std::optional<bool> isDisabled {};
    };
    virtual std::expected<bool, Failure> change(std::string_view name, const Change &change) = 0;

    /// Keeps a session; those that have expired at its beginning end, and the account's oldest beyond `most`.
    virtual std::expected<void, Failure> begin(const KeptSession &session, int most) = 0;
    /// Whose session it is, when it has not expired at `now` and the account is not disabled.
    virtual std::expected<std::optional<Account>, Failure> whose(const Digest &digest, Instant now) = 0;
    virtual std::expected<void, Failure> end(const Digest &digest) = 0;
};

} // namespace huying
