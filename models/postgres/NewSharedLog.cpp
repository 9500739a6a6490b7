#include "NewSharedLog.h"

#include "PostgresSchema.h"
#include "SharedAccounts.h"
#include "SharedRefusals.h"

#include <QCoreApplication>

namespace huying
{

namespace
{
constexpr std::size_t writtenTogether = 5'000;
}

std::expected<NewSharedLog, Failure> NewSharedLog::begin(const PostgresAddress &address, const Founding &founding)
{
    auto connection = PostgresConnection::open(address);
    if (!connection) {
        return std::unexpected(std::move(connection).error());
    }
    const std::string_view code = founding.county.text;
    const auto founded =
        preparePostgres(*connection).and_then([&] { return connection->runScript("BEGIN"); }).and_then([&] {
            return connection->run(
                "INSERT INTO huying.county (code, created) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id",
                PostgresParameters().add(code).add(founding.created));
        });
    if (!founded) {
        return std::unexpected(founded.error());
    }
    if (founded->isEmpty()) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("Postgres", "%1 has a ledger of the county %2 already.")
                .arg(address.shown(), QString::fromStdString(founding.county.text)));
    }
    return SharedLog::find(std::move(*connection), founding.county).transform([](SharedLog log) {
        return NewSharedLog(std::move(log));
    });
}

std::expected<void, Failure> NewSharedLog::append(Entry entry)
{
    if (entry.position != _head.position + 1 || entry.chain != chainAfter(_head.chain, entry)) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate(
                "ledger", "Entry %1 does not continue the log: something is missing or changed.")
                .arg(entry.position));
    }
    _head = { entry.position, entry.chain };
    _waiting.push_back(std::move(entry));
    return _waiting.size() < writtenTogether ? std::expected<void, Failure>() : write();
}

std::expected<void, Failure> NewSharedLog::write()
{
    if (_waiting.empty()) {
        return {};
    }
    return _log.add(_waiting).transform([&] { _waiting.clear(); });
}

std::expected<void, Failure> NewSharedLog::add(const KeptAccount &account)
{
    return _log.connection()
        .run(SharedAccounts::insertion, SharedAccounts::valuesOf(_log.county(), account))
        .transform([](const PostgresRows &) {});
}

std::expected<void, Failure> NewSharedLog::add(std::span<const Refusal> refusals)
{
    if (refusals.empty()) {
        return {};
    }
    return _log.connection().runTogether(keepingOf(_log.county(), refusals)).transform([](const PostgresRows &) {});
}

std::expected<Head, Failure> NewSharedLog::finish()
{
    return write().and_then([&] { return _log.connection().runScript("COMMIT"); }).transform([&] { return _head; });
}

} // namespace huying
