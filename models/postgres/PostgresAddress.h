#pragma once

#include <domain/Failure.h>

#include <QString>

#include <expected>
#include <string>

namespace huying
{

/// Whether `text` is meant as the address of a database and not as a file's name.
bool isPostgresAddress(const QString &text);

/// The address of a database, `postgresql://[USER[:PASSWORD]@]HOST[:PORT],…/DATABASE[?OPTIONS]` as libpq takes it
/// (postgresql.org/docs/17/libpq-connect.html, 32.1.1.2).
class PostgresAddress
{
public:
    /// Invalid when it is none; the reason does not repeat what was given, which may hold a password.
    static std::expected<PostgresAddress, Failure> from(const QString &text);

    /// For people and logs: host, port and database, nothing secret.
    const QString &shown() const { return _shown; }
    /// For libpq alone.
    const std::string &whole() const { return _whole; }

private:
    PostgresAddress(std::string whole, QString shown) : _whole(std::move(whole)), _shown(std::move(shown)) {}

    std::string _whole;
    QString _shown;
};

} // namespace huying
