#include "Blur.h"

#include "Parts.h"
#include "Wide.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace huying
{

namespace
{

/// Adds `weight` times one arm, or both; a null one counts nothing. Within its caller, whose registers are the widest.
[[gnu::always_inline]] inline void addArm(
    float *sums, const float *one, const float *other, float weight, std::size_t length)
{
    if (one != nullptr && other != nullptr) {
        for (std::size_t i = 0; i < length; ++i) {
            sums[i] += weight * (one[i] + other[i]);
        }
    } else if (const float *only = one != nullptr ? one : other) {
        for (std::size_t i = 0; i < length; ++i) {
            sums[i] += weight * only[i];
        }
    }
}

/// `sum` = `weights[0]` * `middle` + the sum over all arms of `weights[arm]` * (`middle - arm * step` +
/// `middle + arm * step`), for `count` neighbouring cells; arms beyond `before` or `behind` count nothing. Some cells
/// at a time stay in registers while the arms go over them.
HUYING_WIDEST
void addArms(float *sum, const float *middle, std::ptrdiff_t step, std::size_t count, const float *weights,
    std::size_t reach, std::size_t before, std::size_t behind)
{
    constexpr std::size_t atOnce = 64;
    for (std::size_t first = 0; first < count; first += atOnce) {
        const std::size_t length = std::min(atOnce, count - first);
        float sums[atOnce];
        const float *here = middle + first;
        for (std::size_t i = 0; i < length; ++i) {
            sums[i] = weights[0] * here[i];
        }
        for (std::size_t arm = 1; arm <= reach; ++arm) {
            const float *one = arm <= before ? here - static_cast<std::ptrdiff_t>(arm) * step : nullptr;
            const float *other = arm <= behind ? here + static_cast<std::ptrdiff_t>(arm) * step : nullptr;
            addArm(sums, one, other, weights[arm], length);
        }
        std::copy_n(sums, length, sum + first);
    }
}

bool isBlank(const float *row, std::size_t width)
{
    return std::all_of(row, row + width, [](float value) { return value == 0; });
}

} // namespace

std::vector<float> gaussianHalf(double sigma)
{
    const auto reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> half;
    double sum = 0;
    for (int i = 0; i <= reach; ++i) {
        const double weight = std::exp(-0.5 * i * i / (sigma * sigma));
        half.push_back(static_cast<float>(weight));
        sum += i == 0 ? weight : 2 * weight;
    }
    std::ranges::transform(half, half.begin(), [sum](float weight) { return static_cast<float>(weight / sum); });
    return half;
}

std::optional<std::vector<float>> Blur::of(const ReadRow &read, int columns, int rows, const std::vector<float> &half,
    std::size_t parts, const std::stop_token &stop)
{
    const auto width = static_cast<std::size_t>(columns);
    const auto height = static_cast<std::size_t>(rows);
    const std::size_t reach = half.size() - 1;
    alongRows_.resize(width * height);
    inParts(height, parts, [&](std::size_t, std::size_t first, std::size_t end) {
        std::vector<float> padded(width + 2 * reach, 0.0F);
        float *const row = padded.data() + reach;
        for (std::size_t y = first; y < end && !stop.stop_requested(); ++y) {
            read(static_cast<int>(y), row);
            float *const blurred = alongRows_.data() + y * width;
            if (isBlank(row, width)) {
                std::fill_n(blurred, width, 0.0F);
            } else {
                addArms(blurred, row, 1, width, half.data(), reach, reach, reach);
            }
        }
    });
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    std::vector<float> result(width * height);
    inParts(height, parts, [&](std::size_t, std::size_t first, std::size_t end) {
        for (std::size_t y = first; y < end && !stop.stop_requested(); ++y) {
            addArms(result.data() + y * width, alongRows_.data() + y * width, columns, width, half.data(), reach, y,
                height - 1 - y);
        }
    });
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(result));
}

} // namespace huying
