#pragma once

#include "ThemeSource.h"

#include <QPushButton>

namespace huying
{

/// What the screens' own buttons share: they are drawn from the theme, know whether the pointer is over them, and
/// show the focus ring when the focus came by keyboard. A shortcut clicks at once, without the wait of animateClick().
class ThemedButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ThemedButton(const ThemeSource &source, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] const Theme &theme() const { return dressing.theme(); }
    [[nodiscard]] const ThemeSource &look() const { return dressing; }
    [[nodiscard]] bool showsRing() const { return hasFocus() && !focusCameByPointer; }
    [[nodiscard]] QFont smallFont() const;

    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const ThemeSource &dressing;
    bool focusCameByPointer = false;
};

} // namespace huying
