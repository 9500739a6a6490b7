#pragma once

#include "Density.h"

#include <QColor>
#include <QImage>

#include <array>
#include <span>

namespace huying
{

/// 256 colours from "nothing" to "most". The first is transparent and the rest become solid within the first quarter;
/// equal steps are equal steps for the eye (of lightness, hue and chroma together, measured in OKLab).
class HeatRamp
{
public:
    /// Runs through `stops` (at least two, solid, least first), as the tokens give them.
    explicit HeatRamp(std::span<const QColor> stops);

    /// `share` from 0 to 1, below and above it the first and the last.
    QColor colourAt(double share) const;
    const std::array<QRgb, 256> &premultiplied() const { return premultiplied_; }

private:
    std::array<QRgb, 256> colours_ {};
    std::array<QRgb, 256> premultiplied_ {};
};

/// The value that gets the ramp's last colour: 1, 2, 2.5 or 5 times a power of ten, so that 99 of 100 warm cells stay
/// below or at it. It is chosen once and kept while the scale is locked.
double topOf(const Density &density);

/// The density as a picture, cell by cell; linear from 0 to `top` tickets per square kilometre.
QImage coloured(const Density &density, const HeatRamp &ramp, double top);

} // namespace huying
