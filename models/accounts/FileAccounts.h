#pragma once

#include "AccountRows.h"

#include <storage/Database.h>

#include <filesystem>
#include <memory>

namespace huying
{

/// Accounts and sessions in the file of a ledger, over a connection of their own, for one thread.
class FileAccounts : public AccountRows
{
public:
    /// The ledger has to be there. Refused when it is of an older schema.
    static std::expected<std::unique_ptr<FileAccounts>, Failure> open(const std::filesystem::path &ledger);

    std::expected<std::vector<KeptAccount>, Failure> all() override;
    std::expected<std::optional<KeptAccount>, Failure> find(std::string_view name) override;
    std::expected<bool, Failure> add(const KeptAccount &account) override;
    std::expected<bool, Failure> change(std::string_view name, const Change &change) override;
    std::expected<void, Failure> begin(const KeptSession &session, int most) override;
    std::expected<std::optional<Account>, Failure> whose(const Digest &digest, Instant now) override;
    std::expected<void, Failure> end(const Digest &digest) override;

private:
    explicit FileAccounts(Database database) : _database(std::move(database)) {}

    Database _database;
};

} // namespace huying
