#pragma once

#include <postgres/PostgresAddress.h>

#include <QProcess>
#include <QTemporaryDir>

namespace huying
{

/// A PostgreSQL of its own, in a temporary folder, reached through a Unix socket there and through nothing else. It
/// goes with this object.
class Cluster
{
public:
    Cluster();
    ~Cluster();
    Cluster(const Cluster &) = delete;
    Cluster &operator=(const Cluster &) = delete;

    /// Whether PostgreSQL 17 is on this machine; where it is not its tests are skipped.
    static bool isThere();
    /// Why it does not run; empty when it does.
    QString trouble() const { return _trouble; }

    bool start();
    /// As if the machine had lost its power: nothing is written that was not.
    bool crash();
    /// `postgresql://…` of a database, `huying` where none is named.
    QString url(const QString &database = QStringLiteral("huying")) const;
    PostgresAddress address() const { return PostgresAddress::from(url()).value(); }
    /// Makes another database.
    bool createDatabase(const QString &name, const QString &encoding = QStringLiteral("UTF8"));
    /// What a query gives, as psql prints it.
    QString ask(const QString &sql) const;
    QString socketFolder() const { return _folder.path(); }
    /// A program of PostgreSQL's.
    static QString program(const QString &name);

private:
    bool run(const QString &name, const QStringList &arguments);

    QTemporaryDir _folder;
    QString _trouble;
};

} // namespace huying
