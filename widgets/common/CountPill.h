#pragma once

#include "Icons.h"
#include "ThemedButton.h"

#include <optional>

namespace huying
{

/// A pill that says how many of something wait ("↑ 12 new"), and is pressed to see them. Nothing to say hides it.
class CountPill : public ThemedButton
{
    Q_OBJECT
public:
    explicit CountPill(const ThemeSource &source, std::optional<Icon> icon = {}, QWidget *parent = nullptr);

    /// `text` already holds the number, in the words of the language; an empty text hides the pill.
    void say(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Icon> shownIcon;
};

} // namespace huying
