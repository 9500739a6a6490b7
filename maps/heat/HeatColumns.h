#pragma once

#include "HeatGrid.h"

#include <domain/Codes.h>
#include <domain/Instant.h>
#include <domain/TicketRow.h>
#include <domain/Words.h>

#include <QSharedData>
#include <QSharedDataPointer>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huying
{

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

    bool operator==(const HeatPoint &) const = default;
};

HeatPoint heatPoint(const TicketRow &ticket);

/// Numbers for codes, in the order in which they are met; 0 is the empty code. A table that is full gives a new code
/// the number of the longest known code that begins it, so that a grid too many still counts in its village.
class CodeTable
{
public:
    explicit CodeTable(std::size_t capacity);

    bool knows(const std::string &code) const { return numbers_.contains(code); }
    std::uint32_t numberOf(const std::string &code);
    std::uint32_t known(std::string_view code) const;
    const std::vector<std::string> &codes() const { return codes_; }

private:
    std::size_t capacity_;
    std::vector<std::string> codes_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Ten bytes for each ticket, by columns, in the order in which they were appended: cell (12 + 12 bits) and unit (8),
/// hour (18) and category (10), region (12), and one byte of step, channel and class split over the last two.
/// A value: a copy costs a pointer for each 65,536 rows and stays as it was, so a worker reads it while the original is
/// changed. Not to be changed from two threads.
class HeatColumns
{
public:
    using Row = std::uint32_t;
    static constexpr std::size_t rowsPerChunk = 65536;
    static constexpr std::uint32_t nowhere = 0xffffff;

    /// Hours are counted from `epoch`; 29 years of them fit, earlier and later ones fall into the first and last.
    explicit HeatColumns(HeatGrid grid = {}, Instant epoch = startOf(Day { std::chrono::days { 14610 } }));

    /// The row in which the ticket is kept, for `replace`.
    Row append(const HeatPoint &point);
    void replace(Row row, const HeatPoint &point);

    std::size_t size() const { return size_; }
    std::size_t bytes() const { return size_ * 10; }
    const HeatGrid &grid() const { return grid_; }

    struct Chunk : QSharedData {
        std::vector<std::uint32_t> places; ///< row of the grid 12, column 12, unit 8
        std::vector<std::uint32_t> moments; ///< hour 18, category 10, high half of the traits 4
        std::vector<std::uint16_t> regions; ///< region 12, low half of the traits 4
    };
    const std::vector<QSharedDataPointer<Chunk>> &chunks() const { return chunks_; }

    /// Whole hours since the epoch, kept within what a row can hold.
    std::uint32_t hourOf(Instant moment) const;
    static std::uint32_t traitsOf(Step step, Channel channel, DeadlineClass deadlineClass);

    struct Codes : QSharedData {
        CodeTable categories { 1024 };
        CodeTable units { 256 };
        CodeTable regions { 4096 };
    };
    const Codes &codes() const { return *codes_; }

private:
    struct Packed {
        std::uint32_t place;
        std::uint32_t moment;
        std::uint16_t region;
    };
    Packed packed(const HeatPoint &point);

    HeatGrid grid_;
    Instant epoch_;
    std::size_t size_ = 0;
    std::vector<QSharedDataPointer<Chunk>> chunks_;
    QSharedDataPointer<Codes> codes_;
};

} // namespace huying
