#include "BackendTarget.h"
#include "Command.h"
#include "Console.h"
#include "GuessMapping.h"
#include "ImportEvents.h"
#include "ImportWords.h"
#include "Ledgers.h"

#include <QCoreApplication>
#include <QFile>

namespace huying
{

namespace
{

struct SayImport {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

std::expected<Mapping, Failure> mappingIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::NotFound, SayImport::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    }
    return mappingFromText(file.readAll().toStdString());
}

/// What of a county an import needs to know.
struct Place {
    ImportTarget &target;
    const RuleBook &rules;
    Directory directory;
};

int importRows(const Options &options, const Mapping &mapping, Place place, Console &console)
{
    const std::filesystem::path file = options.arguments().constFirst().toStdString();
    std::stop_source stop;
    ImportSurroundings surroundings { place.rules, std::move(place.directory), clockNow(), fillRandom, stop.get_token(),
        {}, options.has(QStringLiteral("compare")) };
    surroundings.progress = [&](const ImportCounts &, const SheetProgress &progress) {
        const auto all = std::max<std::uint64_t>(progress.bytesInAll, 1);
        console.progress(SayImport::tr("importing"), static_cast<int>(progress.bytesRead * 100 / all));
        if (isStopAsked()) {
            stop.request_stop();
        }
    };
    const auto report = importTable(file, mapping, place.target, surroundings);
    if (!report) {
        return console.fail(report.error(), NotDone);
    }
    console.answer(wordsFor(*report, textOf(besides(file, "differences").string())), objectOf(*report));
    if (report->isStopped) {
        Console::complain(SayImport::tr("Stopped; the rows counted are in the ledger, import again for the others."));
    } else if (report->counts.rejected > 0) {
        Console::complain(SayImport::tr("%1 rows were rejected.").arg(report->counts.rejected));
    }
    return report->isStopped || report->counts.rejected > 0 ? NotDone : Done;
}

int importInto(
    const Options &options, const Mapping &mapping, const std::filesystem::path &ledgerFile, Console &console)
{
    auto ledger = openOrFound(ledgerFile, { options.text(QStringLiteral("county")).toStdString() });
    if (!ledger) {
        return console.fail(ledger.error(), NotDone);
    }
    auto directory = ledger->reader().facts().directory();
    auto target = LedgerTarget::on(*ledger);
    if (!directory || !target) {
        return console.fail(directory ? target.error() : directory.error(), NotDone);
    }
    return importRows(options, mapping, { *target, ledger->rules(), std::move(*directory) }, console);
}

int importInto(const Options &options, const Mapping &mapping, const CountyDatabase &database, Console &console)
{
    const auto writing = DatabaseWriting::of(database, true);
    if (!writing) {
        return console.fail(writing.error(), NotDone);
    }
    SharedLedger &ledger = (*writing)->ledger();
    auto directory = ledger.copy().reader().facts().directory();
    auto target = LedgerTarget::on(ledger.copy(),
        [&ledger](std::span<const Proposal> proposals, Instant now) { return ledger.append(proposals, now); });
    if (!directory || !target) {
        return console.fail(directory ? target.error() : directory.error(), NotDone);
    }
    return importRows(options, mapping, { *target, ledger.copy().rules(), std::move(*directory) }, console);
}

int importThrough(const Options &options, const Mapping &mapping, const BackendAddress &backend, Console &console)
{
    auto log = ReadLog::open(backend);
    if (!log) {
        return console.fail(log.error(), NotDone);
    }
    auto directory = log->directory();
    const auto timeline = log->timeline();
    if (!directory || !timeline) {
        return console.fail(directory ? timeline.error() : directory.error(), NotDone);
    }
    BackendTarget target(*log, sinkThrough(backend), *timeline);
    return importRows(options, mapping, { target, timeline->now(), std::move(*directory) }, console);
}

/// The table's header is looked at before the ledger: what cannot be read founds none.
std::expected<Mapping, Failure> fittingMapping(const Options &options, const QString &mappingFile)
{
    auto mapping = mappingIn(mappingFile);
    if (mapping && options.has(QStringLiteral("compare"))) {
        mapping->column(TicketField::OnTime) = options.text(QStringLiteral("compare")).toStdString();
    }
    return mapping.and_then([&](const Mapping &read) {
        return checkTable(options.arguments().constFirst().toStdString(), read).transform([&] { return read; });
    });
}

int importTableCommand(const Options &options, const LogAddress &log, Console &console)
{
    const auto mappingFile = options.needed(QStringLiteral("mapping"));
    if (!mappingFile) {
        return console.fail(mappingFile.error(), WrongUsage);
    }
    const auto mapping = fittingMapping(options, *mappingFile);
    if (!mapping) {
        return console.fail(mapping.error(), NotDone);
    }
    stopInOrderOnInterrupt();
    if (const auto *const backend = std::get_if<BackendAddress>(&log)) {
        return importThrough(options, *mapping, *backend, console);
    }
    const auto *const file = std::get_if<std::filesystem::path>(&log);
    return file ? importInto(options, *mapping, *file, console)
                : importInto(options, *mapping, std::get<CountyDatabase>(log), console);
}

int importEventsCommand(const Options &options, const LogAddress &log, Console &console)
{
    if (std::holds_alternative<BackendAddress>(log)) {
        return console.fail(
            { FailureKind::Invalid, SayImport::tr("--events makes a new ledger: name its file with --ledger.") },
            WrongUsage);
    }
    stopInOrderOnInterrupt();
    Head head;
    const auto made = makeLedger(*ledgerPlaceIn(options, QStringLiteral("ledger")), [&](const auto &file) {
        return importEvents(options.arguments().constFirst().toStdString(), file,
            { options.text(QStringLiteral("county")).toStdString() },
            [&](int percent) {
                console.progress(SayImport::tr("importing events"), percent);
                return !isStopAsked();
            })
            .transform([&](const Head &end) { head = end; });
    });
    if (!made) {
        return console.fail(made.error(), NotDone);
    }
    console.answer(SayImport::tr("%1 events").arg(head.position),
        { { QStringLiteral("events"), static_cast<qint64>(head.position) } });
    return Done;
}

} // namespace

int importCommand(const QStringList &arguments)
{
    Options options(SayImport::tr("Takes a table of another system (CSV or XLSX) into a ledger. Rows that "
                                  "cannot be tickets are in FILE.rejected.csv with their reasons."));
    options.addArgument(QStringLiteral("FILE"), SayImport::tr("The table, or with --events the exported events."));
    addLogOptions(options, SayImport::tr("The ledger; a new one is founded."));
    options.add(QStringLiteral("mapping"), SayImport::tr("How the table is to be read."), QStringLiteral("MAP.json"));
    options.add(QStringLiteral("guess"), SayImport::tr("Write a first mapping for the table, to look over and edit."));
    options.add(QStringLiteral("o,output"), SayImport::tr("Where the guessed mapping goes; else it is printed."),
        QStringLiteral("MAP.json"));
    options.add(QStringLiteral("compare"),
        SayImport::tr(
            "Compare the source's own word on being on time, in this column, with the rules; what differs is in "
            "FILE.differences.csv."),
        QStringLiteral("COLUMN"));
    options.add(
        QStringLiteral("events"), SayImport::tr("FILE holds exported events; they make a new ledger, the same one."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    if (options.has(QStringLiteral("guess"))) {
        return guessMapping(options, console);
    }
    const auto log = logAddressIn(options);
    if (!log) {
        return console.fail(log.error(), WrongUsage);
    }
    return options.has(QStringLiteral("events")) ? importEventsCommand(options, *log, console)
                                                 : importTableCommand(options, *log, console);
}

} // namespace huying
