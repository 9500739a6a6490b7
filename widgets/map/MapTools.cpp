#include "MapTools.h"

#include <common/ActionButton.h>
#include <common/ChipButton.h>

#include <QHBoxLayout>
#include <QMenu>

namespace huying
{

MapTools::MapTools(const ThemeSource &source, QWidget *parent)
    : QWidget(parent), _more(new ChipButton(source, {}, this)), _menu(new QMenu(_more))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(source.theme().space.gap);
    _more->say(tr("More"), false);
    _more->setMenu(_menu);
    add(tr("Time bar"), QKeySequence(tr("Alt+T")), &MapTools::timeWanted);
    add(tr("Draw an area"), QKeySequence(tr("Alt+A")), &MapTools::areaWanted);
    add(tr("As a file…"), QKeySequence(tr("Alt+E")), &MapTools::fileWanted);
    add(tr("Base map…"), QKeySequence(tr("Alt+B")), &MapTools::baseMapWanted);
    auto *whole = new ActionButton(source, ActionRank::Secondary, tr("Whole county"), {}, this);
    connect(whole, &QAbstractButton::clicked, this, &MapTools::wholeCountyWanted);
    line->addWidget(_more);
    line->addWidget(whole);
}

/// The action belongs to the window too, so that its key works while the menu is closed.
void MapTools::add(const QString &text, const QKeySequence &key, void (MapTools::*wanted)())
{
    QAction *action = _menu->addAction(text);
    action->setShortcut(key);
    addAction(action);
    connect(action, &QAction::triggered, this, wanted);
}

} // namespace huying
