#pragma once

#include "HeldLedger.h"

#include <postgres/Listening.h>

namespace huying
{

/// A ledger in PostgreSQL, which other backends write too; this one reads from a copy of its own.
class DatabaseLedger : public HeldLedger
{
public:
    /// Founded where none is. `folder` is for the copy; where it is empty one in the user's cache is found that no
    /// other backend uses. `end` is called when it cannot be served any longer, from any thread.
    static std::expected<std::unique_ptr<DatabaseLedger>, Failure> open(const PostgresAddress &address,
        const Founding &founding, const std::filesystem::path &folder, std::function<void()> end);
    ~DatabaseLedger() override;

    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) override;
    const Founding &founding() const override { return _ledger->founding(); }
    const std::filesystem::path &file() const override { return _ledger->copy().file(); }
    std::expected<AccountStore, Failure> accounts() const override;
    void tellTo(std::function<void(std::span<const Entry>)> tell) override;
    void keep() override {}

private:
    DatabaseLedger(PostgresAddress address, std::unique_ptr<SharedLedger> ledger);

    PostgresAddress _address;
    std::unique_ptr<SharedLedger> _ledger;
    std::optional<Listening> _listening;
};

} // namespace huying
