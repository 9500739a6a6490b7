#pragma once

#include <postgres/PostgresAddress.h>

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace huying
{

/// A PostgreSQL of its own, in a temporary folder, reached through a Unix socket there and through nothing else. It
/// goes with this object.
class Cluster
{
public:
    Cluster();
    /// A standby that follows `primary`, which from then on waits for it with every commit.
    static std::unique_ptr<Cluster> standbyOf(Cluster &primary);
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
    /// A standby becomes the primary.
    bool promote();
    /// `postgresql://…` of a database, `huying` where none is named.
    QString url(const QString &database = QStringLiteral("huying")) const;
    PostgresAddress address() const { return PostgresAddress::from(url()).value(); }
    /// Whichever of both can be written.
    PostgresAddress addressWith(const Cluster &other) const;
    /// Makes another database.
    bool createDatabase(const QString &name, const QString &encoding = QStringLiteral("UTF8"));
    /// What a query gives, as psql prints it.
    QString ask(const QString &sql) const;
    QString socketFolder() const { return _folder.path(); }
    /// A program of PostgreSQL's.
    static QString program(const QString &name);

private:
    enum class Making : std::uint8_t { Nothing };
    explicit Cluster(Making);
    void openFolder();
    QString data() const { return _folder.filePath(QStringLiteral("data")); }
    QString host() const;
    bool control(const QStringList &arguments);
    bool run(const QString &name, const QStringList &arguments);

    QTemporaryDir _folder;
    QString _trouble;
};

} // namespace huying
