#include "RegionTable.h"

#include <domain/Directory.h>

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

struct SayTable {
    Q_DECLARE_TR_FUNCTIONS(DataFiles)
};

using Kind = GeoField::Kind;

/// As the field's name for people, in the program's language.
std::vector<GeoField> tableFields()
{
    return { { QStringLiteral("code"), SayTable::tr("code"), Kind::Text },
        { QStringLiteral("parent_code"), SayTable::tr("code of the region around it"), Kind::Text },
        { QStringLiteral("name"), SayTable::tr("name"), Kind::Text },
        { QStringLiteral("level"), SayTable::tr("level"), Kind::Text },
        { QStringLiteral("tickets"), SayTable::tr("tickets"), Kind::Whole },
        { QStringLiteral("residents"), SayTable::tr("residents"), Kind::Whole },
        { QStringLiteral("households"), SayTable::tr("households"), Kind::Whole },
        { QStringLiteral("per_1000_residents"), SayTable::tr("tickets per 1,000 residents"), Kind::Real },
        { QStringLiteral("per_100_households"), SayTable::tr("tickets per 100 households"), Kind::Real },
        { QStringLiteral("past_mean"), SayTable::tr("usual number of tickets"), Kind::Real },
        { QStringLiteral("past_count"), SayTable::tr("periods it is usual in"), Kind::Whole },
        { QStringLiteral("past_step_days"), SayTable::tr("days from one of them to the next"), Kind::Whole },
        { QStringLiteral("past_deviation"), SayTable::tr("standard deviations from the usual"), Kind::Real },
        { QStringLiteral("is_silent"), SayTable::tr("has fallen silent"), Kind::YesNo },
        { QStringLiteral("met_on_time"), SayTable::tr("milestones met on time"), Kind::Whole },
        { QStringLiteral("fell_due"), SayTable::tr("milestones that fell due"), Kind::Whole },
        { QStringLiteral("on_time_share"), SayTable::tr("share on time"), Kind::Real },
        { QStringLiteral("period_start"), SayTable::tr("first day of the period"), Kind::Text },
        { QStringLiteral("period_end"), SayTable::tr("last day of the period"), Kind::Text },
        { QStringLiteral("filter"), SayTable::tr("filter"), Kind::Text } };
}

GeoValue known(int count)
{
    return count > 0 ? GeoValue(qint64 { count }) : GeoValue();
}

GeoValue known(const std::optional<double> &value)
{
    return value ? GeoValue(*value) : GeoValue();
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// The figures of one region under every measure.
using ByMeasure = std::array<RegionFigure, regionMeasures>;

const RegionFigure &under(const ByMeasure &figures, RegionMeasure measure)
{
    return figures[static_cast<std::size_t>(measure)];
}

std::vector<GeoValue> valuesOf(
    const Region &region, const ByMeasure &figures, const RegionCounts &counts, const DensityFilter &filter)
{
    const RegionFigure &plain = under(figures, RegionMeasure::Tickets);
    const RegionFigure &onTime = under(figures, RegionMeasure::OnTime);
    const PeriodTexts period = periodTexts(filter);
    const std::size_t parent = region.level == RegionLevel::County
        ? 0
        : codeLength(static_cast<RegionLevel>(static_cast<int>(region.level) - 1));
    const auto past = [&](const GeoValue &value) { return counts.pasts > 0 ? value : GeoValue(); };
    return { textOf(region.code.text), textOf(std::string_view(region.code.text).substr(0, parent)),
        textOf(region.name), textOf(nameIn(regionLevelNames, region.level)), qint64 { plain.tickets },
        known(region.residents), known(region.households),
        known(under(figures, RegionMeasure::PerThousandResidents).value),
        known(under(figures, RegionMeasure::PerHundredHouseholds).value), past(plain.usual), qint64(counts.pasts),
        past(qint64 { counts.apart.count() }), known(under(figures, RegionMeasure::AgainstPast).value),
        qint64 { plain.isSilent ? 1 : 0 }, qint64 { onTime.numerator }, qint64 { onTime.denominator },
        known(onTime.value), period.start, period.end, filterText(filter) };
}

bool isTouched(const Region &region, const DensityFilter &filter)
{
    return filter.regions.empty() || std::ranges::any_of(filter.regions, [&](const RegionCode &wanted) {
        return within(region.code, wanted) || within(wanted, region.code);
    });
}

std::vector<const Region *> regionsAt(const MapData &data, RegionLevel level)
{
    std::vector<const Region *> regions;
    for (const Region &region : data.regions) {
        if (region.level == level && isTouched(region, data.filter)) {
            regions.push_back(&region);
        }
    }
    std::ranges::sort(regions, {}, [](const Region *region) { return region->code; });
    return regions;
}

} // namespace

RegionTable regionTable(const MapData &data, RegionLevel level, const RegionCounts &counts)
{
    const std::vector<const Region *> regions = regionsAt(data, level);
    std::vector<RegionSize> sizes;
    sizes.reserve(regions.size());
    for (const Region *const region : regions) {
        sizes.push_back({ region->code, region->residents, region->households });
    }
    std::array<std::vector<RegionFigure>, regionMeasures> byMeasure;
    for (std::size_t i = 0; i < regionMeasures; ++i) {
        byMeasure[i] = regionFigures(counts, sizes, static_cast<RegionMeasure>(i));
    }
    RegionTable made;
    made.table = { textOf(nameIn(regionLevelNames, level)) + QStringLiteral("s"), tableFields(), {} };
    for (std::size_t i = 0; i < regions.size(); ++i) {
        ByMeasure figures;
        std::ranges::transform(byMeasure, figures.begin(), [i](const auto &all) { return all[i]; });
        made.table.rows.push_back({ valuesOf(*regions[i], figures, counts, data.filter), regions[i]->shape });
    }
    made.tickets = std::int64_t(counts.counted);
    made.elsewhere = elsewhere(counts, byMeasure.front());
    return made;
}

} // namespace huying
