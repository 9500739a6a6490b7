#pragma once

#include "PostgresConnection.h"

#include <accounts/AccountRows.h>

namespace huying
{

/// A county's accounts and sessions in PostgreSQL, which several backends share; over a connection of their own, for
/// one thread. One that is lost is made again.
class SharedAccounts : public AccountRows
{
public:
    /// NotFound when the county has no ledger there.
    static std::expected<std::unique_ptr<SharedAccounts>, Failure> open(
        const PostgresAddress &address, const RegionCode &county);

    /// The statement that adds an account, where there is none of that name or person, and what it is run with.
    static const std::string_view insertion;
    static PostgresParameters valuesOf(std::int64_t county, const KeptAccount &account);

    std::expected<std::vector<KeptAccount>, Failure> all() override;
    std::expected<std::optional<KeptAccount>, Failure> find(std::string_view name) override;
    std::expected<bool, Failure> add(const KeptAccount &account) override;
    std::expected<bool, Failure> change(std::string_view name, const Change &change) override;
    std::expected<void, Failure> begin(const KeptSession &session, int most) override;
    /// While the database is away, whoever was there in the ten minutes before stays: the database lets nobody write
    /// then, and a desk goes on reading.
    std::expected<std::optional<Account>, Failure> whose(const Digest &digest, Instant now) override;
    std::expected<void, Failure> end(const Digest &digest) override;

private:
    SharedAccounts(PostgresAddress address, PostgresConnection connection, std::int64_t county);

    std::expected<PostgresRows, Failure> run(std::string_view sql, const PostgresParameters &parameters);
    std::expected<PostgresRows, Failure> runTogether(std::span<const PostgresStatement> statements);
    std::expected<void, Failure> connect();
    PostgresParameters ofCounty() const;
    void remember(const Digest &digest, const std::optional<Account> &account, Instant now);

    struct Seen {
        Account account;
        Instant at;
    };

    PostgresAddress _address;
    std::optional<PostgresConnection> _connection; ///< nothing while the database is away
    std::int64_t _county;
    std::chrono::steady_clock::time_point _triedAt {}; ///< when it could not be reached
    std::map<Digest, Seen> _seen;
};

} // namespace huying
