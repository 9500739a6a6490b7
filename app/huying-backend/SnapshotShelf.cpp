#include "SnapshotShelf.h"

#include <packing/Packing.h>

#include <QFile>

#include <algorithm>

namespace huying
{

namespace
{

/// So many entries a desk catches up with in about a second.
constexpr Position worthCatchingUp = 20'000;
/// A first part is made in a fraction of a second, and lacks the trails of closed tickets that are touched again.
constexpr Position worthCatchingUpFirst = 2'000;

/// A queue holds those that were closed in the last seven days; the other one is for clocks that differ.
constexpr std::chrono::days closedInFirst { 8 };

/// Dozens of units and townships start in the morning; a small county's snapshots are some megabytes each.
constexpr std::size_t audiencesKept = 64;

} // namespace

SnapshotShelf::SnapshotShelf(
    std::filesystem::path ledger, const QDir &folder, SnapshotOf of, std::function<Instant()> clock)
    : _ledger(std::move(ledger)), _folder(folder), _of(of), _clock(std::move(clock))
{
}

void SnapshotShelf::remove(const std::optional<Made> &made)
{
    std::error_code ignored;
    if (made) {
        std::filesystem::remove(made->packed.file, ignored);
    }
}

/// Where that cannot be found out it is made anew, which says why.
bool SnapshotShelf::isStillFor(const Audience &audience, const Made &made) const
{
    return !mayHoldWhatWent(_ledger, audience, made.position).value_or(true);
}

/// The oldest goes when there are as many as are kept.
void SnapshotShelf::makeRoom()
{
    while (_kept.size() >= audiencesKept) {
        const auto oldest = std::ranges::min_element(_kept, {}, [](const auto &kept) { return kept.second.number; });
        remove(oldest->second.last);
        remove(oldest->second.before);
        _kept.erase(oldest);
    }
}

std::expected<Head, Failure> SnapshotShelf::write(const std::filesystem::path &plain, const Audience &audience) const
{
    return _of == SnapshotOf::AtWork ? writeFirstPart(_ledger, plain, audience, _clock() - closedInFirst)
                                     : writeSnapshot(_ledger, plain, audience);
}

std::expected<SnapshotShelf::Kept, Failure> SnapshotShelf::make(const Audience &audience)
{
    Kept fresh { .last = {}, .number = ++_made, .before = {} };
    const QString name = _of == SnapshotOf::AtWork ? QStringLiteral("first-%1") : QStringLiteral("snapshot-%1");
    const QString plain = _folder.filePath(name.arg(fresh.number));
    const QString packed = plain + QStringLiteral(".zst");
    const auto made = write(plain.toStdString(), audience).and_then([&](const Head &at) {
        fresh.last.position = at.position;
        return pack(plain, packed);
    });
    QFile::remove(plain);
    return made.transform([&](const std::string &digest) {
        fresh.last.packed = { packed.toStdString(), digest };
        return fresh;
    });
}

std::expected<PackedSnapshot, Failure> SnapshotShelf::get(
    const Audience &audience, const std::string &begun, Position head)
{
    const Position worth = _of == SnapshotOf::AtWork ? worthCatchingUpFirst : worthCatchingUp;
    const auto found = _kept.find(nameOf(audience));
    if (found != _kept.end()) {
        const Kept &kept = found->second;
        if (kept.before && kept.before->packed.name == begun && isStillFor(audience, *kept.before)) {
            return kept.before->packed;
        }
        const bool isWanted = kept.last.packed.name == begun || head - kept.last.position < worth;
        if (isWanted && isStillFor(audience, kept.last)) {
            return kept.last.packed;
        }
    }
    auto fresh = make(audience);
    if (!fresh) {
        return std::unexpected(fresh.error());
    }
    if (found != _kept.end()) {
        remove(found->second.before);
        fresh->before = found->second.last;
    } else {
        makeRoom();
    }
    _kept.insert_or_assign(nameOf(audience), *fresh);
    return fresh->last.packed;
}

} // namespace huying
