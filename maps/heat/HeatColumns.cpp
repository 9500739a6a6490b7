#include "HeatColumns.h"

#include <domain/FigureCohort.h>
#include <domain/Figures.h>

#include <algorithm>
#include <atomic>
#include <functional>

namespace huying
{

namespace
{

std::uint64_t nextLineage()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

/// So few are looked at sooner than sorted.
constexpr std::size_t latestAtMost = 64;

template <class Column>
void takeOut(Column &column, std::size_t at)
{
    column.erase(column.begin() + static_cast<std::ptrdiff_t>(at));
}

/// `entries`, in their places, as columns.
void put(HeatColumns::Columns &columns, std::vector<HeatColumns::Entry> &entries)
{
    const auto voids = std::ranges::partition(entries, std::not_fn(&HeatColumns::isVoid), &HeatColumns::Entry::kind);
    std::ranges::sort(entries.begin(), voids.begin(), {}, &HeatColumns::Entry::place);
    const auto fill = [&entries](auto &column, auto HeatColumns::Entry::*part) {
        column.resize(entries.size());
        std::ranges::transform(entries, column.begin(), part);
    };
    fill(columns.places, &HeatColumns::Entry::place);
    fill(columns.kinds, &HeatColumns::Entry::kind);
    fill(columns.regions, &HeatColumns::Entry::region);
    columns.sorted = static_cast<std::uint32_t>(voids.begin() - entries.begin());
    columns.settled = static_cast<std::uint32_t>(entries.size());
}

void sortByPlace(HeatColumns::Columns &columns)
{
    std::vector<HeatColumns::Entry> entries;
    entries.reserve(columns.places.size());
    for (std::size_t i = 0; i < columns.places.size(); ++i) {
        entries.push_back({ columns.places[i], columns.kinds[i], columns.regions[i] });
    }
    put(columns, entries);
}

} // namespace

Timeliness timelinessOf(std::string_view counted, std::optional<Instant> due, Instant now)
{
    const std::uint32_t cohort = counted.empty() ? 0 : cohortIn(counted);
    const auto has = [cohort](Measure measure) { return (cohort >> static_cast<unsigned>(measure) & 1U) != 0; };
    if (has(Measure::MetInTime)) {
        return Timeliness::InTime;
    }
    const bool isMissed = has(Measure::FallingDue) && due && *due < now;
    return has(Measure::MetLate) || isMissed ? Timeliness::Late : Timeliness::Open;
}

HeatPoint heatPoint(const TicketRow &ticket, Instant now)
{
    return { ticket.point, ticket.category, ticket.lead, ticket.region, ticket.reportedAt, ticket.channel, ticket.step,
        ticket.deadlineClass, timelinessOf(ticket.counted, ticket.due, now) };
}

HeatColumns::HeatColumns(HeatGrid grid) : grid_(grid), codes_(new Codes), lineage_(nextLineage()) {}

bool HeatColumns::isVoid(std::uint32_t kind)
{
    return (kind & 255) / (channelNames.size() * deadlineClassNames.size()) == static_cast<std::size_t>(Step::Void);
}

std::uint32_t HeatColumns::traitsOf(Step step, Channel channel, DeadlineClass deadlineClass)
{
    const auto number = static_cast<std::size_t>(step) * channelNames.size() + static_cast<std::size_t>(channel);
    return static_cast<std::uint32_t>(number * deadlineClassNames.size() + static_cast<std::size_t>(deadlineClass));
}

HeatColumns::Entry HeatColumns::entryOf(const HeatPoint &point)
{
    const Codes &known = *codes_.constData();
    if (!known.categories.knows(point.category.text) || !known.units.knows(point.unit.text)
        || !known.regions.knows(point.region.text)) {
        codes_->categories.numberOf(point.category.text);
        codes_->units.numberOf(point.unit.text);
        codes_->regions.numberOf(point.region.text);
    }
    const Codes &codes = *codes_.constData();
    const auto cell = point.point ? grid_.cellOf(*point.point) : std::nullopt;
    const std::uint32_t place = cell ? cell->row << 12 | cell->column : nowhere;
    const LocalTime local = countyTime(point.reportedAt);
    const auto hour =
        std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count();
    return { place << 8 | codes.units.known(point.unit.text),
        codes.categories.known(point.category.text) << categoryShift
            | static_cast<std::uint32_t>(point.timeliness) << timelinessShift | static_cast<std::uint32_t>(hour) << 8
            | traitsOf(point.step, point.channel, point.deadlineClass),
        static_cast<std::uint16_t>(codes.regions.known(point.region.text)) };
}

std::vector<HeatColumns::OfDay>::iterator HeatColumns::at(Day day)
{
    if (!days_.empty() && days_.back().day < day) {
        return days_.insert(days_.end(), { day, QSharedDataPointer(new Columns) });
    }
    const auto found = std::ranges::lower_bound(days_, day, {}, &OfDay::day);
    return found != days_.end() && found->day == day ? found
                                                     : days_.insert(found, { day, QSharedDataPointer(new Columns) });
}

void HeatColumns::append(Day day, const Entry &entry)
{
    Columns *columns = at(day)->columns.data();
    columns->places.push_back(entry.place);
    columns->kinds.push_back(entry.kind);
    columns->regions.push_back(entry.region);
    ++size_;
    // Twice as many each time: sorting stays a small part of appending.
    if (columns->places.size() - columns->settled > latestAtMost + columns->settled) {
        sortByPlace(*columns);
    }
}

bool HeatColumns::remove(Day day, const Entry &entry)
{
    const auto found = std::ranges::lower_bound(days_, day, {}, &OfDay::day);
    if (found == days_.end() || found->day != day) {
        return false;
    }
    const Columns &there = *found->columns.constData();
    for (std::size_t i = 0; i < there.places.size(); ++i) {
        if (entry == Entry { there.places[i], there.kinds[i], there.regions[i] }) {
            Columns *columns = found->columns.data();
            takeOut(columns->places, i);
            takeOut(columns->kinds, i);
            takeOut(columns->regions, i);
            columns->sorted -= i < columns->sorted ? 1 : 0;
            columns->settled -= i < columns->settled ? 1 : 0;
            --size_;
            return true;
        }
    }
    return false;
}

void HeatColumns::replace(Day day, std::vector<Entry> entries)
{
    auto *columns = new Columns;
    put(*columns, entries);
    const auto there = at(day);
    size_ += entries.size() - there->columns.constData()->places.size();
    there->columns = columns;
}

void HeatColumns::shrink()
{
    for (OfDay &each : days_) {
        const Columns &there = *each.columns.constData();
        const bool isSettled = there.settled == there.places.size();
        if (isSettled && there.places.capacity() == there.places.size()) {
            continue;
        }
        Columns *columns = each.columns.data();
        if (!isSettled) {
            sortByPlace(*columns);
        }
        columns->places.shrink_to_fit();
        columns->kinds.shrink_to_fit();
        columns->regions.shrink_to_fit();
    }
    days_.shrink_to_fit();
}

std::size_t HeatColumns::bytes() const
{
    std::size_t sum = days_.capacity() * sizeof(OfDay);
    for (const OfDay &each : days_) {
        const Columns &columns = *each.columns.constData();
        sum += sizeof(Columns) + columns.places.capacity() * sizeof(std::uint32_t)
            + columns.kinds.capacity() * sizeof(std::uint32_t) + columns.regions.capacity() * sizeof(std::uint16_t);
    }
    return sum;
}

} // namespace huying
