#include "Cluster.h"

#include <QFileInfo>
#include <QUrl>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huying
{

namespace
{

constexpr int patience = 120'000;

/// PostgreSQL does not run as root; its package makes a user for it.
void becomeItsUser(QProcess &process)
{
    if (::geteuid() != 0) {
        return;
    }
    const passwd *const user = ::getpwnam("postgres");
    if (user != nullptr) {
        process.setChildProcessModifier([uid = user->pw_uid, gid = user->pw_gid] {
            if (::setgid(gid) != 0 || ::setuid(uid) != 0) {
                ::_exit(126);
            }
        });
    }
}

} // namespace

QString Cluster::program(const QString &name)
{
    return QStringLiteral("/usr/lib/postgresql/17/bin/") + name;
}

bool Cluster::isThere()
{
    return QFileInfo::exists(program(QStringLiteral("initdb")))
        && (::geteuid() != 0 || ::getpwnam("postgres") != nullptr);
}

Cluster::Cluster(Making)
{
    openFolder();
}

Cluster::Cluster()
{
    openFolder();
    if (run(QStringLiteral("initdb"),
            { QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("huying"), QStringLiteral("-A"),
                QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-instructions"), QStringLiteral("--no-sync") })
        && start()) {
        createDatabase(QStringLiteral("huying"));
    }
}

std::unique_ptr<Cluster> Cluster::standbyOf(Cluster &primary)
{
    std::unique_ptr<Cluster> standby(new Cluster(Making::Nothing));
    if (standby->run(QStringLiteral("pg_basebackup"),
            { QStringLiteral("-h"), primary.socketFolder(), QStringLiteral("-U"), QStringLiteral("huying"),
                QStringLiteral("-D"), standby->data(), QStringLiteral("-R"), QStringLiteral("--no-sync"),
                QStringLiteral("-c"), QStringLiteral("fast") })
        && standby->start()) {
        primary.ask(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = '*'"));
        primary.ask(QStringLiteral("SELECT pg_reload_conf()"));
    }
    return standby;
}

Cluster::~Cluster()
{
    control({ QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop") });
}

/// For the user that the server runs as.
void Cluster::openFolder()
{
    if (const passwd *const user = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr) {
        (void)::chown(_folder.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid);
        (void)::chmod(_folder.path().toLocal8Bit().constData(), 0755);
    }
}

bool Cluster::control(const QStringList &arguments)
{
    return run(
        QStringLiteral("pg_ctl"), QStringList { QStringLiteral("-D"), data(), QStringLiteral("-w") } + arguments);
}

bool Cluster::run(const QString &name, const QStringList &arguments)
{
    QProcess process;
    becomeItsUser(process);
    process.setWorkingDirectory(_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    // the server inherits no pipe of ours, which would never end
    process.setStandardOutputFile(_folder.filePath(QStringLiteral("output")));
    process.start(program(name), arguments);
    process.waitForFinished(patience);
    const bool isFine = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isFine) {
        QFile output(_folder.filePath(QStringLiteral("output")));
        (void)output.open(QIODevice::ReadOnly);
        _trouble = name + QStringLiteral(": ") + QString::fromUtf8(output.readAll());
    }
    return isFine;
}

bool Cluster::start()
{
    const QString options =
        QStringLiteral("-c listen_addresses='' -c unix_socket_directories='%1' -c shared_buffers=64MB "
                       "-c max_connections=60 -c log_min_messages=fatal")
            .arg(_folder.path());
    return control({ QStringLiteral("-l"), _folder.filePath(QStringLiteral("log")), QStringLiteral("-o"), options,
        QStringLiteral("start") });
}

bool Cluster::crash()
{
    return control({ QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop") });
}

bool Cluster::promote()
{
    return control({ QStringLiteral("promote") });
}

QString Cluster::host() const
{
    return QString::fromLatin1(QUrl::toPercentEncoding(_folder.path()));
}

QString Cluster::url(const QString &database) const
{
    return QStringLiteral("postgresql://huying@%1/%2").arg(host(), database);
}

PostgresAddress Cluster::addressWith(const Cluster &other) const
{
    return PostgresAddress::from(QStringLiteral("postgresql://huying@%1,%2/huying").arg(host(), other.host())).value();
}

bool Cluster::createDatabase(const QString &name, const QString &encoding)
{
    return run(QStringLiteral("createdb"),
        { QStringLiteral("-h"), _folder.path(), QStringLiteral("-U"), QStringLiteral("huying"), QStringLiteral("-T"),
            QStringLiteral("template0"), QStringLiteral("-E"), encoding, QStringLiteral("--locale=C"), name });
}

QString Cluster::ask(const QString &sql) const
{
    QProcess psql;
    psql.start(program(QStringLiteral("psql")),
        { QStringLiteral("-h"), _folder.path(), QStringLiteral("-U"), QStringLiteral("huying"),
            QStringLiteral("-AtXqc"), sql, QStringLiteral("huying") });
    psql.waitForFinished(patience);
    return QString::fromUtf8(psql.readAllStandardOutput()).trimmed();
}

} // namespace huying
