#pragma once

#include "ThemedButton.h"

#include <QVariant>

#include <optional>

class QActionGroup;

namespace huying
{

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

    /// For menus of one's own (a tree of categories), set with setMenu(): what is shown, and whether it narrows.
    void say(const QString &text, bool isNarrowing);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(const QVariant &value);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addChoice(const Choice &choice, bool isNarrowing);

    QString title;
    QActionGroup *group = nullptr;
    bool narrows = false;
};

} // namespace huying
