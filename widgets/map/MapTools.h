#pragma once

#include <common/ThemeSource.h>

#include <QWidget>

class QMenu;

namespace huying
{

class ChipButton;

/// What can be done with the map besides looking at it, in a menu with a key for each.
class MapTools : public QWidget
{
    Q_OBJECT
public:
    explicit MapTools(const ThemeSource &source, QWidget *parent = nullptr);

signals:
    void timeWanted();
    void areaWanted();
    void fileWanted();
    void baseMapWanted();
    void wholeCountyWanted();

private:
    void add(const QString &text, const QKeySequence &key, void (MapTools::*wanted)());

    ChipButton *_more;
    QMenu *_menu;
};

} // namespace huying
