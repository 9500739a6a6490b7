#pragma once

#include "Icons.h"
#include "ThemeSource.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace huying
{

/// The narrow rail at the left: the places of the program, each an icon over a word. One is chosen. The first nine
/// answer to Alt+1 to Alt+9, and Up and Down go from place to place.
class NavigationRail : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(const ThemeSource &source, QWidget *parent = nullptr);

    /// Adds a place below the others; gives its number, which counts from 0.
    int addPlace(Icon icon, const QString &word);

    /// The same, at the foot of the rail.
    int addPlaceAtFoot(Icon icon, const QString &word);

    /// The chosen place, -1 while there is none.
    [[nodiscard]] int chosen() const;
    void choose(int place);
    [[nodiscard]] int places() const;
    [[nodiscard]] QAbstractButton *place(int number) const;

signals:
    /// A place was chosen, by pointer, key or choose().
    void placeChosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int add(Icon icon, const QString &word, int row);

    const ThemeSource &source;
    QButtonGroup *group;
    QVBoxLayout *column;
    int atTop = 0;
};

} // namespace huying
