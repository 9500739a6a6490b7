#pragma once

#include "Icons.h"
#include "ThemedButton.h"

#include <QKeySequence>

#include <optional>

namespace huying
{

/// Primary: the one thing to do in a pane. Secondary: the others.
enum class ActionRank : std::uint8_t { Primary, Secondary };

/// A button with the key that presses it in it. The key works in the whole window while the button can be seen
/// and used; a letter typed into a field goes to the field.
class ActionButton : public ThemedButton
{
    Q_OBJECT
public:
    ActionButton(const ThemeSource &source, ActionRank rank, const QString &text, const QKeySequence &key = {},
        QWidget *parent = nullptr);

    /// An icon before the text.
    void setIcon(Icon icon);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintGround(QPainter &painter) const;

    ActionRank rank;
    QString keyShown;
    std::optional<Icon> shownIcon;
};

/// A button that is only an icon; `word` is its name for the tool tip and for those who hear the screen.
class IconButton : public ThemedButton
{
    Q_OBJECT
public:
    IconButton(const ThemeSource &source, Icon icon, const QString &word, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon shownIcon;
};

} // namespace huying
