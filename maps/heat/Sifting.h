#pragma once

#include "Gate.h"

#include <functional>
#include <span>
#include <stop_token>

namespace huying
{

/// The part of a day that lies in a period: its tickets, and the hours that count.
struct DayPart {
    Day day {};
    QSharedDataPointer<HeatColumns::Columns> columns;
    int firstHour = 0;
    int endHour = 24;

    std::size_t size() const { return columns.constData()->places.size(); }
    /// Whether it stands for the same tickets.
    bool isSame(const DayPart &other) const
    {
        return columns.constData() == other.columns.constData() && firstHour == other.firstHour
            && endHour == other.endHour;
    }
};

/// The days of `columns` from the hour of `from` to before that of `until`, in order; nothing stands for all time.
std::vector<DayPart> dayParts(const HeatColumns &columns, std::optional<Instant> from, std::optional<Instant> until);

/// Tells the rows of `part` that pass, some thousand at a time.
using TakeRows = std::function<void(const HeatColumns::Columns &columns, std::span<const std::uint32_t> rows)>;
void sift(const DayPart &part, const Gate &gate, const TakeRows &take);

/// Tells the places (HeatColumns::Entry::place) of the tickets that pass, some thousand at a time, of the rows from
/// `first` to before `end`, all of them before `sorted` or all behind.
using TakePlaces = std::function<void(std::span<const std::uint32_t> places)>;
void siftPlaces(const HeatColumns::Columns &columns, std::size_t first, std::size_t end, const Gate &gate,
    const Gate::OfDay &day, const TakePlaces &take);

/// Like `sift` of one, for many days; false when it was stopped, after a whole day.
bool sift(std::span<const DayPart> parts, const Gate &gate, const std::stop_token &stop, const TakeRows &take);

/// How many tickets `parts` have in all.
std::size_t sizeOf(std::span<const DayPart> parts);

} // namespace huying
