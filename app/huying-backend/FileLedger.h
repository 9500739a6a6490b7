#pragma once

#include "HeldLedger.h"

#include <ledger/Ledger.h>

namespace huying
{

/// A ledger in a file, which this backend alone writes.
class FileLedger : public HeldLedger
{
public:
    /// Founded where none is; one that is then not served leaves nothing behind.
    static std::expected<std::unique_ptr<FileLedger>, Failure> open(
        const std::filesystem::path &file, const Founding &founding);
    ~FileLedger() override;
    FileLedger(const FileLedger &) = delete;
    FileLedger &operator=(const FileLedger &) = delete;

    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) override;
    const Founding &founding() const override { return _ledger->founding(); }
    const std::filesystem::path &file() const override { return _ledger->file(); }
    std::expected<AccountStore, Failure> accounts() const override { return AccountStore::open(file()); }
    void tellTo(std::function<void(std::span<const Entry>)> tell) override;
    void keep() override { _isNew = false; }

private:
    FileLedger(Ledger ledger, bool isNew);

    std::optional<Ledger> _ledger;
    bool _isNew;
};

/// What an account may propose, for Ledger::append.
Ledger::MayPropose rightsOf(std::span<const Account> by);

} // namespace huying
