#include "ChipButton.h"

#include "ChoicePopup.h"
#include "Icons.h"
#include "Pixels.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace huying
{

namespace
{
constexpr int chipPadding = 12;
constexpr int arrow = 12;
}

ChipButton::ChipButton(const ThemeSource &source, const QString &chipTitle, QWidget *parent)
    : ThemedButton(source, parent), title(chipTitle)
{
    setAccessibleName(title);
    say({}, false);
}

void ChipButton::setChoices(const QList<Choice> &choices)
{
    delete menu();
    auto *offer = new QMenu(this);
    group = new QActionGroup(offer);
    setMenu(offer);
    for (const Choice &choice : choices) {
        addChoice(choice, !group->actions().isEmpty());
    }
    if (!choices.isEmpty()) {
        group->actions().constFirst()->setChecked(true);
        say(choices.first().text, false);
    }
}

void ChipButton::addChoice(const Choice &choice, bool isNarrowing)
{
    QAction *action = menu()->addAction(choice.text);
    action->setCheckable(true);
    action->setData(choice.value);
    group->addAction(action);
    connect(action, &QAction::toggled, this, [this, choice, isNarrowing](bool on) {
        if (on && value() == choice.value && !signalsBlocked()) {
            say(choice.text, isNarrowing);
            emit chosen(choice.value);
        }
    });
}

QVariant ChipButton::value() const
{
    const QAction *taken = group ? group->checkedAction() : nullptr;
    return taken ? taken->data() : QVariant();
}

void ChipButton::choose(const QVariant &value)
{
    const QList<QAction *> offered = group ? group->actions() : QList<QAction *>();
    for (QAction *action : offered) {
        if (action->data() == value) {
            action->setChecked(true);
        }
    }
}

void ChipButton::setPopup(ChoicePopup *tree, std::function<QString()> value)
{
    popup = tree;
    connect(this, &QPushButton::clicked, popup, [this, value = std::move(value)] { popup->openBelow(*this, value()); });
    updateGeometry();
}

bool ChipButton::opensSomething() const
{
    return menu() || popup;
}

void ChipButton::say(const QString &text, bool isNarrowing)
{
    narrows = isNarrowing;
    setText(title.isEmpty() ? text : tr("%1: %2").arg(title, text));
    setAccessibleName(this->text());
    updateGeometry();
    update();
}

QSize ChipButton::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(text()) + 2 * chipPadding + (opensSomething() ? arrow + 4 : 0);
    return { width, theme().space.chip };
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = theme().colours;
    const bool isOn = narrows || isChecked();
    const QColor fill = isOn ? c.accentTint : underMouse() || isDown() ? c.hover : c.surface;
    const QColor outline = isOn ? c.accent : underMouse() ? c.edgeStrong : c.edge;
    paintBox(
        painter, rect(), height() / 2.0, fill, showsRing() ? c.accent : outline, showsRing() ? theme().space.ring : 1);
    const QColor ink = !isEnabled() ? c.inkFaint : isOn ? c.accent : c.ink;
    painter.setPen(ink);
    painter.drawText(rect().adjusted(chipPadding, 0, -chipPadding, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (opensSomething()) {
        paintIcon(painter, QRect(width() - chipPadding - arrow + 2, 0, arrow, height()), Icon::ChevronDown,
            isOn ? c.accent : c.inkSoft);
    }
}

} // namespace huying
