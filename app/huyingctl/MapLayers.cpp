#include "Command.h"

#include "Console.h"
#include "MapProposal.h"
#include "ReferenceReport.h"

#include <language/Columns.h>

#include <QCoreApplication>
#include <QJsonArray>

namespace huying
{

namespace
{

struct SayMapLayers {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

QString listText(const Directory &directory)
{
    if (directory.referenceLayers().empty()) {
        return SayMapLayers::tr("The map has no other layers.");
    }
    QList<QStringList> rows;
    for (const auto &[name, layer] : directory.referenceLayers()) {
        const ReferenceCounts counts = countsOf(layer);
        rows << QStringList { QString::fromStdString(name),
            SayMapLayers::tr("%1 areas, %2 lines, %3 points").arg(counts.areas).arg(counts.lines).arg(counts.points),
            SayMapLayers::tr("from %1, in %2")
                .arg(QString::fromStdString(layer.file), QString::fromStdString(layer.system)) };
    }
    QString text = tableText(rows);
    text.chop(text.endsWith(u'\n') ? 1 : 0);
    return text;
}

QJsonObject listObject(const Directory &directory)
{
    QJsonArray layers;
    for (const auto &[name, layer] : directory.referenceLayers()) {
        const ReferenceCounts counts = countsOf(layer);
        layers << QJsonObject { { QStringLiteral("name"), QString::fromStdString(name) },
            { QStringLiteral("file"), QString::fromStdString(layer.file) },
            { QStringLiteral("system"), QString::fromStdString(layer.system) },
            { QStringLiteral("areas"), counts.areas }, { QStringLiteral("lines"), counts.lines },
            { QStringLiteral("points"), counts.points } };
    }
    return { { QStringLiteral("layers"), layers } };
}

int withdraw(const LogAddress &log, const RegionCode &county, const ReferenceLayer &layer, Console &console)
{
    const ReferenceLayer withdrawn { layer.name, layer.file, layer.system, {} };
    const auto position = proposeFacts(log, county, { withdrawn }, "map-layers");
    if (!position) {
        return console.fail(position.error(), NotDone);
    }
    const QString name = QString::fromStdString(layer.name);
    console.answer(SayMapLayers::tr("“%1” is withdrawn, as entry %2 of the log.").arg(name).arg(*position),
        { { QStringLiteral("withdrawn"), name }, { QStringLiteral("position"), qint64(*position) } });
    return Done;
}

int mapLayers(const Options &options, const LogAddress &log, Console &console)
{
    const auto read = ReadLog::open(log).and_then([](ReadLog open) { return open.directory(); });
    if (!read) {
        return console.fail(read.error(), NotDone);
    }
    const Directory &directory = *read;
    const QString name = options.text(QStringLiteral("withdraw"));
    if (name.isEmpty()) {
        console.answer(listText(directory), listObject(directory));
        return Done;
    }
    const auto found = directory.referenceLayers().find(name.toStdString());
    if (found == directory.referenceLayers().end()) {
        return console.fail(
            { FailureKind::NotFound, SayMapLayers::tr("The map has no layer “%1”.").arg(name) }, NotDone);
    }
    return withdraw(log, { options.text(QStringLiteral("county")).toStdString() }, found->second, console);
}

} // namespace

int mapLayersCommand(const QStringList &arguments)
{
    Options options(SayMapLayers::tr("Lists the layers of the map besides the regions, or withdraws one of them. What "
                                     "the log has of it stays."));
    addLogOptions(options, SayMapLayers::tr("The ledger."));
    options.add(QStringLiteral("withdraw"), SayMapLayers::tr("The layer that is to go."), QStringLiteral("NAME"));
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto log = logAddressIn(options);
    if (!log) {
        return console.fail(log.error(), WrongUsage);
    }
    return mapLayers(options, *log, console);
}

} // namespace huying
