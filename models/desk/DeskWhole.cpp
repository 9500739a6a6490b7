// The part of Desk that begins with the first part of a cache and goes over to the whole one.
#include "Desk.h"

namespace huying
{

/// A new workstation works on the open tickets while the backend still makes the rest ready.
void Desk::fetchCache()
{
    tellStatus();
    if (_files->fileAtHand()) {
        return openCache();
    }
    if (!_fetch) {
        _fetch = std::make_unique<SnapshotFetch>(_settings.backend, _settings.line.token);
        connect(_fetch.get(), &SnapshotFetch::progress, this, [this](qint64 received, qint64 total) {
            _progress = total > 0 ? double(received) / double(total) : 0;
            tellStatus();
        });
    }
    DeskFiles::removeCacheFile(_files->firstPartFile()); // what another one has left beside it
    _fetch->fetch(_files->firstPartFile(), SnapshotOf::AtWork, [this](const std::expected<void, Failure> &fetched) {
        if (!fetched && fetched.error().kind == FailureKind::SignedOut) {
            return askSignIn(_signedIn ? fetched.error().text : QString());
        }
        if (!fetched) {
            trouble(fetched.error());
            return _retry.start();
        }
        _trouble.clear();
        _noRoom.clear();
        _progress = 0;
        openCache();
    });
}

void Desk::bringWhole()
{
    _progress = 0;
    _whole = std::make_unique<WholeCache>(*_files, _settings.backend, _settings.line, _settings.deadlines, _clock);
    connect(_whole.get(), &WholeCache::moved, this, &Desk::takeWhole, Qt::QueuedConnection);
    connect(_whole.get(), &WholeCache::progressed, this, [this](double part) {
        _progress = part;
        tellStatus();
    });
    // that the line is away, or nobody signed in, is what the desk's own line says
    connect(_whole.get(), &WholeCache::troubled, this, [this](const Failure &why) {
        if (why.kind != FailureKind::Unreachable && why.kind != FailureKind::SignedOut) {
            trouble(why);
        }
    });
    _whole->start();
}

void Desk::takeWhole()
{
    const auto there = _whole ? _whole->position() : std::nullopt;
    const auto here = _cache ? _cache->position() : failure(FailureKind::NotFound, {});
    if (!there || !here || *there < *here) {
        return;
    }
    if (_whole->audience() != _cache->audience().value_or(std::nullopt)) {
        return startOver({ FailureKind::Damaged, tr("You see other tickets now than before.") });
    }
    Rows told;
    for (RowPointer &row : _cache->atWork(now() - keptAfterClosing).value_or(std::vector<RowPointer>())) {
        const TicketId id = row->id;
        told.emplace(id, std::move(row));
    }
    auto whole = _whole->take();
    if (const auto asOf = _line ? _line->state().asOf : std::nullopt) {
        static_cast<void>(whole->keepAsOf(*asOf));
    }
    _trouble.clear();
    closeCache();
    _files->removeCacheFile(_files->firstPartFile());
    workOn(std::move(whole), std::move(told));
    tellSight();
}

} // namespace huying
