#include "WholeCache.h"

#include <QFile>

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds firstWait { 2'000 };
constexpr std::chrono::milliseconds longestWait { 30'000 };

class NoActions : public Outbox
{
public:
    std::expected<std::vector<Proposal>, Failure> unanswered(int) const override { return std::vector<Proposal>(); }
    std::expected<void, Failure> answered(std::span<const Proposal>, std::span<const Outcome>) override { return {}; }
};

} // namespace

WholeCache::WholeCache(const DeskFiles &files, QUrl backend, LineSettings line, DeadlineSettings deadlines,
    BackendLine::Clock clock, QObject *parent)
    : QObject(parent)
    , _files(files)
    , _backend(std::move(backend))
    , _settings(std::move(line))
    , _deadlines(deadlines)
    , _clock(std::move(clock))
    , _fetch(_backend, _settings.token, this)
    , _nothing(std::make_unique<NoActions>())
    , _retry(this)
    , _wait(firstWait)
{
    _retry.setSingleShot(true);
    connect(&_retry, &QTimer::timeout, this, &WholeCache::start);
    connect(&_fetch, &SnapshotFetch::progress, this,
        [this](qint64 received, qint64 total) { emit progressed(total > 0 ? double(received) / double(total) : 0); });
}

WholeCache::~WholeCache() = default;

void WholeCache::start()
{
    QFile::exists(_files.cacheFile()) ? open() : fetch();
}

void WholeCache::hurry()
{
    _wait = firstWait;
    if (_retry.isActive()) {
        _retry.stop();
        start();
    }
}

void WholeCache::fetch()
{
    DeskFiles::removeCacheFile(_files.cacheFile()); // what another one has left beside it
    _fetch.fetch(_files.cacheFile(), SnapshotOf::Everything,
        [this](const std::expected<void, Failure> &done) { done ? open() : again(done.error()); });
}

void WholeCache::open()
{
    auto cache = Cache::open(_files.cacheFile().toStdString(), _deadlines);
    if (!cache) {
        if (cache.error().kind == FailureKind::Damaged) {
            DeskFiles::removeCacheFile(_files.cacheFile());
        }
        return again(cache.error());
    }
    _cache = std::move(*cache);
    follow();
}

void WholeCache::follow()
{
    _settings.session.audience = _cache->audience().value_or(std::nullopt).value_or(std::string());
    _line = std::make_unique<BackendLine>(_backend, *_cache, *_nothing, _clock, _settings);
    connect(_line.get(), &BackendLine::stateChanged, this, &WholeCache::heedLine, Qt::QueuedConnection);
    connect(_line.get(), &BackendLine::stored, this, &WholeCache::moved);
    _line->start();
    emit moved();
}

/// A file that is another log's, or for others, is not what the desk waits for.
void WholeCache::heedLine()
{
    const auto trouble = _line ? _line->state().trouble : std::nullopt;
    if (trouble && trouble->kind == FailureKind::Damaged) {
        _line.reset();
        _cache.reset();
        DeskFiles::removeCacheFile(_files.cacheFile());
        again(*trouble);
    }
}

void WholeCache::again(const Failure &why)
{
    emit progressed(0);
    emit troubled(why);
    _retry.start(_wait);
    _wait = std::min(_wait * 2, longestWait);
}

std::optional<Position> WholeCache::position() const
{
    return _cache
        ? _cache->position().transform([](Position here) { return std::optional(here); }).value_or(std::nullopt)
        : std::nullopt;
}

std::optional<std::string> WholeCache::audience() const
{
    return _cache ? _cache->audience().value_or(std::nullopt) : std::nullopt;
}

std::unique_ptr<Cache> WholeCache::take()
{
    _line.reset();
    return std::move(_cache);
}

} // namespace huying
