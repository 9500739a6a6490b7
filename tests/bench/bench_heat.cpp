#include <heat/HeatWorker.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <print>
#include <random>

/// Filter to coloured picture, beside the plain way: count in screen pixels, blur by three boxes, colour.

namespace
{

using namespace huying;

constexpr Instant start = startOf(Day { std::chrono::days { 18262 } });

struct Input {
    HeatColumns columns;
    std::vector<HeatPoint> points; ///< empty above a million: only the columns are asked
    std::vector<float> xs; ///< for the plain way: places as shares of the screen
    std::vector<float> ys;
    std::vector<std::uint8_t> categories;
};

Input inputOf(std::size_t count)
{
    Input input;
    input.columns = HeatColumns(gridAround(GeoPoint::fromDegrees(114.85, 37.05), GeoPoint::fromDegrees(115.25, 37.40)));
    std::mt19937 random(11);
    std::normal_distribution<double> near(0, 0.03);
    std::uniform_real_distribution<double> anywhere(0, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double x =
            std::clamp(i % 4 == 0 ? anywhere(random) : 0.05 + 0.09 * double(i % 11) + near(random), 0., 1.);
        const double y = std::clamp(i % 4 == 0 ? anywhere(random) : 0.1 + 0.2 * double(i % 5) + near(random), 0., 1.);
        const auto category = static_cast<std::uint8_t>(random() % 140);
        HeatPoint point;
        point.point = GeoPoint::fromDegrees(114.85 + 0.4 * x, 37.40 - 0.35 * y);
        point.category.text = std::to_string(1000 + category);
        point.region.text = std::to_string(130529100200001 + random() % 2800);
        point.unit.text = std::to_string(random() % 60);
        point.reportedAt = start + std::chrono::minutes { random() % (40 * 30 * 1440) };
        input.columns.append(point);
        input.xs.push_back(static_cast<float>(x));
        input.ys.push_back(static_cast<float>(y));
        input.categories.push_back(category);
    }
    return input;
}

struct Times {
    double median;
    double worst;
};

template <class Work>
Times timed(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto before = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
    }
    std::ranges::sort(times);
    return { times[times.size() / 2], times.back() };
}

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

QImage plainPicture(const Input &input, const HeatRamp &ramp, int width, int height, int radius, bool onlySome)
{
    std::vector<float> field(static_cast<std::size_t>(width * height));
    for (std::size_t i = 0; i < input.xs.size(); ++i) {
        if (!onlySome || input.categories[i] < 40) {
            const int x = static_cast<int>(input.xs[i] * static_cast<float>(width - 1));
            const int y = static_cast<int>(input.ys[i] * static_cast<float>(height - 1));
            field[static_cast<std::size_t>(y * width + x)] += 1;
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
            const float share = field[static_cast<std::size_t>(y * width + x)] / highest;
            line[x] = ramp.premultiplied()[static_cast<std::size_t>(share * 255)];
        }
    }
    return image;
}

void measure(std::size_t count, int width, int height)
{
    const Input input = inputOf(count);
    const std::array stops { QColor(0x2B, 0x10, 0x55), QColor(0xC7, 0x3E, 0x4C), QColor(0xFC, 0xE3, 0x8A) };
    const HeatRamp ramp(stops);
    DensityFilter some;
    for (int i = 0; i < 40; ++i) {
        some.categories.push_back({ std::to_string(1000 + i) });
    }
    const int rounds = count > 1'000'000 ? 15 : 60;
    std::println("{} tickets, {} x {}, {:.1f} MB of columns", count, width, height,
        static_cast<double>(input.columns.bytes()) / 1e6);
    for (const double radius : { 300.0, 600.0, 1200.0 }) {
        const HeatWish all { input.columns, {}, radius, std::nullopt, ramp };
        const HeatWish filtered { input.columns, some, radius, std::nullopt, ramp };
        const Times whole = timed(rounds, [&] { (void)heatPicture(all); });
        const Times part = timed(rounds, [&] { (void)heatPicture(filtered); });
        const Density field = density(input.columns, {}, radius).value();
        std::println(
            "  radius {:5} m, {:4} x {:4} cells: all {:6.2f} ms (worst {:6.2f}), 40 of 140 categories {:6.2f} ms "
            "(worst {:6.2f})",
            radius, field.columns, field.rows, whole.median, whole.worst, part.median, part.worst);
    }
    const int boxRadius = static_cast<int>(300.0 / 39000 * height);
    const Times plain = timed(rounds / 5, [&] { (void)plainPicture(input, ramp, width, height, boxRadius, false); });
    const Times plainPart = timed(rounds / 5, [&] { (void)plainPicture(input, ramp, width, height, boxRadius, true); });
    std::println(
        "  baseline (bin in pixels, three boxes, colour): all {:.2f} ms (worst {:.2f}), some {:.2f} ms (worst {:.2f})",
        plain.median, plain.worst, plainPart.median, plainPart.worst);
}

} // namespace

int main(int argc, char **argv)
{
    measure(550'000, 1920, 1080);
    if (argc > 1 && std::string_view(argv[1]) == "--large") {
        measure(10'000'000, 3840, 2160);
    }
    return EXIT_SUCCESS;
}
