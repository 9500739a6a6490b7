#include "Wanted.h"

#include <language/HelpText.h>

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

QList<QCommandLineOption> allOptions()
{
    return {
        QCommandLineOption(QStringLiteral("ledger"),
            QCoreApplication::translate("Backend",
                "The ledger, a file or a database such as postgresql://USER@HOST/DATABASE; made where none is."),
            QStringLiteral("FILE|URL")),
        QCommandLineOption(QStringLiteral("copy"),
            QCoreApplication::translate("Backend",
                "Where this backend keeps its own copy of a database's log, which can be thrown away; a folder in the "
                "user's cache where none is given."),
            QStringLiteral("FOLDER")),
        QCommandLineOption(QStringLiteral("attachments"),
            QCoreApplication::translate("Backend",
                "Where pictures lie: a folder, for a database one that all its backends share. Beside a ledger's file "
                "where none is given; a database then has none."),
            QStringLiteral("FOLDER")),
        QCommandLineOption(QStringLiteral("port"),
            QCoreApplication::translate("Backend", "Where to listen; 0 takes any free port."), QStringLiteral("PORT"),
            QStringLiteral("7530")),
        QCommandLineOption(QStringLiteral("port-file"),
            QCoreApplication::translate("Backend", "Where to write the port it got."), QStringLiteral("FILE")),
        QCommandLineOption(QStringLiteral("listen"),
            QCoreApplication::translate("Backend", "A loopback address; another one only with --behind-tls."),
            QStringLiteral("ADDRESS"), QStringLiteral("127.0.0.1")),
        QCommandLineOption(QStringLiteral("county"),
            QCoreApplication::translate(
                "Backend", "The county's code, for a new ledger and for a database, which may hold several."),
            QStringLiteral("CODE"), QStringLiteral("130529")),
        QCommandLineOption(QStringLiteral("name"), QCoreApplication::translate("Backend", "What the county is called."),
            QStringLiteral("NAME"), QStringLiteral("巨鹿县")),
        QCommandLineOption(QStringLiteral("open"),
            QCoreApplication::translate(
                "Backend", "Serve everybody on this machine without accounts: they see and may everything.")),
        QCommandLineOption(QStringLiteral("behind-tls"),
            QCoreApplication::translate("Backend",
                "Listen on an address that others reach. This program speaks plain HTTP: a proxy that speaks TLS has "
                "to stand before it, or passwords travel unprotected.")),
        QCommandLineOption(QStringLiteral("session-file"),
            QCoreApplication::translate(
                "Backend", "Where to write the session of an account for the desk that starts this backend."),
            QStringLiteral("FILE")),
        QCommandLineOption(QStringLiteral("session-for"),
            QCoreApplication::translate("Backend", "What that account is called, for a new one."),
            QStringLiteral("NAME"), QStringLiteral("本机")),
        QCommandLineOption(QStringLiteral("language"),
            QCoreApplication::translate("Backend", "Speak Chinese (zh_CN), as the desks do, or English (en)."),
            QStringLiteral("zh_CN|en")),
        QCommandLineOption(
            { QStringLiteral("h"), QStringLiteral("help") }, QCoreApplication::translate("Backend", "Show this help.")),
        QCommandLineOption({ QStringLiteral("v"), QStringLiteral("version") },
            QCoreApplication::translate("Backend", "Show the version.")),
    };
}

} // namespace

std::expected<Wanted, QString> wantedIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options = allOptions();
    parser.addOptions(options);
    if (!parser.parse(arguments)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        Wanted told;
        told.only = parser.isSet(QStringLiteral("help")) ? helpOf(options) : versionText;
        return told;
    }
    bool isNumber = false;
    const uint number = parser.value(QStringLiteral("port")).toUInt(&isNumber);
    if (!isNumber || number > 65535) {
        return std::unexpected(QCoreApplication::translate("Backend", "--port takes a number from 0 to 65535"));
    }
    if (!parser.isSet(QStringLiteral("ledger")) || !parser.positionalArguments().isEmpty()) {
        return std::unexpected(QCoreApplication::translate("Backend", "name the ledger with --ledger FILE"));
    }
    return Wanted { .only = {},
        .ledger = parser.value(QStringLiteral("ledger")),
        .copy = parser.value(QStringLiteral("copy")),
        .attachments = parser.value(QStringLiteral("attachments")),
        .portFile = parser.value(QStringLiteral("port-file")),
        .address = parser.value(QStringLiteral("listen")).toStdString(),
        .port = std::uint16_t(number),
        .county = parser.value(QStringLiteral("county")).toStdString(),
        .name = parser.value(QStringLiteral("name")).toStdString(),
        .isOpen = parser.isSet(QStringLiteral("open")),
        .isBehindProxy = parser.isSet(QStringLiteral("behind-tls")),
        .sessionFile = parser.value(QStringLiteral("session-file")),
        .sessionFor = parser.value(QStringLiteral("session-for")).toStdString() };
}

} // namespace huying
