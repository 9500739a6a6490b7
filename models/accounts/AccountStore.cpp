#include "AccountStore.h"

#include "Secrets.h"

#include <domain/Words.h>
#include <storage/Schema.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr std::chrono::days sessionLength { 30 };

#define COLUMNS "account.name, display_name, person, role, unit, region, is_disabled"

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

std::string_view view(const Digest &digest)
{
    return { reinterpret_cast<const char *>(digest.data()), digest.size() };
}

Account accountIn(const Statement &row)
{
    return { .name = std::string(row.text(0)),
        .displayName = std::string(row.text(1)),
        .person = { std::string(row.text(2)) },
        // a role that this version does not know may nothing
        .role = wordIn<Role>(roleNames, row.text(3)).value_or(Role::Wall),
        .unit = { std::string(row.text(4)) },
        .region = { std::string(row.text(5)) },
        .isDisabled = row.number(6) != 0 };
}

std::expected<std::optional<Account>, Failure> oneOf(Statement &statement)
{
    return statement.step().transform(
        [&](bool found) { return found ? std::optional(accountIn(statement)) : std::nullopt; });
}

} // namespace

AccountStore::AccountStore(std::unique_ptr<Database> database) : _database(std::move(database)) {}

std::expected<AccountStore, Failure> AccountStore::open(const std::filesystem::path &ledger)
{
    auto opened = Database::open(ledger, Opening::Write, Synchronous::Full);
    if (!opened) {
        return std::unexpected(std::move(opened).error());
    }
    if (const auto known = checkSchema(*opened, FileKind::Ledger); !known) {
        return std::unexpected(known.error());
    }
    return AccountStore(std::make_unique<Database>(std::move(*opened)));
}

std::expected<void, Failure> AccountStore::add(const Account &account, std::string_view password)
{
    if (const auto sound = checkAccount(account); !sound) {
        return sound;
    }
    const auto hash = hashOf(password);
    auto statement = _database->prepare(
        "INSERT INTO account (name, display_name, person, role, unit, region, password, is_disabled) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING 1");
    if (!hash || !statement) {
        return std::unexpected(hash ? statement.error() : hash.error());
    }
    statement->bind(1, std::string_view(account.name)).bind(2, std::string_view(account.displayName));
    statement->bind(3, std::string_view(account.person.text)).bind(4, nameIn(roleNames, account.role));
    statement->bind(5, std::string_view(account.unit.text)).bind(6, std::string_view(account.region.text));
    statement->bind(7, std::string_view(*hash)).bind(8, std::int64_t { account.isDisabled });
    const auto added = statement->step();
    if (added && !*added) {
        return failure(FailureKind::Refused,
            Say::tr("There is an account with the name %1 or for the person %2 already.")
                .arg(QString::fromStdString(account.name), QString::fromStdString(account.person.text)));
    }
    // the row is committed by the step after it
    return added.and_then([&](bool) { return statement->run(); });
}

std::expected<std::vector<Account>, Failure> AccountStore::all() const
{
    auto statement = _database->prepare("SELECT " COLUMNS " FROM account ORDER BY name");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<Account> accounts;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        accounts.push_back(accountIn(*statement));
    }
    return more.transform([&](bool) { return std::move(accounts); });
}

std::expected<std::optional<Account>, Failure> AccountStore::find(std::string_view name) const
{
    auto statement = _database->prepare("SELECT " COLUMNS " FROM account WHERE name = ?1");
    return statement.and_then([&](Statement &prepared) { return oneOf(prepared.bind(1, name)); });
}

std::expected<void, Failure> AccountStore::change(std::string_view sql, std::string_view name, std::string_view value)
{
    return Transaction::beginWriting(*_database).and_then([&](Transaction step) -> std::expected<void, Failure> {
        auto change = _database->prepare(sql);
        auto end = _database->prepare("DELETE FROM session WHERE account = ?1");
        if (!change || !end) {
            return std::unexpected(change ? end.error() : change.error());
        }
        const auto changed = change->bind(1, name).bind(2, value).step();
        if (changed && !*changed) {
            return failure(FailureKind::NotFound,
                Say::tr("There is no account %1.").arg(QString::fromUtf8(name.data(), qsizetype(name.size()))));
        }
        return changed.and_then([&](bool) { return change->run(); })
            .and_then([&] { return end->bind(1, name).run(); })
            .and_then([&] { return step.commit(); });
    });
}

std::expected<void, Failure> AccountStore::setPassword(std::string_view name, std::string_view password)
{
    return hashOf(password).and_then([&](const std::string &hash) {
        return change("UPDATE account SET password = ?2 WHERE name = ?1 RETURNING 1", name, hash);
    });
}

std::expected<void, Failure> AccountStore::setDisabled(std::string_view name, bool isDisabled)
{
    return change("UPDATE account SET is_disabled = CAST(?2 AS INTEGER) WHERE name = ?1 RETURNING 1", name,
        isDisabled ? "1" : "0");
}

std::expected<std::optional<std::string>, Failure> AccountStore::passwordOf(std::string_view name) const
{
    auto statement = _database->prepare("SELECT password FROM account WHERE name = ?1");
    return statement.and_then([&](Statement &prepared) {
        return prepared.bind(1, name).step().transform(
            [&](bool found) { return found ? std::optional(std::string(prepared.text(0))) : std::nullopt; });
    });
}

std::expected<std::optional<Account>, Failure> AccountStore::withPassword(
    std::string_view name, std::string_view password) const
{
    // a name that is not there takes as long
    static const std::string nobodys = hashOf(newToken()).value_or(std::string());
    const auto hash = passwordOf(name);
    const auto account = find(name);
    if (!hash || !account) {
        return std::unexpected(hash ? account.error() : hash.error());
    }
    const bool isRight = isPassword(hash->value_or(nobodys), password);
    return isRight && *account && !(*account)->isDisabled ? *account : std::nullopt;
}

std::expected<SignedIn, Failure> AccountStore::begin(const Account &account, Instant now)
{
    SignedIn signedIn { .account = account, .token = newToken(), .expires = now + sessionLength };
    const Digest digest = digestOfToken(signedIn.token);
    return Transaction::beginWriting(*_database).and_then([&](Transaction step) -> std::expected<SignedIn, Failure> {
        auto old = _database->prepare("DELETE FROM session WHERE expires < ?2 OR (account = ?1 AND digest NOT IN "
                                      "(SELECT digest FROM session WHERE "
                                      "account = ?1 ORDER BY begun DESC LIMIT 49))");
        auto insert =
            _database->prepare("INSERT INTO session (digest, account, begun, expires) VALUES (?1, ?2, ?3, ?4)");
        if (!old || !insert) {
            return std::unexpected(old ? insert.error() : old.error());
        }
        insert->bindBytes(1, view(digest)).bind(2, std::string_view(account.name)).bind(3, now);
        return old->bind(1, std::string_view(account.name))
            .bind(2, now)
            .run()
            .and_then([&] { return insert->bind(4, signedIn.expires).run(); })
            .and_then([&] { return step.commit(); })
            .transform([&] { return std::move(signedIn); });
    });
}

std::expected<std::optional<Account>, Failure> AccountStore::whose(std::string_view token, Instant now) const
{
    const Digest digest = digestOfToken(token);
    auto statement =
        _database->prepare("SELECT " COLUMNS " FROM session JOIN account ON account.name = session.account "
                           "WHERE digest = ?1 AND expires > ?2 AND is_disabled = 0");
    return statement.and_then(
        [&](Statement &prepared) { return oneOf(prepared.bindBytes(1, view(digest)).bind(2, now)); });
}

std::expected<void, Failure> AccountStore::end(std::string_view token)
{
    const Digest digest = digestOfToken(token);
    return _database->prepare("DELETE FROM session WHERE digest = ?1").and_then([&](Statement statement) {
        return statement.bindBytes(1, view(digest)).run();
    });
}

} // namespace huying
