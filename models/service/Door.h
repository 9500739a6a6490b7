#pragma once

#include <accounts/AccountStore.h>

namespace huying
{

/// Who may come in. The service calls signIn from a thread of its own, for it takes its time, and the others from
/// another one.
class Door
{
public:
    virtual ~Door() = default;
    /// SignedOut when name or password is wrong.
    virtual std::expected<SignedIn, Failure> signIn(std::string_view name, std::string_view password, Instant now) = 0;
    /// Whose token it is; an empty one is that of somebody who shows none. SignedOut when nobody's.
    virtual std::expected<Account, Failure> whose(std::string_view token, Instant now) = 0;
    virtual std::expected<void, Failure> signOut(std::string_view token) = 0;
};

/// Lets everybody in, as a machine that hands on what others do: for a ledger without accounts on one's own machine.
class OpenDoor : public Door
{
public:
    std::expected<SignedIn, Failure> signIn(std::string_view name, std::string_view password, Instant now) override;
    std::expected<Account, Failure> whose(std::string_view token, Instant now) override;
    std::expected<void, Failure> signOut(std::string_view token) override;
};

/// The accounts beside a ledger.
class AccountDoor : public Door
{
public:
    /// Those in a ledger's file.
    static std::expected<std::unique_ptr<AccountDoor>, Failure> of(const std::filesystem::path &ledger);
    /// `signing` is for the thread that hashes, `checking` for another one.
    AccountDoor(AccountStore signing, AccountStore checking);

    std::expected<SignedIn, Failure> signIn(std::string_view name, std::string_view password, Instant now) override;
    std::expected<Account, Failure> whose(std::string_view token, Instant now) override;
    std::expected<void, Failure> signOut(std::string_view token) override;

private:
    AccountStore _signing;
    AccountStore _checking;
};

} // namespace huying
