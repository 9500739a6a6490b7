#include "LedgerService.h"

#include <ledger/Snapshot.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

/// So many entries a desk catches up with in about a second.
constexpr Position worthCatchingUp = 20'000;

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

std::expected<Page, Failure> LedgerLog::entriesAfter(Position position, int limit)
{
    auto page = _reader.entriesAfter(position, limit);
    if (page) {
        const std::scoped_lock held(_lock);
        _head = std::max(_head, page->head);
    }
    return page;
}

std::expected<std::vector<Entry>, Failure> LedgerLog::trailsOf(std::span<const TicketId> tickets)
{
    return _reader.trailsOf(tickets);
}

std::expected<std::filesystem::path, Failure> LedgerLog::snapshot()
{
    const auto fileOf = [this](int number) {
        return std::filesystem::path(_folder.filePath(QStringLiteral("snapshot-%1").arg(number)).toStdString());
    };
    Position head = 0;
    {
        const std::scoped_lock held(_lock);
        head = _head;
    }
    if (_snapshot && head - _snapshot->position < worthCatchingUp) {
        return fileOf(_made);
    }
    // The one before stays for desks that are still reading it.
    std::error_code ignored;
    std::filesystem::remove(fileOf(_made - 1), ignored);
    const auto written = writeSnapshot(_ledger, fileOf(_made + 1), Personal::With);
    if (!written) {
        return std::unexpected(written.error());
    }
    ++_made;
    _snapshot = *written;
    return fileOf(_made);
}

LedgerWriter::LedgerWriter(Ledger &ledger, std::function<Instant()> clock) : _ledger(ledger), _clock(std::move(clock))
{
}

std::expected<std::vector<Outcome>, Failure> LedgerWriter::append(std::span<const Proposal> proposals)
{
    return _ledger.append(proposals, _clock());
}

} // namespace huying
