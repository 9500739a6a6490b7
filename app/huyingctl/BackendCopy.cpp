#include "BackendCopy.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayBackendCopy {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int entriesInPage = 2'000;

} // namespace

std::expected<std::unique_ptr<BackendCopy>, Failure> BackendCopy::of(const BackendAddress &backend)
{
    std::unique_ptr<BackendCopy> copy(new BackendCopy(backend));
    return copy->make().transform([&] { return std::move(copy); });
}

std::expected<void, Failure> BackendCopy::make()
{
    if (!_folder.isValid()) {
        return failure(FailureKind::Full,
            SayBackendCopy::tr("No temporary folder can be made for a copy of the log: %1").arg(_folder.errorString()));
    }
    const std::filesystem::path file = _folder.filePath(QStringLiteral("copy")).toStdString();
    const auto greeting = _backend.greeting();
    if (!greeting) {
        return std::unexpected(greeting.error());
    }
    return _backend.fetchSnapshot(file)
        .and_then([&] {
            return Cache::open(file, {}).transform_error([&](const Failure &none) {
                return Failure { none.kind,
                    SayBackendCopy::tr("%1: what it sends to start from is no copy of a log, or a newer one's.")
                        .arg(_backend.name()) };
            });
        })
        .and_then([&](std::unique_ptr<Cache> cache) {
            _cache = std::move(cache);
            return catchUp(greeting->head);
        })
        .and_then([&] { return CacheReader::open(file); })
        .transform([&](std::unique_ptr<CacheReader> reader) { _reader = std::move(reader); });
}

/// The snapshot may be older than the log is now.
std::expected<void, Failure> BackendCopy::catchUp(Position head)
{
    auto position = _cache->position();
    while (position && *position < head) {
        const auto page = _backend.entriesAfter(*position, entriesInPage);
        if (!page) {
            return std::unexpected(page.error());
        }
        if (page->isEmpty()) {
            break;
        }
        const auto stored =
            _cache->missingFor(*page)
                .and_then([&](const std::vector<TicketId> &missing) { return _backend.trailsOf(missing); })
                .and_then([&](const std::vector<Entry> &trails) { return _cache->store(*page, trails); });
        if (!stored) {
            return stored;
        }
        position = _cache->position();
    }
    return position.transform([&](Position reached) { _position = reached; });
}

} // namespace huying
