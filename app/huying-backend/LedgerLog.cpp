#include "LedgerLog.h"

#include <ledger/Snapshot.h>
#include <packing/Packing.h>

#include <QCoreApplication>
#include <QFile>

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
    : _ledger(std::move(ledger))
    , _reader(std::move(reader))
    , _folder(QString::fromStdString(_ledger.string()) + QStringLiteral(".snapshots"))
{
}

LedgerLog::~LedgerLog()
{
    _folder.removeRecursively();
}

std::expected<std::unique_ptr<LedgerLog>, Failure> LedgerLog::open(const std::filesystem::path &ledger)
{
    auto reader = LedgerReader::open(ledger);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    std::unique_ptr<LedgerLog> log(new LedgerLog(ledger, std::move(*reader)));
    QDir &folder = log->_folder;
    folder.removeRecursively();
    const auto forItsOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(folder.path(), forItsOwner)) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Backend", "The folder %1 for snapshots cannot be made.").arg(folder.path()));
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

void LedgerLog::remove(const std::optional<PackedSnapshot> &packed)
{
    std::error_code ignored;
    if (packed) {
        std::filesystem::remove(packed->file, ignored);
    }
}

/// The oldest goes when there are as many as are kept.
void LedgerLog::makeRoom()
{
    while (_kept.size() >= audiencesKept) {
        const auto oldest = std::ranges::min_element(_kept, {}, [](const auto &kept) { return kept.second.number; });
        remove(oldest->second.packed);
        remove(oldest->second.before);
        _kept.erase(oldest);
    }
}

std::expected<LedgerLog::Kept, Failure> LedgerLog::make(const Audience &audience)
{
    Kept fresh { .position = 0, .number = ++_made, .packed = {}, .before = {} };
    const QString plain = _folder.filePath(QStringLiteral("snapshot-%1").arg(fresh.number));
    const QString packed = plain + QStringLiteral(".zst");
    const auto made = writeSnapshot(_ledger, plain.toStdString(), audience).and_then([&](const Head &at) {
        fresh.position = at.position;
        return pack(plain, packed);
    });
    QFile::remove(plain);
    return made.transform([&](const std::string &name) {
        fresh.packed = { packed.toStdString(), name };
        return fresh;
    });
}

std::expected<PackedSnapshot, Failure> LedgerLog::snapshot(const Audience &audience, const std::string &begun)
{
    Position head = 0;
    {
        const std::scoped_lock held(_lock);
        head = _head;
    }
    const auto found = _kept.find(nameOf(audience));
    if (found != _kept.end()) {
        const Kept &kept = found->second;
        if (kept.before && kept.before->name == begun) {
            return *kept.before;
        }
        if (kept.packed.name == begun || head - kept.position < worthCatchingUp) {
            return kept.packed;
        }
    }
    auto fresh = make(audience);
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    if (found != _kept.end()) {
        remove(found->second.before);
        fresh->before = found->second.packed;
    } else {
        makeRoom();
    }
    _kept.insert_or_assign(nameOf(audience), *fresh);
    return fresh->packed;
}

} // namespace huying
