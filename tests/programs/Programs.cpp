#include "Programs.h"

#include <ledger/LedgerReader.h>

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace huying
{

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(answer.toUtf8()).object();
}

Workplace::Workplace() : _environment(QProcessEnvironment::systemEnvironment())
{
    _environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const char *const kind : { "DATA", "CONFIG", "CACHE", "STATE" }) {
        _environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1StringView(kind)), path(QLatin1StringView(kind)));
    }
}

std::unique_ptr<QProcess> Workplace::start(const QString &program, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(_environment);
    process->setWorkingDirectory(_folder.path());
    process->start(QStringLiteral(HUYING_BIN "/") + program, arguments);
    return process;
}

Ran Workplace::run(const QString &program, const QStringList &arguments) const
{
    const auto process = start(program, arguments);
    return ended(*process);
}

Ran Workplace::limited(const QString &bound, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(_environment);
    process.setWorkingDirectory(_folder.path());
    process.start(QStringLiteral("sh"),
        QStringList { QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; %1; exec \"$0\" \"$@\"").arg(bound),
            QStringLiteral(HUYING_BIN "/huyingctl") }
            + arguments);
    return ended(process);
}

bool Workplace::simulate(const QString &ledger, int tickets) const
{
    return huyingctl({ QStringLiteral("simulate"), QStringLiteral("--ledger"), ledger, QStringLiteral("--tickets"),
                         QString::number(tickets), QStringLiteral("--from"), QStringLiteral("2026-11-01"),
                         QStringLiteral("--to"), QStringLiteral("2026-11-20") })
               .status
        == 0;
}

Ran ended(QProcess &process)
{
    QEventLoop waiting;
    QObject::connect(&process, &QProcess::finished, &waiting, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &waiting, &QEventLoop::quit);
    if (process.state() != QProcess::NotRunning) {
        waiting.exec();
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
}

ServedCounty::ServedCounty(const Workplace &workplace, const QString &ledger, const QString &port, Door door)
    : _process(workplace.start(QStringLiteral("huying-backend"),
          QStringList { QStringLiteral("--ledger"), ledger, QStringLiteral("--port"), port }
              + (door == Door::Open ? QStringList { QStringLiteral("--open") } : QStringList())))
{
    // it says on which port it serves as soon as it does
    QByteArray told;
    while (!told.contains('\n') && _process->waitForReadyRead(60'000)) {
        told += _process->readAllStandardOutput();
    }
    _port = QString::fromUtf8(told).trimmed().section(u' ', -1);
}

ServedCounty::~ServedCounty()
{
    _process->terminate();
    ended(*_process);
}

void ServedCounty::kill()
{
    _process->kill();
    ended(*_process);
}

Position headOf(const QString &ledger)
{
    auto reader = LedgerReader::open(ledger.toStdString());
    const auto head = reader ? reader->head() : std::unexpected(reader.error());
    return head ? head->position : 0;
}

std::map<std::string, std::set<std::string>> categoryNamesIn(const QString &ledger)
{
    std::map<std::string, std::set<std::string>> names;
    auto reader = LedgerReader::open(ledger.toStdString());
    auto page = reader ? reader->entriesAfter(0, 1'000) : std::unexpected(reader.error());
    for (; page && !page->entries.empty(); page = reader->entriesAfter(page->entries.back().position, 1'000)) {
        for (const Entry &entry : page->entries) {
            const auto event = eventOf(entry.record);
            const auto *const fact = event ? std::get_if<CountyEvent>(&*event) : nullptr;
            if (const auto *const category = fact ? std::get_if<Category>(&fact->fact) : nullptr) {
                names[category->code.text].insert(category->name);
            }
        }
    }
    return names;
}

} // namespace huying
