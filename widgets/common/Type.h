#pragma once

#include "Theme.h"

#include <QFont>
#include <QWidget>

namespace huying
{

enum class Weight : std::uint8_t { Regular, Strong };

/// The screens' typeface with figures of equal width, `pixels` high at 100 %.
[[nodiscard]] QFont uiFont(const Theme &theme, int pixels, Weight weight = Weight::Regular);

/// What a text is for on a wall.
enum class WallText : std::uint8_t { Smallest, Body, Figure };

/// The size of a text on a wall that is `height` pixels high.
[[nodiscard]] int wallPixels(const Theme &theme, WallText text, int height);

/// What a label says in the order of the screen; the style sheet gives size and colour.
enum class TextRole : std::uint8_t {
    Body,
    Soft, ///< body size, secondary
    Small, ///< small size, secondary
    Heading, ///< head of a section
    Large, ///< what a pane is about
    Title, ///< the one title of a screen or pane
    Figure, ///< a number to be seen first
    Error, ///< what went wrong, beside where it did
};

void setTextRole(QWidget &label, TextRole role);

/// What a frame is in the order of the screen: a card has an outline and corners; the chosen card is the one that
/// holds the primary button; a pane is plain surface; a strip is a pane with a line below it.
enum class FrameRole : std::uint8_t { Pane, Card, ChosenCard, Strip };

void setFrameRole(QWidget &frame, FrameRole role);

} // namespace huying
