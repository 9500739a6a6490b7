#include "Door.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayDoor {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

Account anybody()
{
    return { .name = "anybody",
        .displayName = "anybody",
        .person = { "anybody" },
        .role = Role::Machine,
        .unit = {},
        .region = {},
        .isAnybody = true };
}

} // namespace

std::expected<SignedIn, Failure> OpenDoor::signIn(std::string_view, std::string_view, Instant)
{
    return failure(FailureKind::NotFound, SayDoor::tr("This backend serves everybody; it has no accounts."));
}

std::expected<Account, Failure> OpenDoor::whose(std::string_view, Instant)
{
    return anybody();
}

std::expected<void, Failure> OpenDoor::signOut(std::string_view)
{
    return {};
}

AccountDoor::AccountDoor(AccountStore signing, AccountStore checking)
    : _signing(std::move(signing)), _checking(std::move(checking))
{
}

std::expected<std::unique_ptr<AccountDoor>, Failure> AccountDoor::of(const std::filesystem::path &ledger)
{
    auto signing = AccountStore::open(ledger);
    auto checking = AccountStore::open(ledger);
    if (!signing || !checking) {
        return std::unexpected(signing ? checking.error() : signing.error());
    }
    return std::make_unique<AccountDoor>(std::move(*signing), std::move(*checking));
}

std::expected<SignedIn, Failure> AccountDoor::signIn(std::string_view name, std::string_view password, Instant now)
{
    return _signing.withPassword(name, password)
        .and_then([&](const std::optional<Account> &account) -> std::expected<SignedIn, Failure> {
            return account ? _signing.begin(*account, now)
                           : failure(FailureKind::SignedOut, SayDoor::tr("The name or the password is wrong."));
        });
}

std::expected<Account, Failure> AccountDoor::whose(std::string_view token, Instant now)
{
    return _checking.whose(token, now)
        .and_then([](const std::optional<Account> &account) -> std::expected<Account, Failure> {
            return account ? std::expected<Account, Failure>(*account)
                           : failure(FailureKind::SignedOut, SayDoor::tr("Nobody is signed in here, or no longer."));
        });
}

std::expected<void, Failure> AccountDoor::signOut(std::string_view token)
{
    return _checking.end(token);
}

} // namespace huying
