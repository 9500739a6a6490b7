#include "ActionButton.h"

#include "KeyHint.h"
#include "Pixels.h"

#include <QPainter>

namespace huying
{

namespace
{
constexpr int padding = 14;
constexpr int smallIcon = 16;
}

ActionButton::ActionButton(
    const ThemeSource &source, ActionRank buttonRank, const QString &text, const QKeySequence &key, QWidget *parent)
    : ThemedButton(source, parent), rank(buttonRank), keyShown(keyText(key))
{
    setText(text);
    setAccessibleName(text);
    if (!key.isEmpty()) {
        setShortcut(key);
    }
}

void ActionButton::setIcon(Icon icon)
{
    shownIcon = icon;
    updateGeometry();
    update();
}

QSize ActionButton::sizeHint() const
{
    const int gap = theme().space.gap;
    int width = 2 * padding + fontMetrics().horizontalAdvance(text());
    width += shownIcon ? smallIcon + gap - 2 : 0;
    width += keyShown.isEmpty() ? 0 : gap + keyHintSize(keyShown, smallFont()).width() - 4;
    return { width, theme().space.control };
}

void ActionButton::paintGround(QPainter &painter) const
{
    const Colours &c = theme().colours;
    const qreal corner = theme().space.corner;
    const bool isOver = underMouse() && isEnabled();
    if (!isEnabled()) {
        paintBox(painter, rect(), corner, c.sunken, c.line);
    } else if (rank == ActionRank::Primary) {
        paintBox(painter, rect(), corner, isOver || isDown() ? c.accentStrong : c.accent, Qt::transparent);
    } else {
        paintBox(painter, rect(), corner,
            isDown()     ? c.accentTint
                : isOver ? c.hover
                         : c.surface,
            isOver ? c.edgeStrong : c.edge);
    }
    if (showsRing()) {
        paintBox(painter, rect(), corner, Qt::transparent, c.accent, theme().space.ring);
        if (rank == ActionRank::Primary) {
            paintBox(painter, rect().adjusted(2, 2, -2, -2), corner - 2, Qt::transparent, c.surface);
        }
    }
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(painter);
    const Colours &c = theme().colours;
    const bool isPrimary = rank == ActionRank::Primary && isEnabled();
    const QColor ink = !isEnabled() ? c.inkFaint : isPrimary ? c.accentInk : c.ink;
    QRect rest = rect().adjusted(padding, 0, -padding, 0);
    if (shownIcon) {
        paintIcon(painter, QRect(rest.left() - 2, 0, smallIcon, height()), *shownIcon, ink);
        rest.setLeft(rest.left() + smallIcon + theme().space.gap - 2);
    }
    painter.setPen(ink);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (!keyShown.isEmpty()) {
        painter.setFont(smallFont());
        const int width = keyHintSize(keyShown, smallFont()).width();
        paintKeyHint(painter, QRect(rest.right() + 5 - width, 0, width, height()), keyShown,
            isPrimary         ? c.accentInk
                : isEnabled() ? c.inkSoft
                              : c.inkFaint,
            isPrimary         ? c.accentEdge
                : isEnabled() ? c.edge
                              : c.line);
    }
}

IconButton::IconButton(const ThemeSource &source, Icon icon, const QString &word, QWidget *parent)
    : ThemedButton(source, parent), shownIcon(icon)
{
    setAccessibleName(word);
    setToolTip(word);
}

QSize IconButton::sizeHint() const
{
    return { theme().space.chip, theme().space.chip };
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = theme().colours;
    const bool isOver = underMouse() && isEnabled();
    if (isChecked() || isDown() || isOver) {
        paintBox(
            painter, rect(), theme().space.corner, isChecked() || isDown() ? c.accentTint : c.hover, Qt::transparent);
    }
    if (showsRing()) {
        paintBox(painter, rect(), theme().space.corner, Qt::transparent, c.accent, theme().space.ring);
    }
    const QColor ink = !isEnabled() ? c.inkFaint : isChecked() ? c.accent : isOver ? c.ink : c.inkSoft;
    paintIcon(painter, QRectF(rect()).adjusted(5, 5, -5, -5), shownIcon, ink);
}

} // namespace huying
