#include "HeatColours.h"

#include "Parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huying
{

namespace
{

constexpr std::size_t colouredCellsForThreads = 200'000;

/// Björn Ottosson's OKLab (2020): equal distances look equally different.
struct Lab {
    double lightness = 0;
    double a = 0;
    double b = 0;
};

double toLinear(double share)
{
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double fromLinear(double share)
{
    const double kept = std::clamp(share, 0.0, 1.0);
    return kept <= 0.0031308 ? kept * 12.92 : 1.055 * std::pow(kept, 1 / 2.4) - 0.055;
}

Lab toLab(const QColor &colour)
{
    const double r = toLinear(colour.redF());
    const double g = toLinear(colour.greenF());
    const double b = toLinear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return { 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

QColor fromLab(const Lab &lab)
{
    const double l = std::pow(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return QColor::fromRgbF(static_cast<float>(fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
        static_cast<float>(fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
        static_cast<float>(fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

double distance(const Lab &one, const Lab &other)
{
    return std::hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);
}

Lab between(const Lab &one, const Lab &other, double share)
{
    return { std::lerp(one.lightness, other.lightness, share), std::lerp(one.a, other.a, share),
        std::lerp(one.b, other.b, share) };
}

struct Path {
    std::vector<Lab> stops;
    std::vector<double> lengths { 0 }; ///< from the first stop to each
};

Path pathThrough(std::span<const QColor> stops)
{
    Path path;
    for (const QColor &stop : stops) {
        path.stops.push_back(toLab(stop));
        if (path.stops.size() > 1) {
            path.lengths.push_back(path.lengths.back() + distance(*(path.stops.end() - 2), path.stops.back()));
        }
    }
    return path;
}

QColor along(const Path &path, double share)
{
    const double wanted = share * path.lengths.back();
    const auto next = std::ranges::upper_bound(path.lengths, wanted);
    if (next == path.lengths.end()) {
        return fromLab(path.stops.back());
    }
    const auto at = static_cast<std::size_t>(next - path.lengths.begin());
    const double length = path.lengths[at] - path.lengths[at - 1];
    return fromLab(between(path.stops[at - 1], path.stops[at], (wanted - path.lengths[at - 1]) / length));
}

/// Cells in a thousand steps up to the highest value; what lies below the tenth is not warm.
using Steps = std::array<std::size_t, 1000>;
constexpr std::size_t coldSteps = 10;

Steps cellsByStep(const Density &density)
{
    const float perStep = static_cast<float>(std::tuple_size_v<Steps>) / density.highest;
    const std::vector<float> &values = density.perKm2;
    std::vector<Steps> counts(values.size() < colouredCellsForThreads ? 1 : usefulParts());
    inParts(values.size(), counts.size(), [&](std::size_t part, std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            ++counts[part][std::min(static_cast<std::size_t>(values[i] * perStep), counts[part].size() - 1)];
        }
    });
    Steps sum {};
    for (const Steps &count : counts) {
        std::ranges::transform(sum, count, sum.begin(), std::plus<>());
    }
    return sum;
}

} // namespace

HeatRamp::HeatRamp(std::span<const QColor> stops)
{
    const Path path = pathThrough(stops);
    for (std::size_t i = 0; i < colours_.size(); ++i) {
        const double share = static_cast<double>(i) / 255;
        QColor colour = along(path, share);
        const double solid = std::min(share * 4, 1.0);
        colour.setAlphaF(static_cast<float>(0.92 * solid * solid * (3 - 2 * solid)));
        colours_[i] = colour.rgba();
        premultiplied_[i] = qPremultiply(colour.rgba());
    }
}

QColor HeatRamp::colourAt(double share) const
{
    return QColor::fromRgba(colours_[static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255))]);
}

double topOf(const Density &density)
{
    if (density.highest <= 0) {
        return 1;
    }
    const Steps cells = cellsByStep(density);
    const std::size_t warm = std::accumulate(cells.begin() + coldSteps, cells.end(), std::size_t { 0 });
    std::size_t above = 0;
    std::size_t last = cells.size() - 1;
    while (last > coldSteps && (above + cells[last]) * 100 <= warm) {
        above += cells[last--];
    }
    const double nearTop = static_cast<double>(density.highest) * static_cast<double>(last + 1) / double(cells.size());
    const double power = std::pow(10, std::floor(std::log10(nearTop)));
    for (const double step : { 1.0, 2.0, 2.5, 5.0 }) {
        if (nearTop <= step * power) {
            return step * power;
        }
    }
    return 10 * power;
}

QImage coloured(const Density &density, const HeatRamp &ramp, double top)
{
    QImage image(density.columns, density.rows, QImage::Format_ARGB32_Premultiplied);
    const auto scale = static_cast<float>(255 / top);
    const auto width = static_cast<std::size_t>(density.columns);
    uchar *const bits = image.bits();
    const auto bytesPerLine = static_cast<std::size_t>(image.bytesPerLine());
    const auto height = static_cast<std::size_t>(density.rows);
    inParts(height, width * height < colouredCellsForThreads ? 1 : usefulParts(),
        [&](std::size_t, std::size_t first, std::size_t end) {
            for (std::size_t y = first; y < end; ++y) {
                auto *line = reinterpret_cast<QRgb *>(bits + y * bytesPerLine);
                const float *values = density.perKm2.data() + y * width;
                for (std::size_t x = 0; x < width; ++x) {
                    line[x] =
                        ramp.premultiplied()[static_cast<std::size_t>(std::min(values[x] * scale + 0.5F, 255.0F))];
                }
            }
        });
    return image;
}

} // namespace huying
