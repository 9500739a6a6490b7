#include "ThemedButton.h"

#include <QFocusEvent>
#include <QShortcutEvent>

namespace huying
{

ThemedButton::ThemedButton(const ThemeSource &themeSource, QWidget *parent) : QPushButton(parent), dressing(themeSource)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&dressing, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QFont ThemedButton::smallFont() const
{
    QFont small = font();
    small.setPixelSize(theme().type.small);
    return small;
}

bool ThemedButton::event(QEvent *event)
{
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent *>(event)->isAmbiguous()) {
        click();
        return true;
    }
    return QPushButton::event(event);
}

void ThemedButton::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        focusCameByPointer = event->reason() == Qt::MouseFocusReason;
    }
    QPushButton::focusInEvent(event);
}

void ThemedButton::keyPressEvent(QKeyEvent *event)
{
    focusCameByPointer = false;
    update();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace huying
