#include "Command.h"
#include "Console.h"
#include "MapFilesWish.h"

#include <QCoreApplication>

#include <thread>

namespace huying
{

namespace
{

struct SayExportMap {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// Asks its work to stop when Ctrl-C has asked this program.
class InterruptWatch
{
public:
    std::stop_token token() const { return _stop.get_token(); }

private:
    std::stop_source _stop;
    std::jthread _watch { [stop = _stop](const std::stop_token &end) mutable {
        constexpr std::chrono::milliseconds glance { 50 };
        while (!end.stop_requested() && !stop.stop_requested()) {
            if (isStopAsked()) {
                stop.request_stop();
            }
            std::this_thread::sleep_for(glance);
        }
    } };
};

struct MapAnswer {
    QStringList lines;
    QJsonObject object;
};

std::expected<void, Failure> addDensity(
    MapAnswer &answer, const MapData &data, const MapFilesWish &wish, const std::stop_token &stop)
{
    return writeDensity(data, wish.radiusMetres, wish.density, {}, stop).transform([&](const DensityWritten &made) {
        answer.lines << SayExportMap::tr("density of %1 tickets in %2, %3 × %4 cells of %5 m, at most %6 per km²; %7 "
                                         "tickets have no place on it")
                            .arg(made.tickets)
                            .arg(wish.density)
                            .arg(made.columns)
                            .arg(made.rows)
                            .arg(made.cellMetres)
                            .arg(double { made.highest }, 0, 'f', 1)
                            .arg(made.withoutPlace);
        answer.object[QStringLiteral("density")] = QJsonObject { { QStringLiteral("file"), wish.density },
            { QStringLiteral("columns"), made.columns }, { QStringLiteral("rows"), made.rows },
            { QStringLiteral("cellMetres"), made.cellMetres }, { QStringLiteral("highest"), double { made.highest } },
            { QStringLiteral("tickets"), qint64(made.tickets) },
            { QStringLiteral("withoutPlace"), qint64(made.withoutPlace) } };
    });
}

std::expected<void, Failure> addRegions(
    MapAnswer &answer, const MapData &data, const MapFilesWish &wish, const std::stop_token &stop)
{
    return writeRegions(data, wish.form, wish.regions, {}, stop).transform([&](const RegionsWritten &made) {
        answer.lines << SayExportMap::tr(
            "%1 regions with the figures of %2 tickets in %3; %4 more tickets are in none of them, %5 regions have no "
            "borders")
                            .arg(made.regions)
                            .arg(made.tickets - made.elsewhere)
                            .arg(wish.regions)
                            .arg(made.elsewhere)
                            .arg(made.withoutBorders);
        answer.object[QStringLiteral("regions")] = QJsonObject { { QStringLiteral("file"), wish.regions },
            { QStringLiteral("regions"), qint64(made.regions) }, { QStringLiteral("tickets"), qint64(made.tickets) },
            { QStringLiteral("elsewhere"), qint64(made.elsewhere) },
            { QStringLiteral("withoutBorders"), qint64(made.withoutBorders) } };
    });
}

int exportMap(const MapFilesWish &wish, Console &console)
{
    stopInOrderOnInterrupt();
    const InterruptWatch interrupt;
    auto log = ReadLog::open(wish.log);
    if (!log) {
        return console.fail(log.error(), NotDone);
    }
    const auto data = mapData(*log, wish.figures, [&](int percent) {
        console.progress(SayExportMap::tr("tickets"), percent);
        return !isStopAsked();
    });
    MapAnswer answer;
    auto written = data ? std::expected<void, Failure>() : std::unexpected(data.error());
    if (written && !wish.density.isEmpty()) {
        written = addDensity(answer, *data, wish, interrupt.token());
    }
    if (written && !wish.regions.isEmpty()) {
        written = addRegions(answer, *data, wish, interrupt.token());
    }
    if (!written) {
        return console.fail(written.error(), NotDone);
    }
    console.answer(answer.lines.join(u'\n'), answer.object);
    return Done;
}

} // namespace

int exportMapCommand(const QStringList &arguments)
{
    Options options(SayExportMap::tr(
        "Writes the map's figures for QGIS and spreadsheets: the density of tickets, and regions with their counts and "
        "rates, numerators and denominators beside them. Nothing personal is in them."));
    addMapFileOptions(options);
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const auto wish = mapFilesWishIn(options);
    return wish ? exportMap(*wish, console) : console.fail(wish.error(), WrongUsage);
}

} // namespace huying
