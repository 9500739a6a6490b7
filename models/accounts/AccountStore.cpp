#include "AccountStore.h"

#include "FileAccounts.h"
#include "Secrets.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::chrono::days sessionLength { 30 };
constexpr int sessionsOfOne = 50;

struct SayAccountStore {
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

} // namespace

std::expected<AccountStore, Failure> AccountStore::open(const std::filesystem::path &ledger)
{
    return FileAccounts::open(ledger).transform(
        [](std::unique_ptr<FileAccounts> rows) { return AccountStore(std::move(rows)); });
}

std::expected<void, Failure> AccountStore::add(const Account &account, std::string_view password)
{
    return checkAccount(account)
        .and_then([&] { return hashOf(password); })
        .and_then([&](const std::string &hash) { return _rows->add({ account, hash }); })
        .and_then([&](bool isAdded) {
            return isAdded
                ? std::expected<void, Failure>()
                : failure(FailureKind::Refused,
                      SayAccountStore::tr("There is an account with the name %1 or for the person %2 already.")
                          .arg(QString::fromStdString(account.name), QString::fromStdString(account.person.text)));
        });
}

std::expected<std::vector<Account>, Failure> AccountStore::all() const
{
    return _rows->all().transform([](const std::vector<KeptAccount> &kept) {
        std::vector<Account> accounts;
        std::ranges::transform(kept, std::back_inserter(accounts), &KeptAccount::account);
        return accounts;
    });
}

std::expected<std::optional<Account>, Failure> AccountStore::find(std::string_view name) const
{
    return _rows->find(name).transform(
        [](const std::optional<KeptAccount> &kept) { return kept ? std::optional(kept->account) : std::nullopt; });
}

std::expected<void, Failure> AccountStore::change(std::string_view name, const AccountRows::Change &change)
{
    return _rows->change(name, change).and_then([&](bool isThere) {
        return isThere ? std::expected<void, Failure>()
                       : failure(FailureKind::NotFound,
                             SayAccountStore::tr("There is no account %1.")
                                 .arg(QString::fromUtf8(name.data(), qsizetype(name.size()))));
    });
}

std::expected<void, Failure> AccountStore::setPassword(std::string_view name, std::string_view password)
{
    return hashOf(password).and_then([&](const std::string &hash) { return change(name, { .password = hash }); });
}

std::expected<void, Failure> AccountStore::setDisabled(std::string_view name, bool isDisabled)
{
    return change(name, { .isDisabled = isDisabled });
}

std::expected<std::optional<Account>, Failure> AccountStore::withPassword(
    std::string_view name, std::string_view password) const
{
    // a name that is not there takes as long
    static const std::string nobodys = hashOf(newToken()).value_or(std::string());
    return _rows->find(name).transform([&](const std::optional<KeptAccount> &kept) {
        const bool isRight = isPassword(kept ? kept->password : nobodys, password);
        return isRight && kept && !kept->account.isDisabled ? std::optional(kept->account) : std::nullopt;
    });
}

std::expected<SignedIn, Failure> AccountStore::begin(const Account &account, Instant now)
{
    SignedIn signedIn { .account = account, .token = newToken(), .expires = now + sessionLength };
    const KeptSession session { digestOfToken(signedIn.token), account.name, now, signedIn.expires };
    return _rows->begin(session, sessionsOfOne).transform([&] { return std::move(signedIn); });
}

std::expected<std::optional<Account>, Failure> AccountStore::whose(std::string_view token, Instant now) const
{
    return _rows->whose(digestOfToken(token), now);
}

std::expected<void, Failure> AccountStore::end(std::string_view token)
{
    return _rows->end(digestOfToken(token));
}

} // namespace huying
