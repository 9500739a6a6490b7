#include "MapFigures.h"

#include "Console.h"
#include "Ledgers.h"

#include <heat/TicketGrid.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayFigures {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

DensityFilter filterOf(const FiguresWish &wish)
{
    DensityFilter filter;
    filter.categories = wish.categories;
    filter.regions = wish.regions;
    filter.units = wish.units;
    filter.channels = wish.channels;
    filter.steps = wish.steps;
    filter.classes = wish.classes;
    filter.from = wish.from.transform(startOf);
    filter.until = wish.to.transform(endOf);
    return filter;
}

/// A slip of the pen would look like a county without tickets.
std::expected<void, Failure> isKnown(const FiguresWish &wish, const Directory &directory)
{
    for (const CategoryCode &code : wish.categories) {
        if (directory.category(code) == nullptr) {
            return failure(FailureKind::NotFound, SayFigures::tr("There is no category “%1”.").arg(textOf(code.text)));
        }
    }
    for (const RegionCode &code : wish.regions) {
        if (directory.region(code) == nullptr) {
            return failure(FailureKind::NotFound, SayFigures::tr("There is no region “%1”.").arg(textOf(code.text)));
        }
    }
    for (const UnitCode &code : wish.units) {
        if (directory.unit(code) == nullptr) {
            return failure(FailureKind::NotFound, SayFigures::tr("There is no unit “%1”.").arg(textOf(code.text)));
        }
    }
    return {};
}

/// "巨鹿县: 垃圾, 巨鹿镇": the county, and what it is narrowed to.
QString titleOf(const FiguresWish &wish, const Directory &directory)
{
    QStringList narrowed;
    for (const CategoryCode &code : wish.categories) {
        narrowed << textOf(directory.nameOf(code));
    }
    for (const RegionCode &code : wish.regions) {
        narrowed << textOf(directory.placeName(code));
    }
    QString county;
    for (const auto &[code, region] : directory.regions()) {
        county = region.level == RegionLevel::County ? textOf(region.name) : county;
    }
    const QString what = narrowed.isEmpty() ? SayFigures::tr("tickets") : narrowed.join(SayFigures::tr(", "));
    return county.isEmpty() ? what : SayFigures::tr("%1: %2").arg(county, what);
}

std::expected<HeatColumns, Failure> columnsIn(
    ReadLog &log, Instant now, const std::function<bool(int percent)> &progress)
{
    const auto points = log.rows().somePoints(pointsForGrid);
    const auto all = log.rows().count();
    if (!points || !all) {
        return std::unexpected(points ? all.error() : points.error());
    }
    HeatColumns columns(gridOver(*points));
    std::int64_t count = 0;
    return log.rows()
        .walkByReport([&](const TicketRow &row) -> std::expected<void, Failure> {
            columns.append(heatPoint(row, now));
            const bool isTold = ++count % 1000 == 0;
            if (isTold && !progress(static_cast<int>(count * 100 / std::max(*all, count)))) {
                return failure(FailureKind::Cancelled, SayFigures::tr("Stopped."));
            }
            return {};
        })
        .transform([&] { return std::move(columns); });
}

} // namespace

std::expected<MapData, Failure> mapData(
    ReadLog &log, const FiguresWish &wish, const std::function<bool(int percent)> &progress)
{
    const auto directory = log.directory();
    const auto head = log.head();
    const auto known = directory ? isKnown(wish, *directory) : std::unexpected(directory.error());
    if (!known || !head) {
        return std::unexpected(known ? head.error() : known.error());
    }
    const Instant now = clockNow();
    MapData data;
    data.filter = filterOf(wish);
    for (const auto &[code, region] : directory->regions()) {
        data.regions.push_back(region);
    }
    data.title = titleOf(wish, *directory);
    data.source = SayFigures::tr("The county's ledger up to entry %1, by Huying").arg(*head);
    data.madeAt = now;
    return columnsIn(log, now, progress).transform([&](HeatColumns columns) {
        data.columns = std::move(columns);
        return std::move(data);
    });
}

} // namespace huying
