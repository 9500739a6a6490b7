#pragma once

#include <QImage>

#include <cstdint>

namespace huying
{

/// What a simulated photo shows.
enum class SceneKind : std::uint8_t { DarkLamp, Waste, Pothole, Water };

/// A drawn view of a village street, 1280 by 960 pixels, which stands for a photo: the same numbers give the same
/// picture. `isMended` shows it after the work.
QImage drawnScene(SceneKind kind, std::uint64_t seed, bool isMended);

} // namespace huying
