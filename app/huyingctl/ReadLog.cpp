#include "ReadLog.h"

#include "Signing.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

template <class... Functions>
struct Either : Functions... {
    using Functions::operator()...;
};

std::expected<BackendAddress, Failure> backendIn(const Options &options)
{
    const QUrl url(options.text(QStringLiteral("backend")), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) {
        return failure(FailureKind::Invalid, Say::tr("--backend is an address such as http://127.0.0.1:7530."));
    }
    return tokenFor(url, options).transform([&](const QByteArray &token) { return BackendAddress { url, token }; });
}

/// The rules by the notices that are known; a copy does not tell where in the log they stand.
std::expected<RuleTimeline, Failure> timelineOf(const Directory &directory)
{
    std::vector<HolidayNotice> notices;
    for (const auto &[number, notice] : directory.notices()) {
        notices.push_back(notice);
    }
    std::ranges::stable_sort(notices, {}, &HolidayNotice::issuedOn);
    RuleTimeline timeline { LedgerSettings().rules() };
    Position position = 0;
    std::expected<void, Failure> added;
    for (const HolidayNotice &notice : notices) {
        added = added.and_then([&] { return timeline.add(++position, startOf(notice.issuedOn), notice); });
    }
    return added.transform([&] { return std::move(timeline); });
}

} // namespace

void addLogOptions(Options &options, const QString &ledger)
{
    options.add(QStringLiteral("ledger"), ledger, QStringLiteral("FILE"));
    options.add(QStringLiteral("backend"),
        Say::tr("Instead of a file, the backend that holds the ledger, such as http://127.0.0.1:7530."),
        QStringLiteral("URL"));
    addSigningOptions(options);
}

std::expected<LogAddress, Failure> logAddressIn(const Options &options)
{
    const bool hasLedger = options.has(QStringLiteral("ledger"));
    const bool hasBackend = options.has(QStringLiteral("backend"));
    if (hasLedger == hasBackend) {
        return failure(FailureKind::Invalid, Say::tr("Name the ledger with --ledger or the backend with --backend."));
    }
    if (hasBackend) {
        return backendIn(options).transform([](const BackendAddress &backend) { return LogAddress(backend); });
    }
    return options.needed(QStringLiteral("ledger")).transform([](const QString &file) {
        return LogAddress(std::filesystem::path(file.toStdString()));
    });
}

std::expected<ReadLog, Failure> ReadLog::open(const LogAddress &address)
{
    if (const auto *file = std::get_if<std::filesystem::path>(&address)) {
        return LedgerReader::open(*file).transform([](LedgerReader reader) { return ReadLog(std::move(reader)); });
    }
    return BackendCopy::of(std::get<BackendAddress>(address)).transform([](Copy copy) {
        return ReadLog(std::move(copy));
    });
}

RowStore &ReadLog::rows()
{
    return std::visit(Either { [](LedgerReader &reader) -> RowStore & { return reader.rows(); },
                          [](Copy &copy) -> RowStore & { return copy->rows(); } },
        _log);
}

std::expected<Directory, Failure> ReadLog::directory()
{
    return std::visit(Either { [](LedgerReader &reader) { return reader.facts().directory(); },
                          [](Copy &copy) { return copy->directory(); } },
        _log);
}

std::expected<Position, Failure> ReadLog::head()
{
    using Answer = std::expected<Position, Failure>;
    return std::visit(Either { [](LedgerReader &reader) -> Answer {
                                  return reader.head().transform([](const Head &head) { return head.position; });
                              },
                          [](Copy &copy) -> Answer { return copy->position(); } },
        _log);
}

std::expected<Page, Failure> ReadLog::entriesAfter(Position position, int limit)
{
    return std::visit(Either { [&](LedgerReader &reader) { return reader.entriesAfter(position, limit); },
                          [&](Copy &copy) { return copy->backend().entriesAfter(position, limit); } },
        _log);
}

std::expected<std::vector<Entry>, Failure> ReadLog::trailsOf(std::span<const TicketId> tickets)
{
    return std::visit(Either { [&](LedgerReader &reader) { return reader.trailsOf(tickets); },
                          [&](Copy &copy) { return copy->backend().trailsOf(tickets); } },
        _log);
}

std::expected<RuleTimeline, Failure> ReadLog::timeline()
{
    return std::visit(Either { [](LedgerReader &reader) { return huying::timelineOf(reader, LedgerSettings {}); },
                          [](Copy &copy) {
                              return copy->directory().and_then(
                                  [](const Directory &directory) { return timelineOf(directory); });
                          } },
        _log);
}

} // namespace huying
