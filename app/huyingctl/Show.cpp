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

struct Say {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// A ticket with its trail as the ledger has it, and the names of codes.
struct Found {
    TicketRow row;
    std::vector<Entry> trail;
    Directory directory;
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString timeText(const std::optional<Instant> &moment)
{
    return moment ? text(isoCountyTime(*moment)).left(19).replace(u'T', u' ') : QStringLiteral("–");
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
        return failure(FailureKind::NotFound, Say::tr("The ledger has no ticket with the number “%1”.").arg(number));
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
    QList<QStringList> rows { { Say::tr("position"), Say::tr("photo"), Say::tr("pixels"), Say::tr("bytes"),
        Say::tr("digest") } };
    for (const Entry &entry : found.trail) {
        const auto event = eventOf(entry.record);
        const auto *const ofTicket = event ? std::get_if<TicketEvent>(&*event) : nullptr;
        for (const Attachment &each : ofTicket ? attachmentsOf(ofTicket->content) : std::span<const Attachment>()) {
            rows << QStringList { QString::number(entry.position), text(each.name),
                QStringLiteral("%1×%2").arg(each.width).arg(each.height), QString::number(each.bytes),
                text(each.sha256) };
        }
    }
    return rows;
}

QString placeText(const Found &found)
{
    const QString region = text(found.directory.placeName(found.row.region));
    const QString place = text(found.row.place);
    return place.startsWith(region) ? place : (region + u' ' + place).trimmed();
}

QString foundText(const Found &found)
{
    const TicketRow &row = found.row;
    QList<QStringList> facts { { Say::tr("number"), text(row.number) }, { Say::tr("title"), text(row.title) },
        { Say::tr("step"), wordFor(row.step) }, { Say::tr("reported"), timeText(row.reportedAt) },
        { Say::tr("due"), row.due ? text(isoDue(*row.due)) : timeText(row.due) },
        { Say::tr("closed"), timeText(row.closedAt) },
        { Say::tr("category"), text(found.directory.nameOf(row.category)) }, { Say::tr("place"), placeText(found) },
        { Say::tr("lead unit"), text(found.directory.nameOf(row.lead)) } };
    QList<QStringList> trail { { Say::tr("position"), Say::tr("time"), Say::tr("event"), Say::tr("by"), QString() } };
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
            { QStringLiteral("id"), text(toText(entry.record.id)) },
            { QStringLiteral("at"), text(isoCountyTime(entry.record.at)) },
            { QStringLiteral("received"), text(isoCountyTime(entry.received)) },
            { QStringLiteral("kind"), text(entry.record.kind) },
            { QStringLiteral("author"), parsed(entry.record.author) },
            { QStringLiteral("content"), parsed(entry.record.content) } };
    }
    const TicketRow &row = found.row;
    QJsonObject object { { QStringLiteral("number"), text(row.number) }, { QStringLiteral("id"), text(toText(row.id)) },
        { QStringLiteral("title"), text(row.title) }, { QStringLiteral("step"), text(nameIn(stepNames, row.step)) },
        { QStringLiteral("reported"), text(isoCountyTime(row.reportedAt)) },
        { QStringLiteral("category"), text(row.category.text) }, { QStringLiteral("lead"), text(row.lead.text) },
        { QStringLiteral("trail"), trail } };
    if (row.due) {
        object[QStringLiteral("due")] = text(isoCountyTime(*row.due));
    }
    if (row.closedAt) {
        object[QStringLiteral("closed")] = text(isoCountyTime(*row.closedAt));
    }
    return object;
}

} // namespace

int showCommand(const QStringList &arguments)
{
    Options options(Say::tr("Shows a ticket and all that happened to it, without the citizen's name and number."));
    addLogOptions(options, Say::tr("The ledger."));
    options.addArgument(QStringLiteral("NUMBER"), Say::tr("The ticket's number."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto address = logAddressIn(options);
    if (!address) {
        return console.fail(address.error(), WrongUsage);
    }
    const auto found = foundIn(*address, options.arguments().first());
    if (!found) {
        return console.fail(found.error(), NotDone);
    }
    console.answer(foundText(*found), objectOf(*found));
    return Done;
}

} // namespace huying
