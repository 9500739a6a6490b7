#include "Type.h"

#include <QStyle>
#include <QVariant>

#include <array>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

/// The style sheet chooses by property, and looks at it again only when asked to.
void mark(QWidget &widget, const char *property, const QString &value)
{
    if (widget.property(property).toString() != value) {
        widget.setProperty(property, value);
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
    }
}

} // namespace

QFont uiFont(const Theme &theme, int pixels, Weight weight)
{
    QFont font(theme.type.families);
    font.setPixelSize(pixels);
    font.setWeight(static_cast<QFont::Weight>(weight == Weight::Strong ? theme.type.strong : theme.type.regular));
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

int wallPixels(const Theme &theme, WallText text, int height)
{
    const std::array parts { theme.wall.smallest, theme.wall.body, theme.wall.figure };
    return qRound(double(height) / parts[static_cast<std::size_t>(text)]);
}

void setTextRole(QWidget &label, TextRole role)
{
    static constexpr std::array names { "body"_L1, "soft"_L1, "small"_L1, "heading"_L1, "large"_L1, "title"_L1,
        "figure"_L1, "error"_L1 };
    mark(label, "textRole", names[static_cast<std::size_t>(role)]);
}

void setFrameRole(QWidget &frame, FrameRole role)
{
    static constexpr std::array names { "pane"_L1, "card"_L1, "chosen-card"_L1, "strip"_L1 };
    frame.setAttribute(Qt::WA_StyledBackground);
    mark(frame, "frameRole", names[static_cast<std::size_t>(role)]);
}

} // namespace huying
