#include "MapTickets.h"

#include <heat/HeatWorker.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <print>

/// Filter to coloured picture, beside the plain way: count in screen pixels, blur by three boxes, colour. And a day
/// on, while playing.

namespace
{

using namespace huying;

void boxAlongRow(const float *in, float *out, int count, int radius)
{
    float sum = 0;
    for (int i = -radius; i < count; ++i) {
        sum += i + radius < count ? in[i + radius] : 0;
        if (i >= 0) {
            out[i] = sum / static_cast<float>(2 * radius + 1);
            sum -= i >= radius ? in[i - radius] : 0;
        }
    }
}

/// Down all columns at once, row by row, which is kind to the cache.
void boxDown(const float *in, float *out, int width, int height, int radius)
{
    std::vector<float> sums(static_cast<std::size_t>(width));
    for (int y = -radius; y < height; ++y) {
        const float *entering = y + radius < height ? in + (y + radius) * width : nullptr;
        const float *leaving = y >= radius ? in + (y - radius) * width : nullptr;
        for (int x = 0; x < width; ++x) {
            float &sum = sums[static_cast<std::size_t>(x)];
            sum += entering != nullptr ? entering[x] : 0;
            if (y >= 0) {
                out[y * width + x] = sum / static_cast<float>(2 * radius + 1);
                sum -= leaving != nullptr ? leaving[x] : 0;
            }
        }
    }
}

QImage plainPicture(const MapTickets &input, const HeatRamp &ramp, int width, int height, int radius, bool onlySome)
{
    std::vector<float> field(static_cast<std::size_t>(width * height));
    for (std::size_t i = 0; i < input.xs.size(); ++i) {
        if (!onlySome || input.categoryNumbers[i] < 40) {
            const int x = static_cast<int>(input.xs[i] * static_cast<float>(width - 1));
            const int y = static_cast<int>(input.ys[i] * static_cast<float>(height - 1));
            field[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] += 1;
        }
    }
    std::vector<float> other(field.size());
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < height; ++y) {
            boxAlongRow(field.data() + y * width, other.data() + y * width, width, radius);
        }
        boxDown(other.data(), field.data(), width, height, radius);
    }
    const float highest = std::ranges::max(field);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const float share =
                field[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]
                / highest;
            line[x] = ramp.premultiplied()[static_cast<std::size_t>(share * 255)];
        }
    }
    return image;
}

std::vector<std::pair<std::string, DensityFilter>> someFilters()
{
    std::vector<std::pair<std::string, DensityFilter>> filters(6);
    filters[0].first = "all";
    filters[1].first = "40 of 140 categories";
    for (int i = 0; i < 40; ++i) {
        filters[1].second.categories.push_back({ std::to_string(1000 + i) });
    }
    filters[2].first = "half of the time";
    filters[2].second.from = startOf(MapTickets::firstDay + std::chrono::days { MapTickets::days / 2 });
    filters[3].first = "a channel, two steps, a class";
    filters[3].second.channels = { Channel::Hotline };
    filters[3].second.steps = { Step::Handling, Step::Closed };
    filters[3].second.classes = { DeadlineClass::Other };
    filters[4].first = "5 townships";
    for (int i = 0; i < 5; ++i) {
        filters[4].second.regions.push_back({ "13052910" + std::to_string(i) });
    }
    filters[5].first = "a drawn area";
    filters[5].second.area.corners = { GeoPoint::fromDegrees(114.9, 37.1), GeoPoint::fromDegrees(115.2, 37.15),
        GeoPoint::fromDegrees(115.1, 37.35) };
    return filters;
}

void measureFilters(const MapTickets &input, const HeatRamp &ramp, const std::pair<Times, Times> &plain, double wanted)
{
    for (const double radius : { 300.0, 600.0, 1200.0 }) {
        DensityCounter counter;
        for (const auto &[name, filter] : someFilters()) {
            const HeatWish wish { input.columns, filter, radius, std::nullopt, ramp };
            DensityFilter other = filter;
            other.units.push_back({ "none" });
            const int rounds = input.xs.size() > 1'000'000 ? 15 : 60;
            std::vector<double> times;
            for (int i = 0; i < rounds; ++i) {
                // Another filter between, so that nothing is remembered.
                static_cast<void>(counter.count(input.columns, other, radius));
                times.push_back(timed(1, [&](int) { static_cast<void>(heatPicture(wish, counter)); }).median);
            }
            std::ranges::sort(times);
            const double median = times[times.size() / 2];
            const Times &base = name == "all" ? plain.first : plain.second;
            std::println("  {:5} m, {:30} {:6.2f} ms (worst {:6.2f}; to reach {}), ratio {:.3f}", radius, name, median,
                times.back(), wanted, median / base.median);
        }
    }
}

void measurePlaying(const MapTickets &input, const HeatRamp &ramp)
{
    for (const int length : { 1, 30 }) {
        DensityCounter counter;
        const auto frame = [&](int day) {
            DensityFilter filter;
            filter.from = startOf(MapTickets::firstDay + std::chrono::days { 600 + day });
            filter.until = *filter.from + std::chrono::days { length };
            static_cast<void>(heatPicture({ input.columns, filter, 600, 5.0, ramp }, counter));
        };
        const Times times = timed(60, frame);
        std::println("  playing a day on, {:2} days in sight: {:.2f} ms (worst {:.2f}; to reach 4)", length,
            times.median, times.worst);
    }
}

void measure(std::size_t count, int width, int height, double wanted)
{
    const MapTickets input = mapTickets(count);
    const std::array stops { QColor(0x2B, 0x10, 0x55), QColor(0xC7, 0x3E, 0x4C), QColor(0xFC, 0xE3, 0x8A) };
    const HeatRamp ramp(stops);
    std::println("{} tickets, {} x {}; {:.3f} bytes a ticket (to reach 10)", count, width, height,
        static_cast<double>(input.columns.bytes()) / static_cast<double>(count));
    const int boxRadius = static_cast<int>(300.0 / 39000 * height);
    const int rounds = count > 1'000'000 ? 3 : 12;
    const Times all = timed(rounds, [&](int) { (void)plainPicture(input, ramp, width, height, boxRadius, false); });
    const Times some = timed(rounds, [&](int) { (void)plainPicture(input, ramp, width, height, boxRadius, true); });
    std::println("  baseline (bin in pixels, three boxes, colour): all {:.1f} ms, 40 of 140 categories {:.1f} ms",
        all.median, some.median);
    measureFilters(input, ramp, { all, some }, wanted);
    measurePlaying(input, ramp);
    const Times hours = timed(10, [&](int) { static_cast<void>(hourCounts(input.columns, {})); });
    std::println("  tickets by the hour, all time: {:.2f} ms", hours.median);
}

} // namespace

int main(int argc, char **argv) // NOLINT(bugprone-exception-escape)
{
    for (const std::size_t count : sizesToMeasure(argc, argv)) {
        const bool isLarge = count > 1'000'000;
        measure(count, isLarge ? 3840 : 1920, isLarge ? 2160 : 1080, isLarge ? 16.7 : 8);
    }
    return EXIT_SUCCESS;
}
