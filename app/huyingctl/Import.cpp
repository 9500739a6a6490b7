#include "Command.h"
#include "Console.h"
#include "ImportEvents.h"
#include "Ledgers.h"
#include "Options.h"
#include "Table.h"

#include <exchange/Guess.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::expected<void, Failure> writeFile(const QString &name, const std::string &bytes)
{
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size())
        && file.commit();
    return isWritten ? std::expected<void, Failure>()
                     : failure(FailureKind::Refused, Say::tr("%1 cannot be written: %2").arg(name, file.errorString()));
}

std::expected<Mapping, Failure> mappingIn(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureKind::NotFound, Say::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    }
    return mappingFromText(file.readAll().toStdString());
}

int guess(const Options &options, Console &console)
{
    const auto mapping = guessedMapping(options.arguments().first().toStdString());
    if (!mapping) {
        return console.fail(mapping.error(), NotDone);
    }
    const std::string json = textOf(*mapping);
    const QString target = options.text(QStringLiteral("output"));
    if (target.isEmpty()) {
        Console::print(text(json));
        return Done;
    }
    if (const auto written = writeFile(target, json); !written) {
        return console.fail(written.error(), NotDone);
    }
    QStringList lines { Say::tr("%1 is a first mapping; look it over.").arg(target) };
    for (const std::string &doubt : mapping->doubts) {
        lines << QStringLiteral("  ") + text(doubt);
    }
    console.answer(lines.join(u'\n'), { { QStringLiteral("mapping"), target } });
    return Done;
}

QString comparisonText(const Comparison &comparison)
{
    QList<QStringList> rows { { Say::tr("the source says"), Say::tr("by the rules"), Say::tr("rows"), QString() } };
    for (const auto &[key, cell] : comparison.cells) {
        rows << QStringList { key.first.empty() ? Say::tr("(blank)") : text(key.first),
            text(nameIn(onTimeNames, key.second)), QString::number(cell.rows),
            cell.isDifferent ? Say::tr("differs") : QString() };
    }
    return tableText(rows) + Say::tr("%1 of %2 rows differ").arg(comparison.different).arg(comparison.compared);
}

QString reportText(const ImportReport &report, const QString &differences)
{
    const ImportCounts &counts = report.counts;
    QStringList lines { Say::tr("%1 rows: %2 new, %3 updated, %4 unchanged, %5 rejected")
                            .arg(counts.rows)
                            .arg(counts.added)
                            .arg(counts.updated)
                            .arg(counts.unchanged)
                            .arg(counts.rejected),
        Say::tr("%1 events, %2 new categories and units").arg(counts.events).arg(counts.facts) };
    for (std::size_t i = 0; i < remarkCount; ++i) {
        if (counts.remarks[i] > 0) {
            lines << Say::tr("%1 rows: %2").arg(counts.remarks[i]).arg(description(static_cast<Remark>(i)));
        }
    }
    if (report.rejectedFile) {
        lines << Say::tr("rejected rows with their reasons are in %1").arg(text(report.rejectedFile->string()));
    }
    if (report.comparison) {
        lines << comparisonText(*report.comparison) + QStringLiteral(": ") + differences;
    }
    return lines.join(u'\n');
}

QJsonObject reportObject(const ImportReport &report)
{
    const auto number = [](std::uint64_t count) { return static_cast<qint64>(count); };
    const ImportCounts &counts = report.counts;
    QJsonObject object { { QStringLiteral("rows"), number(counts.rows) },
        { QStringLiteral("added"), number(counts.added) }, { QStringLiteral("updated"), number(counts.updated) },
        { QStringLiteral("unchanged"), number(counts.unchanged) },
        { QStringLiteral("rejected"), number(counts.rejected) }, { QStringLiteral("events"), number(counts.events) },
        { QStringLiteral("facts"), number(counts.facts) }, { QStringLiteral("stopped"), report.isStopped } };
    if (report.comparison) {
        QJsonArray cells;
        for (const auto &[key, cell] : report.comparison->cells) {
            cells << QJsonObject { { QStringLiteral("source"), text(key.first) },
                { QStringLiteral("rules"), text(nameIn(onTimeNames, key.second)) },
                { QStringLiteral("rows"), number(cell.rows) }, { QStringLiteral("differs"), cell.isDifferent } };
        }
        object[QStringLiteral("comparison")] = cells;
    }
    return object;
}

int importRows(const Options &options, const Mapping &mapping, Ledger &ledger, Console &console)
{
    const std::filesystem::path file = options.arguments().first().toStdString();
    const auto directory = ledger.reader().facts().directory();
    auto target = LedgerTarget::on(ledger);
    if (!directory || !target) {
        return console.fail(directory ? target.error() : directory.error(), NotDone);
    }
    std::stop_source stop;
    ImportSurroundings surroundings { ledger.rules(), *directory, clockNow(), fillRandom, stop.get_token(), {},
        options.has(QStringLiteral("compare")) };
    surroundings.progress = [&](const ImportCounts &, const SheetProgress &progress) {
        const auto all = std::max<std::uint64_t>(progress.bytesInAll, 1);
        console.progress(Say::tr("importing"), static_cast<int>(progress.bytesRead * 100 / all));
        if (isStopAsked()) {
            stop.request_stop();
        }
    };
    const auto report = importTable(file, mapping, *target, surroundings);
    if (!report) {
        return console.fail(report.error(), NotDone);
    }
    console.answer(reportText(*report, text(besides(file, "differences").string())), reportObject(*report));
    if (report->isStopped) {
        Console::complain(Say::tr("Stopped; the rows counted are in the ledger, import again for the others."));
    } else if (report->counts.rejected > 0) {
        Console::complain(Say::tr("%1 rows were rejected.").arg(report->counts.rejected));
    }
    return report->isStopped || report->counts.rejected > 0 ? NotDone : Done;
}

/// The table's header is looked at before the ledger: what cannot be read founds none.
std::expected<Mapping, Failure> fittingMapping(const Options &options, const QString &mappingFile)
{
    auto mapping = mappingIn(mappingFile);
    if (mapping && options.has(QStringLiteral("compare"))) {
        mapping->column(Field::OnTime) = options.text(QStringLiteral("compare")).toStdString();
    }
    return mapping.and_then([&](const Mapping &read) {
        return checkTable(options.arguments().first().toStdString(), read).transform([&] { return read; });
    });
}

int importTableCommand(const Options &options, const QString &ledgerFile, Console &console)
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
    auto ledger = openOrFound(ledgerFile.toStdString(), { options.text(QStringLiteral("county")).toStdString() });
    return ledger ? importRows(options, *mapping, *ledger, console) : console.fail(ledger.error(), NotDone);
}

int importEventsCommand(const Options &options, const QString &ledgerFile, Console &console)
{
    stopInOrderOnInterrupt();
    const auto head = importEvents(options.arguments().first().toStdString(), ledgerFile.toStdString(),
        { options.text(QStringLiteral("county")).toStdString() }, [&](int percent) {
            console.progress(Say::tr("importing events"), percent);
            return !isStopAsked();
        });
    if (!head) {
        return console.fail(head.error(), NotDone);
    }
    console.answer(Say::tr("%1 events").arg(head->position),
        { { QStringLiteral("events"), static_cast<qint64>(head->position) } });
    return Done;
}

} // namespace

int importCommand(const QStringList &arguments)
{
    Options options(
        Say::tr("Takes a table of another system (CSV or XLSX) into a ledger; a new one is founded. Rows that "
                "cannot be tickets are in FILE.rejected.csv with their reasons."));
    options.addArgument(QStringLiteral("FILE"), Say::tr("The table, or with --events the exported events."));
    options.add(QStringLiteral("ledger"), Say::tr("The ledger."), QStringLiteral("FILE"));
    options.add(QStringLiteral("mapping"), Say::tr("How the table is to be read."), QStringLiteral("MAP.json"));
    options.add(QStringLiteral("guess"), Say::tr("Write a first mapping for the table, to look over and edit."));
    options.add(QStringLiteral("o,output"), Say::tr("Where the guessed mapping goes; else it is printed."),
        QStringLiteral("MAP.json"));
    options.add(QStringLiteral("compare"),
        Say::tr("Compare the source's own word on being on time, in this column, with the rules; what differs is in "
                "FILE.differences.csv."),
        QStringLiteral("COLUMN"));
    options.add(QStringLiteral("events"), Say::tr("FILE holds exported events; they make a new ledger, the same one."));
    options.add(QStringLiteral("county"), Say::tr("The county's code, for a new ledger."), QStringLiteral("CODE"),
        QStringLiteral("130529"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    if (options.has(QStringLiteral("guess"))) {
        return guess(options, console);
    }
    const auto ledger = options.needed(QStringLiteral("ledger"));
    if (!ledger) {
        return console.fail(ledger.error(), WrongUsage);
    }
    return options.has(QStringLiteral("events")) ? importEventsCommand(options, *ledger, console)
                                                 : importTableCommand(options, *ledger, console);
}

} // namespace huying
