#include "ReadLog.h"

#include "Signing.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayReadLog {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

std::expected<BackendAddress, Failure> backendIn(const Options &options)
{
    const QUrl url(options.text(QStringLiteral("backend")), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https")) {
        return failure(FailureKind::Invalid, SayReadLog::tr("--backend is an address such as http://127.0.0.1:7530."));
    }
    return sessionAt(url, options).transform([&](const std::optional<SignedIn> &session) {
        return session
            ? BackendAddress { url, QByteArray::fromStdString(session->token), authorOf(session->account, {}) }
            : BackendAddress { url, {} };
    });
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

void addCountyOption(Options &options)
{
    options.add(QStringLiteral("county"),
        SayReadLog::tr("The county's code, for a new ledger and for a database, which may hold several."),
        QStringLiteral("CODE"), QStringLiteral("130529"));
}

void addLogOptions(Options &options, const QString &ledger)
{
    options.add(QStringLiteral("ledger"), ledger, QStringLiteral("FILE|URL"));
    addCountyOption(options);
    options.add(QStringLiteral("backend"),
        SayReadLog::tr("Instead of a file, the backend that holds the ledger, such as http://127.0.0.1:7530."),
        QStringLiteral("URL"));
    addSigningOptions(options);
}

std::expected<LedgerPlace, Failure> ledgerPlaceIn(const Options &options, const QString &name)
{
    return options.needed(name).and_then([&](const QString &text) -> std::expected<LedgerPlace, Failure> {
        if (!isPostgresAddress(text)) {
            return LedgerPlace(std::filesystem::path(text.toStdString()));
        }
        return PostgresAddress::from(text).transform([&](const PostgresAddress &address) {
            return LedgerPlace(CountyDatabase { address, { options.text(QStringLiteral("county")).toStdString() } });
        });
    });
}

QString shownPlace(const LedgerPlace &place)
{
    const auto *const database = std::get_if<CountyDatabase>(&place);
    return database ? database->address.shown()
                    : QString::fromStdString(std::get<std::filesystem::path>(place).string());
}

std::expected<LogAddress, Failure> logAddressIn(const Options &options)
{
    const bool hasLedger = options.has(QStringLiteral("ledger"));
    const bool hasBackend = options.has(QStringLiteral("backend"));
    if (hasLedger == hasBackend) {
        return failure(
            FailureKind::Invalid, SayReadLog::tr("Name the ledger with --ledger or the backend with --backend."));
    }
    if (hasBackend) {
        return backendIn(options).transform([](const BackendAddress &backend) { return LogAddress(backend); });
    }
    return ledgerPlaceIn(options, QStringLiteral("ledger")).transform([](const LedgerPlace &place) {
        return std::visit([](const auto &where) { return LogAddress(where); }, place);
    });
}

std::expected<ReadLog, Failure> ReadLog::open(const LogAddress &address)
{
    if (const auto *file = std::get_if<std::filesystem::path>(&address)) {
        return LedgerReader::open(*file).transform([](LedgerReader reader) { return ReadLog(std::move(reader)); });
    }
    if (const auto *database = std::get_if<CountyDatabase>(&address)) {
        return DatabaseCopy::of(*database).transform([](OfDatabase copy) { return ReadLog(std::move(copy)); });
    }
    return BackendCopy::of(std::get<BackendAddress>(address)).transform([](Copy copy) {
        return ReadLog(std::move(copy));
    });
}

LedgerReader *ReadLog::reader()
{
    if (auto *const reader = std::get_if<LedgerReader>(&_log)) {
        return reader;
    }
    auto *const copy = std::get_if<OfDatabase>(&_log);
    return copy ? &(*copy)->reader() : nullptr;
}

RowStore &ReadLog::rows()
{
    return reader() ? reader()->rows() : std::get<Copy>(_log)->rows();
}

std::expected<Directory, Failure> ReadLog::directory()
{
    return reader() ? reader()->facts().directory() : std::get<Copy>(_log)->directory();
}

std::expected<Position, Failure> ReadLog::head()
{
    if (!reader()) {
        return std::get<Copy>(_log)->position();
    }
    return reader()->head().transform([](const Head &head) { return head.position; });
}

std::expected<Page, Failure> ReadLog::entriesAfter(Position position, int limit)
{
    if (auto *const copy = std::get_if<OfDatabase>(&_log)) {
        return (*copy)->entriesAfter(position, limit);
    }
    return reader() ? reader()->entriesAfter(position, limit)
                    : std::get<Copy>(_log)->backend().entriesAfter(position, limit);
}

std::expected<std::vector<Entry>, Failure> ReadLog::trailsOf(std::span<const TicketId> tickets)
{
    return reader() ? reader()->trailsOf(tickets) : std::get<Copy>(_log)->backend().trailsOf(tickets);
}

std::expected<RuleTimeline, Failure> ReadLog::timeline()
{
    if (reader()) {
        return huying::timelineOf(*reader(), LedgerSettings {});
    }
    return std::get<Copy>(_log)->directory().and_then([](const Directory &directory) { return timelineOf(directory); });
}

} // namespace huying
