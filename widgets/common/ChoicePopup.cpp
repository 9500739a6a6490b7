#include "ChoicePopup.h"

#include "ChoiceTree.h"
#include "Type.h"

#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{
constexpr int rowsInSight = 14;
constexpr int popupWidth = 360;
}

ChoicePopup::ChoicePopup(const ThemeSource &source, QWidget *parent)
    : QFrame(parent, Qt::Popup), _tree(new ChoiceTree(source, rowsInSight))
{
    setFrameRole(*this, FrameRole::Card);
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.gap, space.gap, space.gap, space.gap);
    column->addWidget(_tree);
    setFixedWidth(popupWidth);
    connect(_tree, &ChoiceTree::taken, this, &ChoicePopup::take);
    connect(_tree, &ChoiceTree::clicked, this, &ChoicePopup::take);
}

void ChoicePopup::openBelow(const QWidget &button, const QString &value)
{
    _tree->startAt(value);
    adjustSize();
    QPoint at = button.mapToGlobal(QPoint(0, button.height() + 2));
    const QRect room = button.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - frameGeometry().width())));
    if (at.y() + height() > room.bottom()) {
        at.setY(std::max(room.top(), room.bottom() - height()));
    }
    move(at);
    show();
    _tree->setFocus(Qt::PopupFocusReason);
}

void ChoicePopup::take()
{
    const QString value = _tree->value();
    if (!value.isEmpty()) {
        close();
        emit chosen(value);
    }
}

} // namespace huying
