#include "FileAccounts.h"

#include <domain/Words.h>
#include <storage/Schema.h>

namespace huying
{

namespace
{

#define COLUMNS "account.name, display_name, person, role, unit, region, is_disabled"

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

KeptAccount keptIn(const Statement &row)
{
    return { accountIn(row), std::string(row.text(7)) };
}

/// True when there was a row; the statement is run to its end, which commits it.
std::expected<bool, Failure> hasRow(Statement &statement)
{
    return statement.step().and_then([&](bool found) -> std::expected<bool, Failure> {
        if (!found) {
            return false;
        }
        return statement.run().transform([] { return true; });
    });
}

} // namespace

std::expected<std::unique_ptr<FileAccounts>, Failure> FileAccounts::open(const std::filesystem::path &ledger)
{
    auto opened = Database::open(ledger, Opening::Write, Synchronous::Full);
    if (!opened) {
        return std::unexpected(std::move(opened).error());
    }
    if (const auto known = checkSchema(*opened, FileKind::Ledger); !known) {
        return std::unexpected(known.error());
    }
    return std::unique_ptr<FileAccounts>(new FileAccounts(std::move(*opened)));
}

std::expected<std::vector<KeptAccount>, Failure> FileAccounts::all()
{
    auto statement = _database.prepare("SELECT " COLUMNS ", password FROM account ORDER BY name");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    std::vector<KeptAccount> accounts;
    auto more = statement->step();
    for (; more && *more; more = statement->step()) {
        accounts.push_back(keptIn(*statement));
    }
    return more.transform([&](bool) { return std::move(accounts); });
}

std::expected<std::optional<KeptAccount>, Failure> FileAccounts::find(std::string_view name)
{
    auto statement = _database.prepare("SELECT " COLUMNS ", password FROM account WHERE name = ?1");
    return statement.and_then([&](Statement &prepared) {
        return prepared.bind(1, name).step().transform(
            [&](bool found) { return found ? std::optional(keptIn(prepared)) : std::nullopt; });
    });
}

std::expected<bool, Failure> FileAccounts::add(const KeptAccount &kept)
{
    const Account &account = kept.account;
    auto statement =
        _database.prepare("INSERT INTO account (name, display_name, person, role, unit, region, password, is_disabled) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING 1");
    if (!statement) {
        return std::unexpected(statement.error());
    }
    statement->bind(1, std::string_view(account.name)).bind(2, std::string_view(account.displayName));
    statement->bind(3, std::string_view(account.person.text)).bind(4, nameIn(roleNames, account.role));
    statement->bind(5, std::string_view(account.unit.text)).bind(6, std::string_view(account.region.text));
    statement->bind(7, std::string_view(kept.password)).bind(8, std::int64_t { account.isDisabled });
    return hasRow(*statement);
}

std::expected<bool, Failure> FileAccounts::change(std::string_view name, const Change &wanted)
{
    return Transaction::beginWriting(_database).and_then([&](Transaction step) -> std::expected<bool, Failure> {
        auto change = _database.prepare("UPDATE account SET password = coalesce(?2, password), "
                                        "is_disabled = coalesce(?3, is_disabled) WHERE name = ?1 RETURNING 1");
        auto ending = _database.prepare("DELETE FROM session WHERE account = ?1");
        if (!change || !ending) {
            return std::unexpected(change ? ending.error() : change.error());
        }
        const auto password = wanted.password.transform([](const std::string &text) { return std::string_view(text); });
        const auto isDisabled = wanted.isDisabled.transform([](bool is) { return std::int64_t { is }; });
        const auto changed = hasRow(change->bind(1, name).bind(2, password).bind(3, isDisabled));
        if (!changed || !*changed) {
            return changed;
        }
        return ending->bind(1, name).run().and_then([&] { return step.commit(); }).transform([] { return true; });
    });
}

std::expected<void, Failure> FileAccounts::begin(const KeptSession &session, int most)
{
    return Transaction::beginWriting(_database).and_then([&](Transaction step) -> std::expected<void, Failure> {
        auto old = _database.prepare("DELETE FROM session WHERE expires < ?2 OR (account = ?1 AND digest NOT IN "
                                     "(SELECT digest FROM session WHERE account = ?1 ORDER BY begun DESC LIMIT ?3))");
        auto insert =
            _database.prepare("INSERT INTO session (digest, account, begun, expires) VALUES (?1, ?2, ?3, ?4)");
        if (!old || !insert) {
            return std::unexpected(old ? insert.error() : old.error());
        }
        const std::string_view account(session.account);
        insert->bindBytes(1, view(session.digest)).bind(2, account).bind(3, session.begun).bind(4, session.expires);
        return old->bind(1, account)
            .bind(2, session.begun)
            .bind(3, std::int64_t { most - 1 })
            .run()
            .and_then([&] { return insert->run(); })
            .and_then([&] { return step.commit(); });
    });
}

std::expected<std::optional<Account>, Failure> FileAccounts::whose(const Digest &digest, Instant now)
{
    auto statement = _database.prepare("SELECT " COLUMNS " FROM session JOIN account ON account.name = session.account "
                                       "WHERE digest = ?1 AND expires > ?2 AND is_disabled = 0");
    return statement.and_then([&](Statement &prepared) {
        return prepared.bindBytes(1, view(digest)).bind(2, now).step().transform([&](bool found) {
            return found ? std::optional(accountIn(prepared)) : std::nullopt;
        });
    });
}

std::expected<void, Failure> FileAccounts::end(const Digest &digest)
{
    return _database.prepare("DELETE FROM session WHERE digest = ?1").and_then([&](Statement statement) {
        return statement.bindBytes(1, view(digest)).run();
    });
}

} // namespace huying
