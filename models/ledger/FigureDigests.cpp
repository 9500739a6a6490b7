#include "FigureDigests.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace huying
{

namespace
{

XXH128_hash_t hashOf(const FigureCount &what)
{
    std::string text = what.region;
    for (const std::string *part : { &what.category, &what.unit }) {
        text += '\0';
        text += *part;
    }
    text += static_cast<char>(what.channel);
    text += static_cast<char>(what.measure);
    return XXH3_128bits(text.data(), text.size());
}

} // namespace

void FigureDigests::add(const FigureCount &what, std::int64_t count)
{
    const XXH128_hash_t hash = hashOf(what);
    Sum &sum = _sums[{ what.counting, what.day, std::string(areaOf(what.region)) }];
    sum[0] += hash.low64 * static_cast<std::uint64_t>(count);
    sum[1] += hash.high64 * static_cast<std::uint64_t>(count);
}

void FigureDigests::add(const TicketRow &row)
{
    FigureCount what;
    what.region = row.region.text;
    what.category = row.category.text;
    what.channel = row.channel;
    unpack(row.counted, row.reportedAt, row.lead.text,
        [&](Counting counting, Day day, std::string_view unit, Measure measure) {
            what.counting = counting;
            what.day = day;
            what.unit = unit;
            what.measure = measure;
            add(what, 1);
        });
}

void FigureDigests::add(const FigureDigests &others)
{
    for (const auto &[part, sum] : others._sums) {
        Sum &own = _sums[part];
        own[0] += sum[0];
        own[1] += sum[1];
    }
}

std::vector<FigureDigests::Part> FigureDigests::differences(const FigureDigests &other) const
{
    std::vector<Part> parts;
    const auto sumIn = [](const FigureDigests &digests, const Part &part) {
        const auto found = digests._sums.find(part);
        return found == digests._sums.end() ? Sum {} : found->second;
    };
    for (const FigureDigests *const each : { this, &other }) {
        for (const auto &[part, sum] : each->_sums) {
            if (sumIn(*this, part) != sumIn(other, part) && !std::ranges::contains(parts, part)) {
                parts.push_back(part);
            }
        }
    }
    return parts;
}

std::expected<FigureDigests, Failure> digestsOf(const Database &database)
{
    FigureDigests digests;
    return walkFigures(database, "figure", [&](const FigureCount &what, std::int64_t count) {
        digests.add(what, count);
    }).transform([&] { return std::move(digests); });
}

} // namespace huying
