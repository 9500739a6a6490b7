#pragma once

#include "CodeTable.h"
#include "HeatGrid.h"

#include <domain/Codes.h>
#include <domain/Instant.h>
#include <domain/TicketRow.h>
#include <domain/Words.h>

#include <QSharedData>
#include <QSharedDataPointer>

#include <vector>

namespace huying
{

/// Whether a ticket's milestone was met by its deadline, as figures count it (Measure::FallingDue and the two below
/// it). What has not fallen due yet, and what counts in no such figure (void ones, joined duplicates, those without a
/// deadline), is `Open`.
enum class Timeliness : std::uint8_t { Open, InTime, Late };

/// What the heat layer knows of a ticket.
struct HeatPoint {
    std::optional<GeoPoint> point;
    CategoryCode category;
    UnitCode unit;
    RegionCode region;
    Instant reportedAt;
    Channel channel = Channel::Citizen;
    Step step = Step::Reported;
    DeadlineClass deadlineClass = DeadlineClass::Other;
    Timeliness timeliness = Timeliness::Open;

    bool operator==(const HeatPoint &) const = default;
};

/// Of a ticket that adds `counted` to the figures (TicketRow::counted) and is due at `due`, as of `now`.
Timeliness timelinessOf(std::string_view counted, std::optional<Instant> due, Instant now);
HeatPoint heatPoint(const TicketRow &ticket, Instant now);

/// Ten bytes for each ticket, by columns, day by day: a day's tickets lie together, so that a scan touches the days of
/// its period only. Which ticket an entry belongs to is not kept: whoever knows what a ticket was when it was added can
/// take it out again, and a whole day can be put anew. Within a day entries lie by their place, behind them the void
/// ones, which hardly anybody asks for, and behind those the latest.
/// A value: a copy costs a pointer for each day and stays as it was, so a worker reads it while the original is
/// changed. Not to be changed from two threads.
class HeatColumns
{
public:
    static constexpr std::uint32_t nowhere = 0xffffff;

    explicit HeatColumns(HeatGrid grid = {});

    /// A ticket in its ten bytes. Of these columns alone: codes are numbered as they come.
    struct Entry {
        std::uint32_t place = 0; ///< row of the grid 12 bits, column 12, unit 8
        std::uint32_t kind = 0; ///< category 12, timeliness 2, hour of the day 5, traits 8
        std::uint16_t region = 0;

        bool operator==(const Entry &) const = default;
    };
    Entry entryOf(const HeatPoint &point);

    void append(const HeatPoint &point) { append(dayOf(point.reportedAt), entryOf(point)); }
    void append(Day day, const Entry &entry);
    /// Takes out one entry that equals `entry`; false when there is none.
    bool remove(Day day, const Entry &entry);
    /// All entries of `day` anew.
    void replace(Day day, std::vector<Entry> entries);
    /// Puts the latest entries in their places too, and gives back what growing has taken beyond ten bytes a ticket.
    void shrink();

    std::size_t size() const { return size_; }
    /// What the columns take in memory, without the tables of codes.
    std::size_t bytes() const;
    const HeatGrid &grid() const { return grid_; }

    struct Columns : QSharedData {
        std::uint32_t sorted = 0; ///< so many from the first on are in the order of their places, none of them void
        std::uint32_t settled = 0; ///< so many are these or void; behind them are the latest, of any kind
        std::vector<std::uint32_t> places;
        std::vector<std::uint32_t> kinds;
        std::vector<std::uint16_t> regions;
    };
    struct OfDay {
        Day day {};
        QSharedDataPointer<Columns> columns;
    };
    /// In the order of their days; those without tickets may be missing.
    const std::vector<OfDay> &days() const { return days_; }

    static constexpr std::uint32_t lowKinds = 1U << 13; ///< values of hour and traits together
    static constexpr int timelinessShift = 13;
    static constexpr int categoryShift = 15;
    static bool isVoid(std::uint32_t kind);
    static std::uint32_t traitsOf(Step step, Channel channel, DeadlineClass deadlineClass);

    struct Codes : QSharedData {
        CodeTable categories { 4096 };
        CodeTable units { 256 };
        CodeTable regions { 65536 };
    };
    const Codes &codes() const { return *codes_; }
    /// Numbers of codes mean the same in all columns that were copied from one another.
    std::uint64_t lineage() const { return lineage_; }

private:
    std::vector<OfDay>::iterator at(Day day);

    HeatGrid grid_;
    std::size_t size_ = 0;
    std::vector<OfDay> days_;
    QSharedDataPointer<Codes> codes_;
    std::uint64_t lineage_;
};

} // namespace huying
