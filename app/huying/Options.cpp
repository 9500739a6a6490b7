#include "Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace huying
{

namespace
{

/// A folder for each backend or ledger, so that two counties do not meet in one cache.
QString folderFor(const Options &options)
{
    const QString what =
        options.ledger.isEmpty() ? options.backend.authority() : QFileInfo(options.ledger).absoluteFilePath();
    const QByteArray digest = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/desk-")
        + QString::fromStdString(options.author.desk) + QLatin1Char('-') + QString::fromLatin1(digest);
}

std::unexpected<Failure> wrong(const QString &text)
{
    return failure(FailureKind::Invalid, text);
}

std::expected<std::string, Failure> firstLineOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(name, file.errorString()));
    }
    QByteArray line = file.readLine(1000);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return line.toStdString();
}

Author authorAt(const QString &desk, const QString &name)
{
    Author author;
    author.desk = desk.toStdString();
    author.person = { "dispatcher-" + author.desk };
    author.name =
        (name.isEmpty() ? QCoreApplication::translate("Options", "Dispatcher, desk %1").arg(desk) : name).toStdString();
    author.role = Role::Dispatcher;
    return author;
}

} // namespace

std::expected<Options, Failure> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Options", "The desk of a county's dispatch hall."));
    const QCommandLineOption backend(QStringLiteral("backend"),
        QCoreApplication::translate("Options", "The backend to work with."), QStringLiteral("URL"));
    const QCommandLineOption ledger(QStringLiteral("ledger"),
        QCoreApplication::translate("Options", "A ledger on this machine; a backend is started for it."),
        QStringLiteral("FILE"));
    const QCommandLineOption folder(QStringLiteral("folder"),
        QCoreApplication::translate("Options", "Where the desk keeps its cache and what waits to be sent."),
        QStringLiteral("FOLDER"));
    const QCommandLineOption desk(QStringLiteral("desk"),
        QCoreApplication::translate("Options", "The number of this desk, two digits."), QStringLiteral("NN"),
        QStringLiteral("01"));
    const QCommandLineOption name(
        QStringLiteral("name"), QCoreApplication::translate("Options", "Who sits here."), QStringLiteral("NAME"));
    const QCommandLineOption county(QStringLiteral("county"),
        QCoreApplication::translate("Options", "What the county is called."), QStringLiteral("NAME"),
        QStringLiteral("巨鹿县"));
    const QCommandLineOption pictures(QStringLiteral("screenshots"),
        QCoreApplication::translate("Options", "Leave a picture of every screen in a folder, and end."),
        QStringLiteral("FOLDER"));
    const QCommandLineOption untilFilled(QStringLiteral("until-filled"),
        QCoreApplication::translate(
            "Options", "Say when the queue could be used and how much memory it took, and end."));
    const QCommandLineOption account(QStringLiteral("account"),
        QCoreApplication::translate("Options", "Sign in by itself under this name, as an unattended wall does."),
        QStringLiteral("NAME"));
    const QCommandLineOption password(QStringLiteral("password-file"),
        QCoreApplication::translate("Options", "The file whose first line is its password."), QStringLiteral("FILE"));
    parser.addOptions({ account, password, backend, ledger, folder, desk, name, county, pictures, untilFilled });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    Options options;
    if (parser.isSet(help) || parser.isSet(version)) {
        options.only =
            parser.isSet(help) ? parser.helpText() : QCoreApplication::applicationVersion() + QLatin1Char('\n');
        return options;
    }
    if (parser.isSet(backend) == parser.isSet(ledger) || !parser.positionalArguments().isEmpty()) {
        return wrong(QCoreApplication::translate("Options", "name either --backend URL or --ledger FILE"));
    }
    options.backend = QUrl(parser.value(backend), QUrl::StrictMode);
    const QString scheme = options.backend.scheme();
    const bool isSpoken = scheme == QStringLiteral("http") || scheme == QStringLiteral("https");
    if (parser.isSet(backend) && (!options.backend.isValid() || !isSpoken)) {
        return wrong(QCoreApplication::translate("Options", "--backend takes an address like http://127.0.0.1:7530"));
    }
    options.ledger = parser.value(ledger);
    options.county = parser.value(county);
    options.pictures = parser.value(pictures);
    options.isTimed = parser.isSet(untilFilled);
    options.author = authorAt(parser.value(desk), parser.value(name));
    if (parser.isSet(account) != parser.isSet(password)) {
        return wrong(QCoreApplication::translate("Options", "--account and --password-file go together"));
    }
    if (parser.isSet(account)) {
        const auto line = firstLineOf(parser.value(password));
        if (!line) {
            return std::unexpected(line.error());
        }
        options.credentials = Credentials { .name = parser.value(account).toStdString(), .password = *line };
    }
    options.folder = parser.isSet(folder) ? parser.value(folder) : folderFor(options);
    return options;
}

} // namespace huying
