#include "Command.h"

#include "Console.h"
#include "Ledgers.h"
#include "LogPictures.h"
#include "ReadLog.h"

#include <exchange/EventLines.h>
#include <exchange/TicketTable.h>
#include <sheets/CsvWriter.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayExport {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

constexpr int entriesInPage = 2000;

std::expected<std::int64_t, Failure> writeTickets(ReadLog &log, const std::filesystem::path &file, Console &console)
{
    const auto directory = log.directory();
    CsvWriter::Options options;
    options.defuseFormulas = true;
    const auto writer = CsvWriter::create(file, options);
    const auto all = log.rows().count();
    if (!directory || !writer || !all) {
        return std::unexpected(!directory ? directory.error() : !writer ? writer.error() : all.error());
    }
    const Instant now = clockNow();
    std::int64_t count = 0;
    return (*writer)
        ->write(ticketHeader())
        .and_then([&] {
            return log.rows().walkByReport([&](const TicketRow &row) -> std::expected<void, Failure> {
                if (isStopAsked()) {
                    return failure(FailureKind::Cancelled, SayExport::tr("Stopped."));
                }
                if (++count % 1000 == 0) {
                    console.progress(SayExport::tr("tickets"), static_cast<int>(count * 100 / std::max(*all, count)));
                }
                return (*writer)->write(ticketCells(row, *directory, now));
            });
        })
        .and_then([&] { return (*writer)->finish(); })
        .transform([&] { return count; });
}

std::expected<Position, Failure> writeEvents(ReadLog &log, const std::filesystem::path &file, Console &console)
{
    return writeEventLines(
        file, [&](Position after) { return log.entriesAfter(after, entriesInPage); },
        [&](int percent) {
            console.progress(SayExport::tr("events"), percent);
            return !isStopAsked();
        });
}

std::expected<std::int64_t, Failure> writePhotos(
    ReadLog &log, const Options &options, const QString &to, std::int64_t &missing)
{
    if (options.has(QStringLiteral("backend"))) {
        return failure(FailureKind::Invalid,
            SayExport::tr("Photos are taken from the folder where they lie, not through a backend."));
    }
    const auto folder = ledgerPlaceIn(options, QStringLiteral("ledger")).transform([&](const LedgerPlace &place) {
        return picturesFolderIn(options, QStringLiteral("attachments"), place);
    });
    if (!folder || !*folder) {
        return failure(FailureKind::Invalid, SayExport::tr("Name the folder of the photos with --attachments."));
    }
    const auto pictures = loggedPictures(
        [&](Position after) {
            return log.entriesAfter(after, entriesInPage).transform([](Page page) { return std::move(page.entries); });
        },
        [] { return !isStopAsked(); });
    const auto blobs = BlobFolder::at((*folder)->toStdString());
    if (!pictures || !blobs) {
        return std::unexpected(pictures ? blobs.error() : pictures.error());
    }
    const auto numberOf = [&](const TicketId &ticket) {
        const auto row = log.rows().find(ticket);
        return row && *row ? (*row)->number : toText(ticket);
    };
    return exportPictures(*pictures, *blobs, to, numberOf, missing);
}

/// What was written, for machines and for people.
struct Written {
    QJsonObject object;
    QStringList lines;
};

std::expected<Written, Failure> writeAll(ReadLog &log, const Options &options, Console &console)
{
    const QString tickets = options.text(QStringLiteral("tickets"));
    const QString events = options.text(QStringLiteral("events"));
    const QString photos = options.text(QStringLiteral("photos"));
    Written written;
    if (!tickets.isEmpty()) {
        const auto count = writeTickets(log, tickets.toStdString(), console);
        if (!count) {
            return std::unexpected(count.error());
        }
        written.object[QStringLiteral("tickets")] = static_cast<qint64>(*count);
        written.lines << SayExport::tr("%1 tickets in %2").arg(*count).arg(tickets);
    }
    if (!events.isEmpty()) {
        const auto count = writeEvents(log, events.toStdString(), console);
        if (!count) {
            return std::unexpected(count.error());
        }
        written.object[QStringLiteral("events")] = static_cast<qint64>(*count);
        written.lines << SayExport::tr("%1 events in %2").arg(*count).arg(events);
    }
    if (!photos.isEmpty()) {
        std::int64_t missing = 0;
        const auto count = writePhotos(log, options, photos, missing);
        if (!count) {
            return std::unexpected(count.error());
        }
        written.object[QStringLiteral("photos")] = static_cast<qint64>(*count);
        written.object[QStringLiteral("photosMissing")] = static_cast<qint64>(missing);
        written.lines << SayExport::tr("%1 photos in %2, %3 are not here").arg(*count).arg(photos).arg(missing);
    }
    return written;
}

} // namespace

int exportCommand(const QStringList &arguments)
{
    Options options(SayExport::tr("Writes a ledger's tickets as CSV, its events as JSON lines, or both."));
    addLogOptions(options, SayExport::tr("The ledger."));
    options.add(QStringLiteral("tickets"), SayExport::tr("Where the tickets go: CSV in UTF-8, nothing personal in it."),
        QStringLiteral("FILE.csv"));
    options.add(QStringLiteral("events"),
        SayExport::tr(
            "Where the events go, names and telephone numbers with them: importing them makes the same ledger."),
        QStringLiteral("FILE.jsonl"));
    addPicturesOption(options, QStringLiteral("photos"),
        SayExport::tr(
            "Where the photos go, each in a folder that is called by its ticket's number; not from a backend."));
    addPicturesOption(options, QStringLiteral("attachments"),
        SayExport::tr("Where the ledger's photos lie; beside a ledger's file where none is given."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto address = logAddressIn(options);
    const auto isEmpty = [&options](const char *name) { return options.text(QLatin1StringView(name)).isEmpty(); };
    if (!address || (isEmpty("tickets") && isEmpty("events") && isEmpty("photos"))) {
        const Failure nothing { FailureKind::Invalid,
            SayExport::tr("Name --tickets, --events, --photos or several of them.") };
        return console.fail(address ? nothing : address.error(), WrongUsage);
    }
    stopInOrderOnInterrupt();
    auto log = ReadLog::open(*address);
    if (!log) {
        return console.fail(log.error(), NotDone);
    }
    const auto written = writeAll(*log, options, console);
    if (!written) {
        return console.fail(written.error(), NotDone);
    }
    console.answer(written->lines.join(u'\n'), written->object);
    return Done;
}

} // namespace huying
