#pragma once

#include <common/ThemeSource.h>

class QWidget;

namespace huying
{

/// Every control in each of its states, every mark and every icon.
QWidget *galleryControls(const ThemeSource &source);

} // namespace huying
