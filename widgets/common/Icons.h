#pragma once

#include "Theme.h"

#include <QIcon>
#include <QRectF>

#include <array>

class QPainter;

namespace huying
{

/// The one family of icons; each is an SVG of 24 by 24 with lines of 1.5.
enum class Icon : std::uint8_t {
    Queue,
    Map,
    Boards,
    Bulletin,
    Responsibilities,
    Wall,
    Settings,
    Search,
    New,
    Filter,
    Close,
    ArrowUp,
    Undo,
    Phone,
    Pin,
    Clock,
    Link,
    Pause,
    Bell,
    Check,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Calendar,
    Layers,
    Play,
    Alert,
    Info,
    Person,
    More,
};

/// All of them, in the order of `Icon`, by the names of their files.
inline constexpr std::array<const char *, 31> iconNames { "queue", "map", "boards", "bulletin", "responsibilities",
    "wall", "settings", "search", "new", "filter", "close", "arrow-up", "undo", "phone", "pin", "clock", "link",
    "pause", "bell", "check", "chevron-up", "chevron-down", "chevron-left", "chevron-right", "calendar", "layers",
    "play", "alert", "info", "person", "more" };

/// Draws the icon in `colour` in the largest square in the middle of `box`, with its corners on device pixels.
void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &colour);

/// The icon in secondary ink, in ink when it is chosen or active, faint when disabled; sharp at any size.
[[nodiscard]] QIcon themedIcon(Icon icon, const Theme &theme);

} // namespace huying
