#pragma once

#include "ThemeSource.h"

#include <QFrame>

namespace huying
{

class ChoiceTree;

/// A tree to choose from that opens below a button and closes when something is chosen, by Escape, or by a click
/// beside it. Long trees scroll: they never cover the screen.
class ChoicePopup : public QFrame
{
    Q_OBJECT
public:
    explicit ChoicePopup(const ThemeSource &source, QWidget *parent = nullptr);

    [[nodiscard]] ChoiceTree &tree() { return *_tree; }

    /// Opens below `button`, or where there is room beside it, with `value` chosen.
    void openBelow(const QWidget &button, const QString &value);

signals:
    /// A line that has a value was taken.
    void chosen(const QString &value);

private:
    void take();

    ChoiceTree *_tree;
};

} // namespace huying
