#include "DatabaseLedger.h"
#include "Doors.h"
#include "FileLedger.h"
#include "LedgerLog.h"
#include "Machine.h"
#include "Signals.h"

#include <attachments/BlobFolder.h>
#include <language/Language.h>
#include <service/Service.h>
#include <storage/Upkeep.h>

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

using namespace huying;

namespace
{

constexpr int wrongUsage = 2;

int fail(const QString &why, int status = 1)
{
    QTextStream(stderr) << QStringLiteral("huying-backend: ") << why << Qt::endl;
    return status;
}

using Held = std::unique_ptr<HeldLedger>;

/// The database's address without what is secret in it; a file's name as it is.
QString shownLedger(const Wanted &wanted)
{
    if (!isPostgresAddress(wanted.ledger)) {
        return wanted.ledger;
    }
    const auto address = PostgresAddress::from(wanted.ledger);
    return address ? address->shown() : QStringLiteral("postgresql://");
}

/// Another log in the same place: a new process begins with it as any other.
void endApplication()
{
    QMetaObject::invokeMethod(
        qApp,
        [] {
            QCoreApplication::exit(
                fail(QCoreApplication::translate("Backend", "the database has another log than before; start again")));
        },
        Qt::QueuedConnection);
}

std::expected<Held, Failure> openLedger(const Wanted &wanted)
{
    const Founding founding { .county = { wanted.county }, .created = clockNow() };
    if (!isPostgresAddress(wanted.ledger)) {
        return FileLedger::open(wanted.ledger.toStdString(), founding).transform([](auto held) {
            return Held(std::move(held));
        });
    }
    return PostgresAddress::from(wanted.ledger).and_then([&](const PostgresAddress &address) {
        return DatabaseLedger::open(address, founding, wanted.copy.toStdString(), endApplication)
            .transform([](auto held) { return Held(std::move(held)); });
    });
}

/// Where pictures lie; nothing where none are kept.
std::expected<std::optional<BlobFolder>, Failure> openPictures(const Wanted &wanted)
{
    if (wanted.attachments.isEmpty() && isPostgresAddress(wanted.ledger)) {
        return std::nullopt;
    }
    const QString folder = wanted.attachments.isEmpty() ? picturesBeside(wanted.ledger) : wanted.attachments;
    return BlobFolder::at(folder.toStdString()).transform([](BlobFolder made) {
        made.removeStale();
        return std::optional(std::move(made));
    });
}

bool writePort(const QString &name, std::uint16_t port)
{
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit();
}

/// What comes to the log is told to the desks, as long as this lives.
class Telling
{
public:
    Telling(HeldLedger &ledger, Service &service) : _ledger(ledger)
    {
        ledger.tellTo(
            [&service](std::span<const Entry> entries) { service.published({ entries.begin(), entries.end() }); });
    }
    ~Telling() { _ledger.tellTo({}); }
    Telling(const Telling &) = delete;
    Telling &operator=(const Telling &) = delete;

private:
    HeldLedger &_ledger;
};

int serve(QCoreApplication &application, const Wanted &wanted)
{
    const QString name = shownLedger(wanted);
    const auto ledger = openLedger(wanted);
    if (!ledger) {
        return fail(QStringLiteral("%1: %2").arg(name, ledger.error().text));
    }
    auto log = LedgerLog::open((*ledger)->file(), clockNow);
    if (!log) {
        return fail(QStringLiteral("%1: %2").arg(name, log.error().text));
    }
    const auto door = doorOf(**ledger, wanted);
    if (!door) {
        return fail(QStringLiteral("%1: %2").arg(name, door.error().text));
    }
    auto pictures = openPictures(wanted);
    if (!pictures) {
        return fail(pictures.error().text);
    }
    const Upkeep upkeep((*ledger)->file());
    Service service({ (*ledger)->founding().county.text, wanted.name }, **log, **ledger, **door, {}, clockNow,
        std::move(*pictures));
    const Telling telling(**ledger, service);
    const auto port = service.listen(
        wanted.address, wanted.port, wanted.isBehindProxy ? Service::Reach::Everybody : Service::Reach::ThisMachine);
    if (!port) {
        return fail(port.error().text);
    }
    if (!wanted.portFile.isEmpty() && !writePort(wanted.portFile, *port)) {
        return fail(QCoreApplication::translate("Backend", "cannot write the port to %1").arg(wanted.portFile));
    }
    (*ledger)->keep();
    QTextStream(stdout) << QCoreApplication::translate("Backend", "serving %1 on port %2").arg(name).arg(*port)
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
    // What it says of a proposal stands on a dispatcher's screen, whatever the machine that it runs on speaks.
    if (const auto spoken = speak(application, arguments, Language::Chinese); !spoken) {
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
    return serve(application, *wanted);
}
