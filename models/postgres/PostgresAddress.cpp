#include "PostgresAddress.h"

#include <QCoreApplication>
#include <QStringList>

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>

namespace huying
{

namespace
{

using Options = std::map<std::string_view, QString>;

/// Several hosts with a port each, or one port for all.
QString hostsIn(Options &options)
{
    const QStringList hosts = options["host"].split(u',');
    const QStringList ports = options["port"].split(u',');
    QStringList all;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const QString port = ports.size() == hosts.size() ? ports[i] : ports.first();
        all << (port.isEmpty() || hosts[i].startsWith(u'/') ? hosts[i] : hosts[i] + u':' + port);
    }
    return all.join(u',');
}

/// Whether a password that was not encoded has come to stand elsewhere, from where it would be quoted.
bool isMistaken(Options &options)
{
    const auto hasSign = [&](const char *name) { return options[name].contains(u'@'); };
    const bool arePorts = std::ranges::all_of(options["port"], [](QChar c) { return c.isDigit() || c == u','; });
    return hasSign("host") || hasSign("dbname") || !arePorts;
}

std::unexpected<Failure> noAddress()
{
    return failure(FailureKind::Invalid,
        QCoreApplication::translate("Postgres",
            "The database's address is one such as postgresql://USER@HOST:5432/DATABASE; special characters of a "
            "password are written as %XX."));
}

} // namespace

bool isPostgresAddress(const QString &text)
{
    return text.startsWith(u"postgresql://") || text.startsWith(u"postgres://");
}

std::expected<PostgresAddress, Failure> PostgresAddress::from(const QString &text)
{
    const std::string whole = text.toStdString();
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        isPostgresAddress(text) ? PQconninfoParse(whole.c_str(), &complaint) : nullptr, PQconninfoFree);
    PQfreemem(complaint); // it quotes parts of the address
    if (!parsed) {
        return noAddress();
    }
    Options options;
    for (const PQconninfoOption *option = parsed.get(); option->keyword != nullptr; ++option) {
        options[option->keyword] = QString::fromUtf8(option->val != nullptr ? option->val : "");
    }
    if (isMistaken(options)) {
        return noAddress();
    }
    const QString host = hostsIn(options);
    return PostgresAddress(
        whole, QStringLiteral("postgresql://%1/%2").arg(host.startsWith(u'/') ? QString() : host, options["dbname"]));
}

} // namespace huying
