#include "Command.h"
#include "Console.h"
#include "Ledgers.h"
#include "Options.h"

#include <exchange/EventLines.h>
#include <exchange/TicketTable.h>
#include <sheets/CsvWriter.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int entriesInPage = 2000;

std::expected<std::int64_t, Failure> writeTickets(
    LedgerReader &reader, const std::filesystem::path &file, Console &console)
{
    const auto directory = reader.facts().directory();
    CsvWriter::Options options;
    options.defuseFormulas = true;
    const auto writer = CsvWriter::create(file, options);
    const auto all = reader.database().number("SELECT count(*) FROM ticket");
    if (!directory || !writer || !all) {
        return std::unexpected(!directory ? directory.error() : !writer ? writer.error() : all.error());
    }
    const Instant now = clockNow();
    std::int64_t count = 0;
    return (*writer)
        ->write(ticketHeader())
        .and_then([&] {
            return reader.rows().walk([&](const TicketRow &row) -> std::expected<void, Failure> {
                if (isStopAsked()) {
                    return failure(FailureKind::Cancelled, Say::tr("Stopped."));
                }
                if (++count % 1000 == 0) {
                    console.progress(Say::tr("tickets"), static_cast<int>(count * 100 / std::max(*all, count)));
                }
                return (*writer)->write(ticketCells(row, *directory, now));
            });
        })
        .and_then([&] { return (*writer)->finish(); })
        .transform([&] { return count; });
}

std::expected<Position, Failure> writeEvents(LedgerReader &reader, const std::filesystem::path &file, Console &console)
{
    return writeEventLines(
        file, [&](Position after) { return reader.entriesAfter(after, entriesInPage); },
        [&](int percent) {
            console.progress(Say::tr("events"), percent);
            return !isStopAsked();
        });
}

} // namespace

int exportCommand(const QStringList &arguments)
{
    Options options(Say::tr("Writes a ledger's tickets as CSV, its events as JSON lines, or both."));
    options.add(QStringLiteral("ledger"), Say::tr("The ledger."), QStringLiteral("FILE"));
    options.add(QStringLiteral("tickets"), Say::tr("Where the tickets go: CSV in UTF-8, nothing personal in it."),
        QStringLiteral("FILE.csv"));
    options.add(QStringLiteral("events"),
        Say::tr("Where the events go, names and telephone numbers with them: importing them makes the same ledger."),
        QStringLiteral("FILE.jsonl"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto ledger = options.needed(QStringLiteral("ledger"));
    const QString tickets = options.text(QStringLiteral("tickets"));
    const QString events = options.text(QStringLiteral("events"));
    if (!ledger || (tickets.isEmpty() && events.isEmpty())) {
        const Failure nothing { FailureKind::Invalid, Say::tr("Name --tickets, --events or both.") };
        return console.fail(ledger ? nothing : ledger.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    auto reader = LedgerReader::open(ledger->toStdString());
    if (!reader) {
        return console.fail(reader.error(), NotDone);
    }
    QJsonObject written;
    QStringList lines;
    if (!tickets.isEmpty()) {
        const auto count = writeTickets(*reader, tickets.toStdString(), console);
        if (!count) {
            return console.fail(count.error(), NotDone);
        }
        written[QStringLiteral("tickets")] = static_cast<qint64>(*count);
        lines << Say::tr("%1 tickets in %2").arg(*count).arg(tickets);
    }
    if (!events.isEmpty()) {
        const auto count = writeEvents(*reader, events.toStdString(), console);
        if (!count) {
            return console.fail(count.error(), NotDone);
        }
        written[QStringLiteral("events")] = static_cast<qint64>(*count);
        lines << Say::tr("%1 events in %2").arg(*count).arg(events);
    }
    console.answer(lines.join(u'\n'), written);
    return Done;
}

} // namespace huying
