#include "DeskOptions.h"

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
QString folderFor(const DeskOptions &options)
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

/// What the command line knows.
struct Known {
    QCommandLineOption backend { QStringLiteral("backend"),
        QCoreApplication::translate("Options", "The backend to work with."), QStringLiteral("URL") };
    QCommandLineOption ledger { QStringLiteral("ledger"),
        QCoreApplication::translate("Options", "A ledger on this machine; a backend is started for it."),
        QStringLiteral("FILE") };
    QCommandLineOption folder { QStringLiteral("folder"),
        QCoreApplication::translate("Options", "Where the desk keeps its cache and what waits to be sent."),
        QStringLiteral("FOLDER") };
    QCommandLineOption desk { QStringLiteral("desk"),
        QCoreApplication::translate("Options", "The number of this desk, two digits."), QStringLiteral("NN"),
        QStringLiteral("01") };
    QCommandLineOption name { QStringLiteral("name"), QCoreApplication::translate("Options", "Who sits here."),
        QStringLiteral("NAME") };
    QCommandLineOption county { QStringLiteral("county"),
        QCoreApplication::translate("Options", "What the county is called."), QStringLiteral("NAME"),
        QStringLiteral("巨鹿县") };
    QCommandLineOption pictures { QStringLiteral("screenshots"),
        QCoreApplication::translate("Options", "Leave a picture of every screen in a folder, and end."),
        QStringLiteral("FOLDER") };
    QCommandLineOption untilFilled { QStringLiteral("until-filled"),
        QCoreApplication::translate(
            "Options", "Say when the queue could be used and how much memory it took, and end.") };
    QCommandLineOption untilWhole { QStringLiteral("until-whole"),
        QCoreApplication::translate("Options", "Say so, and end, when every ticket is here.") };
    QCommandLineOption account { QStringLiteral("account"),
        QCoreApplication::translate("Options", "Sign in by itself under this name, as an unattended wall does."),
        QStringLiteral("NAME") };
    QCommandLineOption password { QStringLiteral("password-file"),
        QCoreApplication::translate("Options", "The file whose first line is its password."), QStringLiteral("FILE") };

    QList<QCommandLineOption> all() const
    {
        return { account, password, backend, ledger, folder, desk, name, county, pictures, untilFilled, untilWhole };
    }
};

/// The backend's address, empty where a ledger is named instead.
std::expected<QUrl, Failure> backendFrom(const QCommandLineParser &parser, const Known &known)
{
    const bool isNamed = parser.isSet(known.backend);
    if (isNamed == parser.isSet(known.ledger) || !parser.positionalArguments().isEmpty()) {
        return wrong(QCoreApplication::translate("Options", "name either --backend URL or --ledger FILE"));
    }
    QUrl address(parser.value(known.backend), QUrl::StrictMode);
    const QString scheme = address.scheme();
    const bool isSpoken = scheme == QStringLiteral("http") || scheme == QStringLiteral("https");
    if (isNamed && (!address.isValid() || !isSpoken)) {
        return wrong(QCoreApplication::translate("Options", "--backend takes an address like http://127.0.0.1:7530"));
    }
    return address;
}

std::expected<std::optional<Credentials>, Failure> credentialsFrom(const QCommandLineParser &parser, const Known &known)
{
    if (parser.isSet(known.account) != parser.isSet(known.password)) {
        return wrong(QCoreApplication::translate("Options", "--account and --password-file go together"));
    }
    if (!parser.isSet(known.account)) {
        return std::nullopt;
    }
    return firstLineOf(parser.value(known.password)).transform([&](const std::string &line) {
        return std::optional(Credentials { .name = parser.value(known.account).toStdString(), .password = line });
    });
}

} // namespace

std::expected<DeskOptions, Failure> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Options", "The desk of a county's dispatch hall."));
    const Known known;
    parser.addOptions(known.all());
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments)) {
        return wrong(parser.errorText());
    }
    DeskOptions options;
    if (parser.isSet(help) || parser.isSet(version)) {
        options.only =
            parser.isSet(help) ? parser.helpText() : QCoreApplication::applicationVersion() + QLatin1Char('\n');
        return options;
    }
    const auto backend = backendFrom(parser, known);
    const auto credentials = credentialsFrom(parser, known);
    if (!backend || !credentials) {
        return std::unexpected(backend ? credentials.error() : backend.error());
    }
    options.backend = *backend;
    options.credentials = *credentials;
    options.ledger = parser.value(known.ledger);
    options.county = parser.value(known.county);
    options.pictures = parser.value(known.pictures);
    options.isTimedWhole = parser.isSet(known.untilWhole);
    options.isTimed = options.isTimedWhole || parser.isSet(known.untilFilled);
    options.author = authorAt(parser.value(known.desk), parser.value(known.name));
    options.folder = parser.isSet(known.folder) ? parser.value(known.folder) : folderFor(options);
    return options;
}

} // namespace huying
