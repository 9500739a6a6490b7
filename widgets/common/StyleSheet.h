#pragma once

#include "Theme.h"

#include <QPalette>
#include <QString>

namespace huying
{

/// The palette for what draws itself without the style sheet.
[[nodiscard]] QPalette palette(const Theme &theme);

/// The application's style sheet: desk.qss with every ${token} replaced by the theme's value.
/// Lengths and type sizes come out with their unit ("32px").
[[nodiscard]] QString styleSheet(const Theme &theme);

} // namespace huying
