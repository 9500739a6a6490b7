#include "SharedAccounts.h"

#include "SharedLog.h"

#include <domain/Words.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

using std::chrono::steady_clock;

constexpr std::chrono::minutes remembered { 10 };
constexpr std::chrono::seconds betweenTries { 2 };
constexpr std::size_t seenMost = 10'000;

#define COLUMNS "account.name, display_name, person, role, unit, region, is_disabled"

std::string_view view(const Digest &digest)
{
    return { reinterpret_cast<const char *>(digest.data()), digest.size() };
}

Account accountIn(const PostgresRows &rows, int row)
{
    const auto text = [&](int column) { return std::string(rows.bytes(row, column)); };
    return { .name = text(0),
        .displayName = text(1),
        .person = { text(2) },
        // a role that this version does not know may nothing
        .role = wordIn<Role>(roleNames, rows.bytes(row, 3)).value_or(Role::Wall),
        .unit = { text(4) },
        .region = { text(5) },
        .isDisabled = rows.isTrue(row, 6) };
}

KeptAccount keptIn(const PostgresRows &rows, int row)
{
    return { accountIn(rows, row), std::string(rows.bytes(row, 7)) };
}

} // namespace

SharedAccounts::SharedAccounts(PostgresAddress address, PostgresConnection connection, std::int64_t county)
    : _address(std::move(address)), _connection(std::move(connection)), _county(county)
{
}

std::expected<std::unique_ptr<SharedAccounts>, Failure> SharedAccounts::open(
    const PostgresAddress &address, const RegionCode &county)
{
    return SharedLog::open(address, county).transform([&](SharedLog log) {
        const std::int64_t number = log.county();
        return std::unique_ptr<SharedAccounts>(new SharedAccounts(address, std::move(log.connection()), number));
    });
}

/// Not again and again while the database is away: an attempt may take its time.
std::expected<void, Failure> SharedAccounts::connect()
{
    if (_connection) {
        return {};
    }
    if (steady_clock::now() - _triedAt < betweenTries) {
        return failure(
            FailureKind::Unreachable, QCoreApplication::translate("Postgres", "The database does not answer."));
    }
    auto connection = PostgresConnection::open(_address);
    _triedAt = steady_clock::now();
    return std::move(connection).transform([&](PostgresConnection opened) { _connection.emplace(std::move(opened)); });
}

/// Once more where a connection turns out to be lost: every statement here may be run twice.
std::expected<PostgresRows, Failure> SharedAccounts::runTogether(std::span<const PostgresStatement> statements)
{
    const bool wasThere = _connection.has_value();
    const auto runOnce = [&] { return _connection->runTogether(statements); };
    auto done = connect().and_then(runOnce);
    if (!done && done.error().kind == FailureKind::Unreachable) {
        _connection.reset();
        if (wasThere) {
            done = connect().and_then(runOnce);
        }
    }
    if (_connection && _connection->isLost()) {
        _connection.reset();
    }
    return done;
}

std::expected<PostgresRows, Failure> SharedAccounts::run(std::string_view sql, const PostgresParameters &parameters)
{
    const PostgresStatement statement { sql, parameters };
    return runTogether(std::span(&statement, 1));
}

PostgresParameters SharedAccounts::ofCounty() const
{
    return PostgresParameters().add(_county);
}

std::expected<std::vector<KeptAccount>, Failure> SharedAccounts::all()
{
    return run("SELECT " COLUMNS
               ", password FROM huying.account WHERE county = $1::integer ORDER BY name COLLATE \"C\"",
        ofCounty())
        .transform([](const PostgresRows &rows) {
            std::vector<KeptAccount> accounts;
            accounts.reserve(std::size_t(rows.count()));
            for (int row = 0; row < rows.count(); ++row) {
                accounts.push_back(keptIn(rows, row));
            }
            return accounts;
        });
}

std::expected<std::optional<KeptAccount>, Failure> SharedAccounts::find(std::string_view name)
{
    return run("SELECT " COLUMNS ", password FROM huying.account WHERE county = $1::integer AND name = $2",
        ofCounty().add(name))
        .transform(
            [](const PostgresRows &rows) { return rows.isEmpty() ? std::nullopt : std::optional(keptIn(rows, 0)); });
}

const std::string_view SharedAccounts::insertion =
    "INSERT INTO huying.account (county, name, display_name, person, role, unit, region, password, is_disabled) "
    "VALUES ($1::integer, $2, $3, $4, $5, $6, $7, $8, $9 <> 0) ON CONFLICT DO NOTHING";

PostgresParameters SharedAccounts::valuesOf(std::int64_t county, const KeptAccount &kept)
{
    const Account &account = kept.account;
    PostgresParameters values;
    values.add(county);
    for (const std::string_view text :
        { std::string_view(account.name), std::string_view(account.displayName), std::string_view(account.person.text),
            nameIn(roleNames, account.role), std::string_view(account.unit.text), std::string_view(account.region.text),
            std::string_view(kept.password) }) {
        values.add(text);
    }
    return values.add(std::int64_t { account.isDisabled });
}

/// The second time, after an answer that was lost, it is there already, as it was to be.
std::expected<bool, Failure> SharedAccounts::add(const KeptAccount &kept)
{
    return run(insertion, valuesOf(_county, kept))
        .and_then([&](const PostgresRows &) { return find(kept.account.name); })
        .transform([&](const std::optional<KeptAccount> &found) { return found == kept; });
}

std::expected<bool, Failure> SharedAccounts::change(std::string_view name, const Change &wanted)
{
    // what is not given comes as an empty text, which no hash is, and as -1
    const std::string password = wanted.password.value_or(std::string());
    const std::int64_t isDisabled = wanted.isDisabled ? std::int64_t { *wanted.isDisabled } : -1;
    const std::array<PostgresStatement, 2> statements {
        PostgresStatement {
            "DELETE FROM huying.session WHERE county = $1::integer AND account = $2", ofCounty().add(name) },
        PostgresStatement { "UPDATE huying.account SET password = coalesce(nullif($3, ''), password), is_disabled = "
                            "CASE WHEN $4 < 0 THEN is_disabled ELSE $4 <> 0 END "
                            "WHERE county = $1::integer AND name = $2 RETURNING 1",
            ofCounty().add(name).add(std::string_view(password)).add(isDisabled) },
    };
    return runTogether(statements).transform([](const PostgresRows &rows) { return !rows.isEmpty(); });
}

std::expected<void, Failure> SharedAccounts::begin(const KeptSession &session, int most)
{
    const std::string_view account(session.account);
    const std::array<PostgresStatement, 2> statements {
        PostgresStatement { "DELETE FROM huying.session WHERE county = $1::integer AND (expires < $3 OR (account = $2 "
                            "AND digest NOT IN (SELECT digest FROM huying.session WHERE county = $1::integer AND "
                            "account = $2 ORDER BY begun DESC LIMIT $4)))",
            ofCounty().add(account).add(session.begun).add(std::int64_t { most - 1 }) },
        PostgresStatement { "INSERT INTO huying.session (digest, county, account, begun, expires) "
                            "VALUES ($5, $1::integer, $2, $3, $4) ON CONFLICT DO NOTHING",
            ofCounty().add(account).add(session.begun).add(session.expires).addBytes(view(session.digest)) },
    };
    return runTogether(statements).transform([](const PostgresRows &) {});
}

std::expected<std::optional<Account>, Failure> SharedAccounts::whose(const Digest &digest, Instant now)
{
    const auto rows =
        run("SELECT " COLUMNS " FROM huying.session JOIN huying.account ON account.county = session.county "
            "AND account.name = session.account WHERE session.county = $1::integer AND digest = $2 AND "
            "expires > $3 AND NOT is_disabled",
            ofCounty().addBytes(view(digest)).add(now));
    if (rows) {
        auto account = rows->isEmpty() ? std::nullopt : std::optional(accountIn(*rows, 0));
        remember(digest, account, now);
        return account;
    }
    const auto seen = _seen.find(digest);
    const bool isKnown = seen != _seen.end() && now - seen->second.at < remembered;
    return rows.error().kind == FailureKind::Unreachable && isKnown
        ? std::expected<std::optional<Account>, Failure>(seen->second.account)
        : std::unexpected(rows.error());
}

void SharedAccounts::remember(const Digest &digest, const std::optional<Account> &account, Instant now)
{
    if (!account) {
        _seen.erase(digest);
        return;
    }
    if (_seen.size() >= seenMost) {
        _seen.clear();
    }
    _seen.insert_or_assign(digest, Seen { *account, now });
}

std::expected<void, Failure> SharedAccounts::end(const Digest &digest)
{
    _seen.erase(digest);
    return run(
        "DELETE FROM huying.session WHERE county = $1::integer AND digest = $2", ofCounty().addBytes(view(digest)))
        .transform([](const PostgresRows &) {});
}

} // namespace huying
