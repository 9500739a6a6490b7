#pragma once

#include "PostgresAddress.h"
#include "PostgresParameters.h"
#include "PostgresRows.h"

#include <map>
#include <memory>
#include <optional>
#include <span>

struct pg_conn;
struct pg_result;

namespace huying
{

/// A statement and what it is run with; the text has to live on.
struct PostgresStatement {
    std::string_view sql;
    PostgresParameters parameters {};
};

/// One connection to a PostgreSQL that can be written, for one thread at a time. Every failure that is Unreachable ends
/// it: the outcome of what was begun is not known, and whoever goes on opens another one.
class PostgresConnection
{
public:
    static std::expected<PostgresConnection, Failure> open(const PostgresAddress &address);

    /// One statement; prepared at its first use and kept.
    std::expected<PostgresRows, Failure> run(std::string_view sql, const PostgresParameters &parameters = {});
    /// Several statements in one round trip; after one that fails the others are not run. The last one's rows.
    std::expected<PostgresRows, Failure> runTogether(std::span<const PostgresStatement> statements);
    /// The same, and the rows of each.
    std::expected<std::vector<PostgresRows>, Failure> runEach(std::span<const PostgresStatement> statements);
    /// A script of several statements without parameters, as one transaction.
    std::expected<void, Failure> runScript(const std::string &sql);

    bool isLost() const;
    /// Whether the server has warned since this was asked last; it does where a commit was not confirmed by a standby
    /// that it waited for.
    bool hasWarned();
    int socket() const;
    /// Takes in what has arrived; the number that was told last on a channel that is listened to, if any was.
    std::expected<std::optional<std::int64_t>, Failure> hear();

private:
    struct Closer {
        void operator()(pg_conn *connection) const;
    };
    struct Heard {
        bool isWarning = false;
    };
    explicit PostgresConnection(pg_conn *connection);

    std::expected<std::string, Failure> prepared(const PostgresStatement &statement);
    bool send(const std::string &name, const PostgresParameters &parameters);
    std::expected<std::vector<PostgresRows>, Failure> receive(std::size_t count);
    static void take(void *heard, const pg_result *notice);

    std::unique_ptr<Heard> _heard; ///< the connection knows its address
    std::unique_ptr<pg_conn, Closer> _connection;
    std::map<std::string, std::string, std::less<>> _names; ///< of prepared statements
};

} // namespace huying
