#include "LedgerService.h"
#include "Signals.h"

#include <accounts/AccountText.h>
#include <accounts/Secrets.h>
#include <language/HelpText.h>
#include <language/Language.h>
#include <ledger/Checkpoints.h>
#include <ledger/FirstNotices.h>
#include <service/Service.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>
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

void fillRandom(std::span<std::uint8_t> bytes)
{
    std::ranges::generate(bytes, [] { return std::uint8_t(QRandomGenerator::system()->generate()); });
}

int fail(const QString &why, int status = 1)
{
    QTextStream(stderr) << QStringLiteral("huying-backend: ") << why << Qt::endl;
    return status;
}

const QString versionText = QStringLiteral("huying-backend 0.1.0\n");

struct Wanted {
    QString only; ///< to be printed instead of serving
    QString ledger;
    QString portFile;
    std::string address;
    std::uint16_t port = 0;
    std::string county;
    std::string name;
    bool isOpen = false; ///< without accounts, everybody on this machine
    bool isBehindProxy = false;
    QString sessionFile; ///< for the desk that starts this backend
    std::string sessionFor;
};

QString helpOf(const QList<QCommandLineOption> &options)
{
    Help help { QCoreApplication::translate("Backend", "Usage: huying-backend --ledger FILE [OPTIONS]"),
        QCoreApplication::translate("Backend", "Keeps a county's ledger and serves it to desks."), {}, {} };
    for (const QCommandLineOption &option : options) {
        help.options << helpEntryOf(option);
    }
    return helpText(help);
}

std::expected<Wanted, QString> wantedIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption ledger(QStringLiteral("ledger"),
        QCoreApplication::translate("Backend", "The ledger; made where none is."), QStringLiteral("FILE"));
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
        QCoreApplication::translate("Backend", "The county's code, for a new ledger."), QStringLiteral("CODE"),
        QStringLiteral("130529"));
    const QCommandLineOption name(QStringLiteral("name"),
        QCoreApplication::translate("Backend", "What the county is called."), QStringLiteral("NAME"),
        QStringLiteral("巨鹿县"));
    const QCommandLineOption language(QStringLiteral("language"), languageOptionText(), QStringLiteral("zh_CN|en"));
    const QCommandLineOption help(
        { QStringLiteral("h"), QStringLiteral("help") }, QCoreApplication::translate("Backend", "Show this help."));
    const QCommandLineOption version({ QStringLiteral("v"), QStringLiteral("version") },
        QCoreApplication::translate("Backend", "Show the version."));
    const QList options { ledger, port, portFile, address, county, name, open, proxy, session, sessionFor, language,
        help, version };
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

std::expected<Ledger, Failure> openLedger(const Wanted &wanted)
{
    const Founding founding { .county = { wanted.county }, .created = clockNow() };
    return Ledger::open(wanted.ledger.toStdString(), founding, LedgerSettings {}).and_then([&](Ledger ledger) {
        return addFirstNotices(ledger, "huying-backend", founding.created, fillRandom).transform([&] {
            return std::move(ledger);
        });
    });
}

/// The account of the desk that starts this backend: made when it is not there, with a password that nobody knows.
std::expected<Account, Failure> localAccount(AccountStore &accounts, const Wanted &wanted)
{
    const Account local { .name = "local-" + wanted.sessionFor,
        .displayName = wanted.sessionFor,
        .person = { "local-" + wanted.sessionFor },
        .role = Role::Dispatcher,
        .unit = {},
        .region = {} };
    return accounts.find(local.name).and_then([&](const std::optional<Account> &found) {
        return found ? std::expected<Account, Failure>(*found)
                     : accounts.add(local, newToken()).transform([&] { return local; });
    });
}

/// For its owner's eyes alone.
std::expected<void, Failure> writeSession(AccountStore &accounts, const Wanted &wanted)
{
    const auto signedIn = localAccount(accounts, wanted).and_then([&](const Account &account) {
        return accounts.begin(account, clockNow());
    });
    if (!signedIn) {
        return std::unexpected(signedIn.error());
    }
    QSaveFile file(wanted.sessionFile);
    const QByteArray text = QByteArray::fromStdString(textOf(*signedIn)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit()) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Backend", "cannot write the session to %1").arg(wanted.sessionFile));
    }
    return {};
}

/// Accounts, or an explicit word that there are none.
std::expected<std::unique_ptr<Door>, Failure> doorOf(const Wanted &wanted)
{
    if (wanted.isOpen) {
        if (wanted.isBehindProxy) {
            return failure(FailureKind::Refused,
                QCoreApplication::translate("Backend", "--open is for this machine alone, not with --behind-tls"));
        }
        return std::make_unique<OpenDoor>();
    }
    auto accounts = AccountStore::open(wanted.ledger.toStdString());
    if (accounts && !wanted.sessionFile.isEmpty()) {
        if (const auto written = writeSession(*accounts, wanted); !written) {
            return std::unexpected(written.error());
        }
    }
    const auto all = accounts.and_then([](const AccountStore &store) { return store.all(); });
    if (!all) {
        return std::unexpected(all.error());
    }
    if (all->empty()) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("Backend",
                "the ledger has no accounts; make one with `huyingctl account add`, or serve everybody on this machine "
                "with --open"));
    }
    return AccountDoor::of(wanted.ledger.toStdString()).transform([](std::unique_ptr<AccountDoor> door) {
        return std::unique_ptr<Door>(std::move(door));
    });
}

bool writePort(const QString &name, std::uint16_t port)
{
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit();
}

/// A ledger that was founded to be served and then could not be: nothing of it is left.
class Founded
{
public:
    explicit Founded(std::filesystem::path ledger) : _ledger(std::move(ledger)), _isNew(!exists(_ledger)) {}
    Founded(const Founded &) = delete;
    Founded &operator=(const Founded &) = delete;
    ~Founded()
    {
        for (const char *const part : { "", "-wal", "-shm" }) {
            std::error_code ignored;
            if (_isNew) {
                std::filesystem::remove(_ledger.string() + part, ignored);
            }
        }
    }

    void keep() { _isNew = false; }

private:
    static bool exists(const std::filesystem::path &file)
    {
        std::error_code unknown;
        return std::filesystem::exists(file, unknown) || unknown;
    }

    std::filesystem::path _ledger;
    bool _isNew;
};

int serve(QCoreApplication &application, const Wanted &wanted, Founded &founded)
{
    auto ledger = openLedger(wanted);
    if (!ledger) {
        return fail(QStringLiteral("%1: %2").arg(wanted.ledger, ledger.error().text));
    }
    auto log = LedgerLog::open(wanted.ledger.toStdString());
    if (!log) {
        return fail(QStringLiteral("%1: %2").arg(wanted.ledger, log.error().text));
    }
    const auto door = doorOf(wanted);
    if (!door) {
        return fail(QStringLiteral("%1: %2").arg(wanted.ledger, door.error().text));
    }
    const Checkpoints checkpoints(wanted.ledger.toStdString());
    LedgerWriter writer(*ledger, clockNow);
    Service service({ ledger->founding().county.text, wanted.name }, **log, writer, **door, {}, clockNow);
    ledger->onCommit(
        [&service](std::span<const Entry> entries) { service.published({ entries.begin(), entries.end() }); });
    const auto port = service.listen(
        wanted.address, wanted.port, wanted.isBehindProxy ? Service::Reach::Everybody : Service::Reach::ThisMachine);
    if (!port) {
        return fail(port.error().text);
    }
    if (!wanted.portFile.isEmpty() && !writePort(wanted.portFile, *port)) {
        return fail(QCoreApplication::translate("Backend", "cannot write the port to %1").arg(wanted.portFile));
    }
    founded.keep();
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
    QStringList arguments = QCoreApplication::arguments();
    if (const auto spoken = speak(application, arguments, QProcessEnvironment::systemEnvironment()); !spoken) {
        return fail(spoken.error().text, wrongUsage);
    }
    const auto wanted = wantedIn(arguments);
    if (!wanted) {
        return fail(wanted.error(), wrongUsage);
    }
    if (!wanted->only.isEmpty()) {
        QTextStream(stdout) << wanted->only;
        return 0;
    }
    Founded founded(wanted->ledger.toStdString());
    return serve(application, *wanted, founded);
}
