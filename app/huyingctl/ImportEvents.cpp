#include "ImportEvents.h"

#include "Ledgers.h"

#include <exchange/EventLines.h>
#include <ledger/BulkLedger.h>

#include <QCoreApplication>

namespace huying
{

std::expected<Head, Failure> importEvents(const std::filesystem::path &events, const std::filesystem::path &ledger,
    const RegionCode &county, const std::function<bool(int percent)> &goOn)
{
    std::optional<BulkLedger> bulk;
    const auto begin = [&](const Entry &first) {
        return BulkLedger::create(ledger, Founding { county, first.received }, LedgerSettings {})
            .transform([&](BulkLedger created) { bulk.emplace(std::move(created)); });
    };
    const auto read = readEventLines(
        events,
        [&](const Entry &entry) {
            auto begun = bulk ? std::expected<void, Failure>() : begin(entry);
            return begun.and_then([&] { return bulk->append(entry); });
        },
        [&](int percent) { return goOn(percent / 2); });
    if (!read) {
        return std::unexpected(read.error());
    }
    if (!bulk) {
        return failure(FailureKind::Invalid, QCoreApplication::translate("huyingctl", "The file has no events."));
    }
    return bulk->finish([&](int percent) { return goOn(50 + percent / 2); });
}

} // namespace huying
