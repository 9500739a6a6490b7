#include "Head.h"

#include <storage/Schema.h>

#include <QByteArray>
#include <QCoreApplication>

#include <cstring>

namespace huying
{

namespace
{

Digest digestFrom(std::string_view bytes)
{
    Digest digest {};
    if (bytes.size() == digest.size()) {
        std::memcpy(digest.data(), bytes.data(), digest.size());
    }
    return digest;
}

} // namespace

Head headIn(const Statement &row)
{
    return { row.number(0), digestFrom(row.bytes(1)) };
}

std::expected<Head, Failure> readHead(const Database &database)
{
    auto statement = database.prepare("SELECT position, chain FROM event ORDER BY position DESC LIMIT 1");
    if (!statement) {
        return std::unexpected(std::move(statement).error());
    }
    return statement->step().transform([&](bool found) { return found ? headIn(*statement) : Head(); });
}

std::expected<Founding, Failure> readFounding(const Database &database)
{
    const auto county = stateText(database, "county");
    const auto created = stateNumber(database, "created");
    if (!county || !created) {
        return std::unexpected(county ? created.error() : county.error());
    }
    if (!*county || !*created) {
        return failure(
            FailureKind::NotFound, QCoreApplication::translate("ledger", "The ledger has not been founded yet."));
    }
    return Founding { { **county }, Instant { std::chrono::milliseconds { **created } } };
}

std::expected<void, Failure> writeFounding(const Database &database, const Founding &founding)
{
    return setState(database, "county", std::string_view(founding.county.text)).and_then([&] {
        return setState(database, "created", std::int64_t { founding.created.time_since_epoch().count() });
    });
}

std::expected<Head, Failure> readSnapshotHead(const Database &database)
{
    const auto position = stateNumber(database, "position");
    const auto chain = stateText(database, "chain");
    if (!position || !chain) {
        return std::unexpected(position ? chain.error() : position.error());
    }
    const QByteArray digits = QByteArray::fromStdString(chain->value_or(""));
    return Head { position->value_or(0), digestFrom(QByteArray::fromHex(digits).toStdString()) };
}

std::expected<void, Failure> writeSnapshotHead(const Database &database, const Head &head)
{
    const QByteArray bytes(reinterpret_cast<const char *>(head.chain.data()), qsizetype(head.chain.size()));
    const std::string digits = bytes.toHex().toStdString();
    return setState(database, "position", std::int64_t { head.position }).and_then([&] {
        return setState(database, "chain", std::string_view(digits));
    });
}

} // namespace huying
