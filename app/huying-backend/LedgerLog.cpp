#include "LedgerLog.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace huying
{

LedgerLog::LedgerLog(
    const std::filesystem::path &ledger, const QDir &folder, LedgerReader reader, const std::function<Instant()> &clock)
    : _reader(std::move(reader))
    , _folder(folder)
    , _snapshots(ledger, _folder, SnapshotOf::Everything, clock)
    , _firstParts(ledger, _folder, SnapshotOf::AtWork, clock)
{
}

LedgerLog::~LedgerLog()
{
    _folder.removeRecursively();
}

std::expected<std::unique_ptr<LedgerLog>, Failure> LedgerLog::open(
    const std::filesystem::path &ledger, const std::function<Instant()> &clock)
{
    auto reader = LedgerReader::open(ledger);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    QDir folder(QString::fromStdString(ledger.string()) + QStringLiteral(".snapshots"));
    folder.removeRecursively();
    const auto forItsOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(folder.path(), forItsOwner)) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Backend", "The folder %1 for snapshots cannot be made.").arg(folder.path()));
    }
    return std::unique_ptr<LedgerLog>(new LedgerLog(ledger, folder, std::move(*reader), clock));
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

std::expected<PackedSnapshot, Failure> LedgerLog::snapshot(
    const Audience &audience, SnapshotOf of, const std::string &begun)
{
    Position head = 0;
    {
        const std::scoped_lock held(_lock);
        head = _head;
    }
    return (of == SnapshotOf::AtWork ? _firstParts : _snapshots).get(audience, begun, head);
}

} // namespace huying
