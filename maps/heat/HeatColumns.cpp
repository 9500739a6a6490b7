#include "HeatColumns.h"

#include <algorithm>

namespace huying
{

HeatPoint heatPoint(const TicketRow &ticket)
{
    return { ticket.point, ticket.category, ticket.lead, ticket.region, ticket.reportedAt, ticket.channel, ticket.step,
        ticket.deadlineClass };
}

CodeTable::CodeTable(std::size_t capacity)
    : capacity_(capacity), codes_ { std::string() }, numbers_ { { std::string(), 0 } }
{
}

std::uint32_t CodeTable::numberOf(const std::string &code)
{
    if (const auto found = numbers_.find(code); found != numbers_.end()) {
        return found->second;
    }
    if (codes_.size() == capacity_) {
        return known(code);
    }
    const auto number = static_cast<std::uint32_t>(codes_.size());
    codes_.push_back(code);
    numbers_.emplace(code, number);
    return number;
}

std::uint32_t CodeTable::known(std::string_view code) const
{
    for (std::string beginning(code);; beginning.pop_back()) {
        if (const auto found = numbers_.find(beginning); found != numbers_.end()) {
            return found->second;
        }
    }
}

HeatColumns::HeatColumns(HeatGrid grid, Instant epoch) : grid_(grid), epoch_(epoch), codes_(new Codes) {}

std::uint32_t HeatColumns::hourOf(Instant moment) const
{
    const auto hours = std::chrono::floor<std::chrono::hours>(moment - epoch_).count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(hours, 0, (1 << 18) - 1));
}

std::uint32_t HeatColumns::traitsOf(Step step, Channel channel, DeadlineClass deadlineClass)
{
    const auto number = static_cast<std::size_t>(step) * channelNames.size() + static_cast<std::size_t>(channel);
    return static_cast<std::uint32_t>(number * deadlineClassNames.size() + static_cast<std::size_t>(deadlineClass));
}

HeatColumns::Packed HeatColumns::packed(const HeatPoint &point)
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
    const std::uint32_t traits = traitsOf(point.step, point.channel, point.deadlineClass);
    return { place << 8 | codes.units.known(point.unit.text),
        hourOf(point.reportedAt) << 14 | codes.categories.known(point.category.text) << 4 | traits >> 4,
        static_cast<std::uint16_t>(codes.regions.known(point.region.text) << 4 | (traits & 15)) };
}

HeatColumns::Row HeatColumns::append(const HeatPoint &point)
{
    const Packed values = packed(point);
    if (size_ % rowsPerChunk == 0) {
        auto *chunk = new Chunk;
        chunks_.emplace_back(chunk);
        chunk->places.reserve(rowsPerChunk);
        chunk->moments.reserve(rowsPerChunk);
        chunk->regions.reserve(rowsPerChunk);
    }
    Chunk *chunk = chunks_.back().data();
    chunk->places.push_back(values.place);
    chunk->moments.push_back(values.moment);
    chunk->regions.push_back(values.region);
    return static_cast<Row>(size_++);
}

void HeatColumns::replace(Row row, const HeatPoint &point)
{
    const Packed values = packed(point);
    Chunk *chunk = chunks_.at(row / rowsPerChunk).data();
    const std::size_t at = row % rowsPerChunk;
    chunk->places.at(at) = values.place;
    chunk->moments.at(at) = values.moment;
    chunk->regions.at(at) = values.region;
}

} // namespace huying
