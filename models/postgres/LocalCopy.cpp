#include "LocalCopy.h"

#include <ledger/BulkLedger.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

void removeFile(const std::filesystem::path &file)
{
    std::error_code ignored;
    for (const char *const part : { "", "-wal", "-shm", ".part" }) {
        std::filesystem::remove(file.string() + part, ignored);
    }
}

/// Every entry of the log into a file that is made in one go.
std::expected<void, Failure> fetch(SharedLog &log, const Head &end, BulkLedger &bulk, const CopyProgress &progress)
{
    while (bulk.position() < end.position) {
        auto entries = log.after(bulk.position(), entriesAtOnce);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        std::expected<void, Failure> added;
        for (Entry &entry : *entries) {
            added = added.and_then([&] { return bulk.append(std::move(entry)); });
        }
        if (!added || entries->empty()) {
            return added ? failure(FailureKind::Damaged,
                               QCoreApplication::translate("Postgres", "The log in the database ends before its end."))
                         : added;
        }
        if (!progress(int(bulk.position() * 50 / end.position))) {
            return failure(FailureKind::Cancelled, QCoreApplication::translate("Postgres", "Stopped."));
        }
    }
    return {};
}

std::expected<void, Failure> makeCopy(
    SharedLog &log, const std::filesystem::path &file, const LedgerSettings &settings, const CopyProgress &progress)
{
    const auto end = log.head();
    if (!end || end->position == 0) {
        return end.transform([](const Head &) {}); // an empty one is founded by whoever opens it
    }
    return BulkLedger::create(file, log.founding(), settings).and_then([&](BulkLedger bulk) {
        return fetch(log, *end, bulk, progress)
            .and_then([&] { return bulk.finish([&](int percent) { return progress(50 + percent / 2); }); })
            .transform([](const Head &) {});
    });
}

/// Nothing when what is there is no copy of this log, or none that can be used.
std::expected<std::optional<Ledger>, Failure> foundCopy(
    SharedLog &log, const std::filesystem::path &file, const LedgerSettings &settings)
{
    auto copy = Ledger::open(file, settings, Synchronous::Normal);
    if (!copy) {
        return std::nullopt;
    }
    return isCopyOf(*copy, log).transform([&](bool isOurs) {
        return isOurs ? std::optional(std::move(*copy)) : std::nullopt;
    });
}

} // namespace

std::expected<bool, Failure> isCopyOf(const Ledger &copy, SharedLog &log)
{
    if (copy.founding() != log.founding()) {
        return false;
    }
    if (copy.head().position == 0) {
        return true;
    }
    return log.chainAt(copy.head().position).transform([&](const std::optional<Digest> &chain) {
        return chain == copy.head().chain;
    });
}

std::expected<Ledger, Failure> openCopy(
    SharedLog &log, const std::filesystem::path &folder, const LedgerSettings &settings, const CopyProgress &progress)
{
    const std::filesystem::path file = folder / "copy.ledger";
    auto found = foundCopy(log, file, settings);
    if (!found || *found) {
        return std::move(found).transform([](std::optional<Ledger> copy) { return std::move(*copy); });
    }
    removeFile(file);
    return makeCopy(log, file, settings, progress).and_then([&] {
        return Ledger::open(file, log.founding(), settings, Synchronous::Normal);
    });
}

} // namespace huying
