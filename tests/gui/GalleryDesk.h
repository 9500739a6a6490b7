#pragma once

#include <common/ThemeSource.h>

class QWidget;

namespace huying
{

/// The widgets of widgets/common laid out as on the desk, with sample words. Nothing in it works.
QWidget *galleryDesk(const ThemeSource &source);

} // namespace huying
