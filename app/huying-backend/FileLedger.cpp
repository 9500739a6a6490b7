#include "FileLedger.h"

#include "Machine.h"

#include <accounts/Rights.h>
#include <ledger/FirstNotices.h>

namespace huying
{

FileLedger::FileLedger(Ledger ledger, bool isNew) : _ledger(std::move(ledger)), _isNew(isNew) {}

FileLedger::~FileLedger()
{
    const std::filesystem::path file = _ledger->file();
    _ledger.reset();
    for (const char *const part : { "", "-wal", "-shm" }) {
        std::error_code ignored;
        if (_isNew) {
            std::filesystem::remove(file.string() + part, ignored);
        }
    }
}

std::expected<std::unique_ptr<FileLedger>, Failure> FileLedger::open(
    const std::filesystem::path &file, const Founding &founding)
{
    std::error_code unknown;
    const bool isThere = std::filesystem::exists(file, unknown) || unknown;
    auto ledger = Ledger::open(file, founding, LedgerSettings {});
    if (!ledger) {
        return std::unexpected(std::move(ledger).error());
    }
    std::unique_ptr<FileLedger> held(new FileLedger(std::move(*ledger), !isThere));
    return addFirstNotices(*held->_ledger, "huying-backend", founding.created, fillRandom).transform([&] {
        return std::move(held);
    });
}

std::expected<std::vector<Outcome>, Failure> FileLedger::append(
    std::span<const Proposal> proposals, std::span<const Account> by)
{
    return _ledger->append(proposals, clockNow(), rightsOf(by));
}

void FileLedger::tellTo(std::function<void(std::span<const Entry>)> tell)
{
    _ledger->onCommit(std::move(tell));
}

Ledger::MayPropose rightsOf(std::span<const Account> by)
{
    return [by](std::size_t index, const AnyEvent &event, const Ticket &before) {
        return mayPropose(by[index], event, before);
    };
}

} // namespace huying
