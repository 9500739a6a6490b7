#include "ColourSight.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huying
{

namespace
{

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix protanopia { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } } };
constexpr Matrix deuteranopia { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } } };
constexpr Matrix toXyz { { { 0.4124564, 0.3575761, 0.1804375 }, { 0.2126729, 0.7151522, 0.0721750 },
    { 0.0193339, 0.1191920, 0.9503041 } } };
constexpr Triple white { 0.95047, 1.0, 1.08883 };

double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double encoded(double value)
{
    const double inside = std::clamp(value, 0.0, 1.0);
    return inside <= 0.0031308 ? 12.92 * inside : 1.055 * std::pow(inside, 1 / 2.4) - 0.055;
}

Triple linear(const QColor &colour)
{
    return { linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF()) };
}

Triple times(const Matrix &matrix, const Triple &vector)
{
    Triple product {};
    for (std::size_t row = 0; row < 3; ++row) {
        product[row] = matrix[row][0] * vector[0] + matrix[row][1] * vector[1] + matrix[row][2] * vector[2];
    }
    return product;
}

double luminance(const QColor &colour)
{
    return times(toXyz, linear(colour))[1];
}

Triple lab(const QColor &colour)
{
    const Triple xyz = times(toXyz, linear(colour));
    Triple f {};
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = xyz[i] / white[i];
        f[i] = share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
    return { 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) };
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({ luminance(one), luminance(other) });
    return (lighter + 0.05) / (darker + 0.05);
}

QColor seen(const QColor &colour, Sight sight)
{
    if (sight == Sight::Full) {
        return colour;
    }
    const Triple rgb = times(sight == Sight::Protanopia ? protanopia : deuteranopia, linear(colour));
    return QColor::fromRgbF(
        static_cast<float>(encoded(rgb[0])), static_cast<float>(encoded(rgb[1])), static_cast<float>(encoded(rgb[2])));
}

double lightness(const QColor &colour)
{
    return lab(colour)[0];
}

double distance(const QColor &one, const QColor &other)
{
    const Triple a = lab(one);
    const Triple b = lab(other);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace huying
