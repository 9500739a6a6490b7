#include "PostgresConnection.h"

#include "PostgresFailure.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <libpq-fe.h>

#include <array>

namespace huying
{

namespace
{

/// A server that is gone is noticed in some ten seconds, and who hangs while it is another's turn loses it. A lock is
/// not waited for without end. statement_timeout is left alone: it must not end the wait of a commit for a standby.
/// Every question is one by key: a plan that was made while a table was empty must not read all of it later.
constexpr const char *manners =
    "-c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c client_min_messages=warning "
    "-c enable_seqscan=off -c enable_bitmapscan=off";

} // namespace

void PostgresConnection::Closer::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

PostgresConnection::PostgresConnection(pg_conn *connection) : _heard(std::make_unique<Heard>()), _connection(connection)
{
    PQsetNoticeReceiver(connection, &PostgresConnection::take, _heard.get());
}

void PostgresConnection::take(void *heard, const pg_result *)
{
    static_cast<Heard *>(heard)->isWarning = true;
}

std::expected<PostgresConnection, Failure> PostgresConnection::open(const PostgresAddress &address)
{
    // what the address itself says stands above the others: the last one counts
    constexpr std::array names { "application_name", "connect_timeout", "target_session_attrs", "keepalives_idle",
        "keepalives_interval", "keepalives_count", "tcp_user_timeout", "client_encoding", "options", "dbname",
        static_cast<const char *>(nullptr) };
    const std::array<const char *, names.size()> values { "huying", "5", "read-write", "5", "2", "3", "10000", "UTF8",
        manners, address.whole().c_str(), nullptr };
    PostgresConnection opened(PQconnectdbParams(names.data(), values.data(), 1));
    if (opened.isLost()) {
        return std::unexpected(failureOf(opened._connection.get()));
    }
    const char *const encoding = PQparameterStatus(opened._connection.get(), "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("Postgres", "%1 is a database whose encoding is not UTF8.")
                .arg(address.shown()));
    }
    return opened;
}

std::expected<void, Failure> PostgresConnection::runScript(const std::string &sql)
{
    const PostgresRows result(PQexec(_connection.get(), sql.c_str()));
    return result.isDone() ? std::expected<void, Failure>()
                           : std::unexpected(failureOf(result.raw(), _connection.get()));
}

bool PostgresConnection::isLost() const
{
    return PQstatus(_connection.get()) != CONNECTION_OK;
}

bool PostgresConnection::hasWarned()
{
    return std::exchange(_heard->isWarning, false);
}

int PostgresConnection::socket() const
{
    return PQsocket(_connection.get());
}

std::expected<std::string, Failure> PostgresConnection::prepared(const PostgresStatement &statement)
{
    if (const auto known = _names.find(statement.sql); known != _names.end()) {
        return known->second;
    }
    std::vector<Oid> types;
    for (const PostgresType type : statement.parameters.types()) {
        types.push_back(Oid(type));
    }
    const std::string name = "s" + std::to_string(_names.size());
    const std::string sql(statement.sql);
    const PostgresRows result(PQprepare(_connection.get(), name.c_str(), sql.c_str(), int(types.size()), types.data()));
    if (!result.isDone()) {
        return std::unexpected(failureOf(result.raw(), _connection.get()));
    }
    return _names.emplace(sql, name).first->second;
}

bool PostgresConnection::send(const std::string &name, const PostgresParameters &parameters)
{
    std::vector<const char *> values;
    std::vector<int> lengths;
    for (const std::string &value : parameters.values()) {
        values.push_back(value.data());
        lengths.push_back(int(value.size()));
    }
    const std::vector<int> formats(values.size(), 1);
    return PQsendQueryPrepared(
               _connection.get(), name.c_str(), int(values.size()), values.data(), lengths.data(), formats.data(), 1)
        == 1;
}

std::expected<PostgresRows, Failure> PostgresConnection::run(std::string_view sql, const PostgresParameters &parameters)
{
    const PostgresStatement statement { sql, parameters };
    return runTogether(std::span(&statement, 1));
}

std::expected<PostgresRows, Failure> PostgresConnection::runTogether(std::span<const PostgresStatement> statements)
{
    return runEach(statements).transform([](std::vector<PostgresRows> rows) { return std::move(rows.back()); });
}

std::expected<std::vector<PostgresRows>, Failure> PostgresConnection::runEach(
    std::span<const PostgresStatement> statements)
{
    std::vector<std::string> wanted;
    for (const PostgresStatement &statement : statements) {
        auto name = prepared(statement);
        if (!name) {
            return std::unexpected(name.error());
        }
        wanted.push_back(std::move(*name));
    }
    bool isSent = PQenterPipelineMode(_connection.get()) == 1;
    for (std::size_t i = 0; i < statements.size() && isSent; ++i) {
        isSent = send(wanted[i], statements[i].parameters);
    }
    if (!isSent || PQpipelineSync(_connection.get()) != 1) {
        return std::unexpected(failureOf(_connection.get()));
    }
    return receive(statements.size());
}

/// The rows of each of `count` statements, or the first failure; all that was sent is answered then.
std::expected<std::vector<PostgresRows>, Failure> PostgresConnection::receive(std::size_t count)
{
    std::expected<std::vector<PostgresRows>, Failure> all;
    for (std::size_t i = 0; i < count; ++i) {
        PostgresRows result(PQgetResult(_connection.get()));
        if (all && !result.isDone()) {
            all = std::unexpected(failureOf(result.raw(), _connection.get()));
        } else if (all) {
            all->push_back(std::move(result));
        }
        if (isLost()) {
            return all ? std::unexpected(failureOf(_connection.get())) : std::move(all);
        }
        PQclear(PQgetResult(_connection.get())); // the null that ends a statement's results
    }
    PQclear(PQgetResult(_connection.get())); // the end of what was sent together
    if (PQexitPipelineMode(_connection.get()) != 1 && all) {
        return std::unexpected(failureOf(_connection.get()));
    }
    return all;
}

std::expected<std::optional<std::int64_t>, Failure> PostgresConnection::hear()
{
    if (PQconsumeInput(_connection.get()) != 1) {
        return std::unexpected(failureOf(_connection.get()));
    }
    std::optional<std::int64_t> last;
    while (PGnotify *const told = PQnotifies(_connection.get())) {
        last = QByteArrayView(told->extra).toLongLong();
        PQfreemem(told);
    }
    return last;
}

} // namespace huying
