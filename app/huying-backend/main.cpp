#include "LedgerService.h"
#include "Signals.h"

#include <ledger/Checkpoints.h>
#include <service/Service.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

using namespace huying;

namespace
{

constexpr int wrongUsage = 2;

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

int fail(const QString &why, int status = 1)
{
    QTextStream(stderr) << QStringLiteral("huying-backend: ") << why << Qt::endl;
    return status;
}

struct Wanted {
    QString ledger;
    QString portFile;
    std::string address;
    std::uint16_t port = 0;
    std::string county;
    std::string name;
};

std::expected<Wanted, QString> wantedIn(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("Backend", "Keeps a county's ledger and serves it to desks on this machine."));
    const QCommandLineOption ledger(QStringLiteral("ledger"),
        QCoreApplication::translate("Backend", "The ledger; made where none is."), QStringLiteral("FILE"));
    const QCommandLineOption port(QStringLiteral("port"),
        QCoreApplication::translate("Backend", "Where to listen; 0 takes any free port."), QStringLiteral("PORT"),
        QStringLiteral("7530"));
    const QCommandLineOption portFile(QStringLiteral("port-file"),
        QCoreApplication::translate("Backend", "Where to write the port it got."), QStringLiteral("FILE"));
    const QCommandLineOption address(QStringLiteral("listen"),
        QCoreApplication::translate("Backend", "A loopback address."), QStringLiteral("ADDRESS"),
        QStringLiteral("127.0.0.1"));
    const QCommandLineOption county(QStringLiteral("county"),
        QCoreApplication::translate("Backend", "The county's code, for a new ledger."), QStringLiteral("CODE"),
        QStringLiteral("130529"));
    const QCommandLineOption name(QStringLiteral("name"),
        QCoreApplication::translate("Backend", "What the county is called."), QStringLiteral("NAME"),
        QStringLiteral("巨鹿县"));
    parser.addOptions({ ledger, port, portFile, address, county, name });
    const QCommandLineOption help = parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments)) {
        return std::unexpected(parser.errorText());
    }
    if (parser.isSet(help) || parser.isSet(QStringLiteral("version"))) {
        return Wanted {};
    }
    bool isNumber = false;
    const uint number = parser.value(port).toUInt(&isNumber);
    if (!isNumber || number > 65535) {
        return std::unexpected(QCoreApplication::translate("Backend", "--port takes a number from 0 to 65535"));
    }
    if (!parser.isSet(ledger) || !parser.positionalArguments().isEmpty()) {
        return std::unexpected(QCoreApplication::translate("Backend", "name the ledger with --ledger FILE"));
    }
    return Wanted { .ledger = parser.value(ledger),
        .portFile = parser.value(portFile),
        .address = parser.value(address).toStdString(),
        .port = std::uint16_t(number),
        .county = parser.value(county).toStdString(),
        .name = parser.value(name).toStdString() };
}

std::expected<Ledger, Failure> openLedger(const Wanted &wanted)
{
    const Founding founding { .county = { wanted.county }, .created = clockNow() };
    return Ledger::open(wanted.ledger.toStdString(), founding, LedgerSettings {});
}

bool writePort(const QString &name, std::uint16_t port)
{
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit();
}

int serve(QCoreApplication &application, const Wanted &wanted)
{
    auto ledger = openLedger(wanted);
    if (!ledger) {
        return fail(QStringLiteral("%1: %2").arg(wanted.ledger, ledger.error().text));
    }
    auto log = LedgerLog::open(wanted.ledger.toStdString());
    if (!log) {
        return fail(QStringLiteral("%1: %2").arg(wanted.ledger, log.error().text));
    }
    const Checkpoints checkpoints(wanted.ledger.toStdString());
    LedgerWriter writer(*ledger, clockNow);
    Service service({ ledger->founding().county.text, wanted.name }, **log, writer, {}, clockNow);
    ledger->onCommit(
        [&service](std::span<const Entry> entries) { service.published({ entries.begin(), entries.end() }); });
    const auto port = service.listen(wanted.address, wanted.port);
    if (!port) {
        return fail(port.error().text);
    }
    if (!wanted.portFile.isEmpty() && !writePort(wanted.portFile, *port)) {
        return fail(QCoreApplication::translate("Backend", "cannot write the port to %1").arg(wanted.portFile));
    }
    QTextStream(stdout) << QCoreApplication::translate("Backend", "serving %1 on port %2").arg(wanted.ledger).arg(*port)
                        << Qt::endl;
    quitOnSignals(application);
    const int status = application.exec();
    service.stop();
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("huying-backend"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser parser;
    const auto wanted = wantedIn(parser, application.arguments());
    if (!wanted) {
        return fail(wanted.error(), wrongUsage);
    }
    if (wanted->ledger.isEmpty()) {
        parser.isSet(QStringLiteral("version")) ? parser.showVersion() : parser.showHelp();
    }
    return serve(application, *wanted);
}
