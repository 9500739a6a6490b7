#include "Blur.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace huying
{

namespace
{

/// `sum` += `weight` * (`one` + `other`): the two arms of a symmetric kernel in one pass over cached rows.
void addArms(float *sum, const float *one, const float *other, float weight, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        sum[i] += weight * (one[i] + other[i]);
    }
}

void scaleInto(float *target, const float *source, float weight, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        target[i] = weight * source[i];
    }
}

void blurRow(float *row, std::vector<float> &padded, std::size_t width, const std::vector<float> &half)
{
    const std::size_t reach = half.size() - 1;
    std::copy_n(row, width, padded.begin() + static_cast<std::ptrdiff_t>(reach));
    const float *middle = padded.data() + reach;
    scaleInto(row, middle, half[0], width);
    for (std::size_t arm = 1; arm <= reach; ++arm) {
        addArms(row, middle - arm, middle + arm, half[arm], width);
    }
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

void blur(std::vector<float> &field, int columns, const std::vector<float> &half, const std::stop_token &stop)
{
    const auto width = static_cast<std::size_t>(columns);
    const std::size_t height = width == 0 ? 0 : field.size() / width;
    const std::size_t reach = half.size() - 1;
    std::vector<float> padded(width + 2 * reach, 0.0F);
    for (std::size_t y = 0; y < height && !stop.stop_requested(); ++y) {
        blurRow(field.data() + y * width, padded, width, half);
    }
    const std::vector<float> nothing(width, 0.0F);
    std::vector<float> result(field.size());
    for (std::size_t y = 0; y < height && !stop.stop_requested(); ++y) {
        float *target = result.data() + y * width;
        scaleInto(target, field.data() + y * width, half[0], width);
        for (std::size_t arm = 1; arm <= reach; ++arm) {
            const float *above = y >= arm ? field.data() + (y - arm) * width : nothing.data();
            const float *below = y + arm < height ? field.data() + (y + arm) * width : nothing.data();
            addArms(target, above, below, half[arm], width);
        }
    }
    field.swap(result);
}

} // namespace huying
