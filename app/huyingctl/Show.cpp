#include "Command.h"
#include "Console.h"
#include "Ledgers.h"
#include "Options.h"
#include "Table.h"

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

std::expected<Found, Failure> foundIn(const std::filesystem::path &file, const QString &number)
{
    auto reader = LedgerReader::open(file);
    if (!reader) {
        return std::unexpected(std::move(reader).error());
    }
    const auto held = reader->hold();
    const auto row = reader->rows().byNumber(number.toStdString());
    if (!held || !row) {
        return std::unexpected(held ? row.error() : held.error());
    }
    if (!*row) {
        return failure(FailureKind::NotFound, Say::tr("The ledger has no ticket with the number “%1”.").arg(number));
    }
    auto trail = reader->trailOf((*row)->id);
    auto directory = reader->facts().directory();
    if (!trail || !directory) {
        return std::unexpected(trail ? directory.error() : trail.error());
    }
    return Found { **row, std::move(*trail), std::move(*directory) };
}

/// What an event says, as `key: value`; codes with their names.
QString contentText(const Record &record, const Directory &directory)
{
    const QJsonObject content = QJsonDocument::fromJson(QByteArray::fromStdString(record.content)).object();
    QStringList parts;
    for (auto member = content.begin(); member != content.end(); ++member) {
        const QJsonValue value = member.value();
        QString shown = value.isString() ? value.toString().simplified()
            : value.isObject() || value.isArray()
            ? QString::fromUtf8((value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray()))
                      .toJson(QJsonDocument::Compact))
            : value.toVariant().toString();
        if (member.key() == u"lead") {
            shown = text(directory.nameOf(UnitCode { shown.toStdString() }));
        } else if (member.key() == u"category") {
            shown = text(directory.nameOf(CategoryCode { shown.toStdString() }));
        }
        if (!shown.isEmpty()) {
            parts << member.key() + QStringLiteral(": ") + shown;
        }
    }
    return parts.join(QStringLiteral("; "));
}

QString authorText(const Record &record)
{
    const QJsonObject author = QJsonDocument::fromJson(QByteArray::fromStdString(record.author)).object();
    const QString name = author[u"name"].toString();
    return name.isEmpty() ? author[u"person"].toString() : name;
}

QString shown(const Found &found)
{
    const TicketRow &row = found.row;
    QList<QStringList> facts { { Say::tr("number"), text(row.number) }, { Say::tr("title"), text(row.title) },
        { Say::tr("step"), text(nameIn(stepNames, row.step)) }, { Say::tr("reported"), timeText(row.reportedAt) },
        { Say::tr("due"), timeText(row.due) }, { Say::tr("closed"), timeText(row.closedAt) },
        { Say::tr("category"), text(found.directory.nameOf(row.category)) },
        { Say::tr("place"), text(found.directory.placeName(row.region) + ' ' + row.place).trimmed() },
        { Say::tr("lead unit"), text(found.directory.nameOf(row.lead)) } };
    QList<QStringList> trail { { Say::tr("position"), Say::tr("time"), Say::tr("event"), Say::tr("by"), QString() } };
    for (const Entry &entry : found.trail) {
        trail << QStringList { QString::number(entry.position), timeText(entry.record.at), text(entry.record.kind),
            authorText(entry.record), contentText(entry.record, found.directory) };
    }
    return tableText(facts) + u'\n' + tableText(trail);
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
    options.add(QStringLiteral("ledger"), Say::tr("The ledger."), QStringLiteral("FILE"));
    options.addArgument(QStringLiteral("NUMBER"), Say::tr("The ticket's number."));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto file = options.needed(QStringLiteral("ledger"));
    if (!file) {
        return console.fail(file.error(), WrongUsage);
    }
    const auto found = foundIn(file->toStdString(), options.arguments().first());
    if (!found) {
        return console.fail(found.error(), NotDone);
    }
    console.answer(shown(*found), objectOf(*found));
    return Done;
}

} // namespace huying
