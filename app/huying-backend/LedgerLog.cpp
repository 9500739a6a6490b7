#include "LedgerLog.h"

#include <ledger/Snapshot.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

/// So many entries a desk catches up with in about a second.
constexpr Position worthCatchingUp = 20'000;

/// Dozens of units and townships start in the morning; a small county's snapshots are some megabytes each.
constexpr std::size_t audiencesKept = 64;

} // namespace

LedgerLog::LedgerLog(std::filesystem::path ledger, LedgerReader reader)
    : _ledger(std::move(ledger)), _reader(std::move(reader))
{
}

std::expected<std::unique_ptr<LedgerLog>, Failure> LedgerLog::open(const std::filesystem::path &ledger)
{
    auto reader = LedgerReader::open(ledger);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    std::unique_ptr<LedgerLog> log(new LedgerLog(ledger, std::move(*reader)));
    if (!log->_folder.isValid()) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Backend", "No temporary folder can be made for snapshots."));
    }
    return log;
}

std::expected<Page, Failure> LedgerLog::entriesAfter(Position position, int limit, const Audience &audience)
{
    auto page = _reader.entriesAfter(position, limit, audience);
    if (page) {
        const std::scoped_lock held(_lock);
        _head = std::max(_head, page->head);
    }
    return page;
}

std::expected<std::vector<Entry>, Failure> LedgerLog::trailsOf(
    std::span<const TicketId> tickets, const Audience &audience)
{
    return _reader.trailsOf(tickets, audience);
}

std::expected<bool, Failure> LedgerLog::isSeen(const TicketId &ticket, const Audience &audience)
{
    return _reader.isSeen(ticket, audience);
}

std::filesystem::path LedgerLog::fileOf(int number) const
{
    return _folder.filePath(QStringLiteral("snapshot-%1").arg(number)).toStdString();
}

/// The oldest goes when there are as many as are kept.
void LedgerLog::makeRoom()
{
    std::error_code ignored;
    while (_kept.size() >= audiencesKept) {
        const auto oldest = std::ranges::min_element(_kept, {}, [](const auto &kept) { return kept.second.number; });
        std::filesystem::remove(fileOf(oldest->second.number), ignored);
        if (oldest->second.before) {
            std::filesystem::remove(fileOf(*oldest->second.before), ignored);
        }
        _kept.erase(oldest);
    }
}

std::expected<std::filesystem::path, Failure> LedgerLog::snapshot(const Audience &audience)
{
    Position head = 0;
    {
        const std::scoped_lock held(_lock);
        head = _head;
    }
    const std::string name = nameOf(audience);
    const auto found = _kept.find(name);
    if (found != _kept.end() && head - found->second.position < worthCatchingUp) {
        return fileOf(found->second.number);
    }
    Kept fresh { .position = 0, .number = ++_made, .before = {} };
    const auto written = writeSnapshot(_ledger, fileOf(fresh.number), audience);
    if (!written) {
        return std::unexpected(written.error());
    }
    fresh.position = written->position;
    if (found != _kept.end()) {
        std::error_code ignored;
        fresh.before = found->second.number;
        if (found->second.before) {
            std::filesystem::remove(fileOf(*found->second.before), ignored);
        }
    } else {
        makeRoom();
    }
    _kept.insert_or_assign(name, fresh);
    return fileOf(fresh.number);
}

} // namespace huying
