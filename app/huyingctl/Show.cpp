#include "Command.h"

#include "Console.h"
#include "ReadLog.h"

#include <domain/DueTime.h>
#include <language/Columns.h>
#include <views/Telling.h>
#include <views/Wording.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace huying
{

namespace
{

struct SayShow {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// A ticket with its trail as the ledger has it, and the names of codes.
struct Found {
    TicketRow row;
    std::vector<Entry> trail;
    Directory directory;
};

QString timeText(const std::optional<Instant> &moment)
{
    return moment ? textOf(isoCountyTime(*moment)).left(19).replace(u'T', u' ') : QStringLiteral("–");
}

std::expected<Found, Failure> foundIn(const LogAddress &address, const QString &number)
{
    auto log = ReadLog::open(address);
    if (!log) {
        return std::unexpected(std::move(log).error());
    }
    const auto row = log->rows().byNumber(number.toStdString());
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return failure(
            FailureKind::NotFound, SayShow::tr("The ledger has no ticket with the number “%1”.").arg(number));
    }
    auto trail = log->trailsOf(std::span(&(*row)->id, 1));
    auto directory = log->directory();
    if (!trail || !directory) {
        return std::unexpected(trail ? directory.error() : trail.error());
    }
    return Found { **row, std::move(*trail), std::move(*directory) };
}

/// What happened and what was said with it; an event that cannot be read shows its kind alone.
QStringList trailRow(const Entry &entry, const Directory &directory)
{
    QStringList cells { QString::number(entry.position), timeText(entry.record.at), wordForKind(entry.record.kind) };
    const auto event = eventOf(entry.record);
    if (const auto *ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr) {
        cells << actorOf(ofTicket->author, directory) << tellingOf(ofTicket->content, directory).simplified();
    }
    return cells;
}

/// Which photos came with which entry.
QList<QStringList> pictureRows(const Found &found)
{
    QList<QStringList> rows { { SayShow::tr("position"), SayShow::tr("photo"), SayShow::tr("pixels"),
        SayShow::tr("bytes"), SayShow::tr("digest") } };
    for (const Entry &entry : found.trail) {
        const auto event = eventOf(entry.record);
        const auto *const ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        for (const Attachment &each : ofTicket ? attachmentsOf(ofTicket->content) : std::span<const Attachment>()) {
            rows << QStringList { QString::number(entry.position), textOf(each.name),
                QStringLiteral("%1×%2").arg(each.width).arg(each.height), QString::number(each.bytes),
                textOf(each.sha256) };
        }
    }
    return rows;
}

QString placeText(const Found &found)
{
    const QString region = textOf(found.directory.placeName(found.row.region));
    const QString place = textOf(found.row.place);
    return place.startsWith(region) ? place : (region + u' ' + place).trimmed();
}

QString foundText(const Found &found)
{
    const TicketRow &row = found.row;
    QList<QStringList> facts { { SayShow::tr("number"), textOf(row.number) },
        { SayShow::tr("title"), textOf(row.title) }, { SayShow::tr("step"), wordFor(row.step) },
        { SayShow::tr("reported"), timeText(row.reportedAt) },
        { SayShow::tr("due"), row.due ? textOf(isoDue(*row.due)) : timeText(row.due) },
        { SayShow::tr("closed"), timeText(row.closedAt) },
        { SayShow::tr("category"), textOf(found.directory.nameOf(row.category)) },
        { SayShow::tr("place"), placeText(found) },
        { SayShow::tr("lead unit"), textOf(found.directory.nameOf(row.lead)) } };
    QList<QStringList> trail { { SayShow::tr("position"), SayShow::tr("time"), SayShow::tr("event"), SayShow::tr("by"),
        QString() } };
    for (const Entry &entry : found.trail) {
        trail << trailRow(entry, found.directory);
    }
    const QList<QStringList> pictures = pictureRows(found);
    return tableText(facts) + u'\n' + tableText(trail)
        + (pictures.size() > 1 ? u'\n' + tableText(pictures) : QString());
}

QJsonObject objectOf(const Found &found)
{
    QJsonArray trail;
    for (const Entry &entry : found.trail) {
        const auto parsed = [](const std::string &json) {
            return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
        };
        trail << QJsonObject { { QStringLiteral("position"), static_cast<qint64>(entry.position) },
            { QStringLiteral("id"), textOf(toText(entry.record.id)) },
            { QStringLiteral("at"), textOf(isoCountyTime(entry.record.at)) },
            { QStringLiteral("received"), textOf(isoCountyTime(entry.received)) },
            { QStringLiteral("kind"), textOf(entry.record.kind) },
            { QStringLiteral("author"), parsed(entry.record.author) },
            { QStringLiteral("content"), parsed(entry.record.content) } };
    }
    const TicketRow &row = found.row;
    QJsonObject object { { QStringLiteral("number"), textOf(row.number) },
        { QStringLiteral("id"), textOf(toText(row.id)) }, { QStringLiteral("title"), textOf(row.title) },
        { QStringLiteral("step"), textOf(nameIn(stepNames, row.step)) },
        { QStringLiteral("reported"), textOf(isoCountyTime(row.reportedAt)) },
        { QStringLiteral("category"), textOf(row.category.text) }, { QStringLiteral("lead"), textOf(row.lead.text) },
        { QStringLiteral("trail"), trail } };
    if (row.due) {
        object[QStringLiteral("due")] = textOf(isoCountyTime(*row.due));
    }
    if (row.closedAt) {
        object[QStringLiteral("closed")] = textOf(isoCountyTime(*row.closedAt));
    }
    return object;
}

} // namespace

int showCommand(const QStringList &arguments)
{
    Options options(SayShow::tr("Shows a ticket and all that happened to it, without the citizen's name and number."));
    addLogOptions(options, SayShow::tr("The ledger."));
    options.addArgument(QStringLiteral("NUMBER"), SayShow::tr("The ticket's number."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto address = logAddressIn(options);
    if (!address) {
        return console.fail(address.error(), WrongUsage);
    }
    const auto found = foundIn(*address, options.arguments().constFirst());
    if (!found) {
        return console.fail(found.error(), NotDone);
    }
    console.answer(foundText(*found), objectOf(*found));
    return Done;
}

} // namespace huying
