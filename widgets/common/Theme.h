#pragma once

#include <domain/Failure.h>
#include <domain/Lamp.h>

#include <QColor>
#include <QList>
#include <QStringList>
#include <QVariantMap>

#include <cstdint>
#include <expected>
#include <span>

namespace huying
{

enum class Brightness : std::uint8_t { Light, Dark };

/// The colours of all screens. Each stands in tokens.json under the same name with hyphens (`inkSoft`: "ink-soft"),
/// and what it is for stands there too. Text on any ground of its own kind has a contrast of at least 4.5:1, marks 3:1.
struct Colours {
    QColor ground, surface, sunken, hover, line, edge, edgeStrong;
    QColor ink, inkSoft, inkFaint;
    QColor accent, accentStrong, accentInk, accentEdge, accentTint;
    QColor rail, railHover, railChosen, railInk, railInkSoft, railRing;
    QColor tip, tipInk;
    QColor inTime, inTimeInk, inTimeTint;
    QColor soon, soonInk, soonTint;
    QColor overdue, overdueInk, overdueTint;
    QColor paused, pausedInk, pausedTint;
    QColor redBoard, redBoardInk, blackBoard;

    bool operator==(const Colours &) const = default;
};

/// Colours from least to most. `heat` begins fully transparent; `levels` and `change` have seven steps, the middle of
/// `change` means "as expected".
struct Ramps {
    QList<QColor> heat, levels, change;

    bool operator==(const Ramps &) const = default;
};

/// Sizes in pixels at 100 %; `line` is the height of a line as a multiple of the size; `regular` and `strong` are
/// font weights from 1 to 1000.
struct TypeScale {
    QStringList families;
    int small = 0, body = 0, large = 0, title = 0, figure = 0, hero = 0;
    double line = 0;
    int regular = 0, strong = 0;

    bool operator==(const TypeScale &) const = default;
};

/// Lengths in pixels at 100 %.
struct Spaces {
    int step = 0, gap = 0, inset = 0, margin = 0;
    int row = 0, rowCompact = 0, control = 0, chip = 0, topLine = 0;
    int rail = 0, railPlace = 0, icon = 0, iconLarge = 0, lamp = 0;
    int corner = 0, ring = 0, bar = 0;

    bool operator==(const Spaces &) const = default;
};

/// Sizes on the wall: the picture's height is divided by these.
struct WallScale {
    int smallest = 0, body = 0, figure = 0;

    bool operator==(const WallScale &) const = default;
};

/// How everything looks: a value, read once from the tokens and handed on.
struct Theme {
    Brightness brightness = Brightness::Light;
    Colours colours;
    Ramps ramps;
    TypeScale type;
    Spaces space;
    WallScale wall;

    bool operator==(const Theme &) const = default;
};

/// Reads the text of tokens.json. Fails with Invalid when a token is missing, unknown or not of its kind; the text
/// names it.
[[nodiscard]] std::expected<Theme, Failure> readTheme(const QByteArray &tokens, Brightness brightness);

/// A colour and its name in tokens.json.
struct ColourToken {
    QLatin1StringView name;
    QColor Colours::*member;
};

/// All colours, in the order of `Colours`.
[[nodiscard]] std::span<const ColourToken> colourTokens();

/// A length and its name in tokens.json.
struct SpaceToken {
    QLatin1StringView name;
    int Spaces::*member;
};

[[nodiscard]] std::span<const SpaceToken> spaceTokens();

/// The colour of the lamp's mark.
[[nodiscard]] QColor lampColour(const Theme &theme, Lamp lamp);

/// The colour of words beside the lamp, dark (or bright) enough to be read.
[[nodiscard]] QColor lampInk(const Theme &theme, Lamp lamp);

/// The ground of a thing that stands under this lamp.
[[nodiscard]] QColor lampTint(const Theme &theme, Lamp lamp);

/// The same values for QML: `brightness` ("light" or "dark"), `colours`, `ramps`, `type`, `space` and `wall`, each a
/// map from the member's name ("inkSoft") to its value.
[[nodiscard]] QVariantMap qmlValues(const Theme &theme);

} // namespace huying
