#include "Wanted.h"

#include <language/HelpText.h>
#include <language/Language.h>

#include <QCommandLineParser>
#include <QCoreApplication>

namespace huying
{

namespace
{

const QString versionText = QStringLiteral("huying-backend 0.1.0\n");

QString helpOf(const QList<QCommandLineOption> &options)
{
    Help help { QCoreApplication::translate("Backend", "Usage: huying-backend --ledger FILE [OPTIONS]"),
        QCoreApplication::translate("Backend", "Keeps a county's ledger and serves it to desks."), {}, {} };
    for (const QCommandLineOption &option : options) {
        help.options << helpEntryOf(option);
    }
    return helpText(help);
}

} // namespace

std::expected<Wanted, QString> wantedIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption ledger(QStringLiteral("ledger"),
        QCoreApplication::translate(
            "Backend", "The ledger, a file or a database such as postgresql://USER@HOST/DATABASE; made where none is."),
        QStringLiteral("FILE|URL"));
    const QCommandLineOption copy(QStringLiteral("copy"),
        QCoreApplication::translate("Backend",
            "Where this backend keeps its own copy of a database's log, which can be thrown away; a folder in the "
            "user's cache where none is given."),
        QStringLiteral("FOLDER"));
    const QCommandLineOption port(QStringLiteral("port"),
        QCoreApplication::translate("Backend", "Where to listen; 0 takes any free port."), QStringLiteral("PORT"),
        QStringLiteral("7530"));
    const QCommandLineOption portFile(QStringLiteral("port-file"),
        QCoreApplication::translate("Backend", "Where to write the port it got."), QStringLiteral("FILE"));
    const QCommandLineOption address(QStringLiteral("listen"),
        QCoreApplication::translate("Backend", "A loopback address; another one only with --behind-tls."),
        QStringLiteral("ADDRESS"), QStringLiteral("127.0.0.1"));
    const QCommandLineOption open(QStringLiteral("open"),
        QCoreApplication::translate(
            "Backend", "Serve everybody on this machine without accounts: they see and may everything."));
    const QCommandLineOption proxy(QStringLiteral("behind-tls"),
        QCoreApplication::translate("Backend",
            "Listen on an address that others reach. This program speaks plain HTTP: a proxy that speaks TLS has to "
            "stand before it, or passwords travel unprotected."));
    const QCommandLineOption session(QStringLiteral("session-file"),
        QCoreApplication::translate(
            "Backend", "Where to write the session of an account for the desk that starts this backend."),
        QStringLiteral("FILE"));
    const QCommandLineOption sessionFor(QStringLiteral("session-for"),
        QCoreApplication::translate("Backend", "What that account is called, for a new one."), QStringLiteral("NAME"),
        QStringLiteral("本机"));
    const QCommandLineOption county(QStringLiteral("county"),
        QCoreApplication::translate(
            "Backend", "The county's code, for a new ledger and for a database, which may hold several."),
        QStringLiteral("CODE"), QStringLiteral("130529"));
    const QCommandLineOption name(QStringLiteral("name"),
        QCoreApplication::translate("Backend", "What the county is called."), QStringLiteral("NAME"),
        QStringLiteral("巨鹿县"));
    const QCommandLineOption language(QStringLiteral("language"), languageOptionText(), QStringLiteral("zh_CN|en"));
    const QCommandLineOption help(
        { QStringLiteral("h"), QStringLiteral("help") }, QCoreApplication::translate("Backend", "Show this help."));
    const QCommandLineOption version({ QStringLiteral("v"), QStringLiteral("version") },
        QCoreApplication::translate("Backend", "Show the version."));
    const QList options { ledger, copy, port, portFile, address, county, name, open, proxy, session, sessionFor,
        language, help, version };
    parser.addOptions(options);
    if (!parser.parse(arguments)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.isSet(help) || parser.isSet(version)) {
        Wanted told;
        told.only = parser.isSet(help) ? helpOf(options) : versionText;
        return told;
    }
    bool isNumber = false;
    const uint number = parser.value(port).toUInt(&isNumber);
    if (!isNumber || number > 65535) {
        return std::unexpected(QCoreApplication::translate("Backend", "--port takes a number from 0 to 65535"));
    }
    if (!parser.isSet(ledger) || !parser.positionalArguments().isEmpty()) {
        return std::unexpected(QCoreApplication::translate("Backend", "name the ledger with --ledger FILE"));
    }
    return Wanted { .only = {},
        .ledger = parser.value(ledger),
        .copy = parser.value(copy),
        .portFile = parser.value(portFile),
        .address = parser.value(address).toStdString(),
        .port = std::uint16_t(number),
        .county = parser.value(county).toStdString(),
        .name = parser.value(name).toStdString(),
        .isOpen = parser.isSet(open),
        .isBehindProxy = parser.isSet(proxy),
        .sessionFile = parser.value(session),
        .sessionFor = parser.value(sessionFor).toStdString() };
}

} // namespace huying
