#pragma once

#include "ThemedButton.h"

#include <QVariant>

#include <functional>

class QActionGroup;

namespace huying
{

class ChoicePopup;

/// A chip that says what a list is narrowed to ("Category: all"), with a menu to change it.
class ChipButton : public ThemedButton
{
    Q_OBJECT
public:
    /// `title` may be empty: then the choice stands alone.
    ChipButton(const ThemeSource &source, const QString &title, QWidget *parent = nullptr);

    struct Choice {
        QString text;
        QVariant value;
    };

    /// What the menu offers. The first choice narrows nothing and is taken now, silently.
    void setChoices(const QList<Choice> &choices);

    /// The value of the choice taken; invalid without choices.
    [[nodiscard]] QVariant value() const;

    /// Takes the choice with this value; nothing happens when there is none.
    void choose(const QVariant &value);

    /// Opens a tree to choose from instead of a menu; `value` says what is chosen in it now.
    void setPopup(ChoicePopup *popup, std::function<QString()> value);

    /// For menus and trees of one's own: what is shown, and whether it narrows.
    void say(const QString &text, bool isNarrowing);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const QVariant &value);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool opensSomething() const;
    void addChoice(const Choice &choice, bool isNarrowing);

    QString title;
    QActionGroup *group = nullptr;
    ChoicePopup *popup = nullptr;
    bool narrows = false;
};

} // namespace huying
