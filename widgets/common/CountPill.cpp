#include "CountPill.h"

#include "Pixels.h"

#include <QPainter>

namespace huying
{

namespace
{
constexpr int pillPadding = 14;
constexpr int iconSide = 16;
}

CountPill::CountPill(const ThemeSource &source, std::optional<Icon> icon, QWidget *parent)
    : ThemedButton(source, parent), shownIcon(icon)
{
    hide();
}

void CountPill::say(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!parentWidget() || !parentWidget()->layout()) {
        adjustSize();
    }
    updateGeometry();
}

QSize CountPill::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 2 * pillPadding + (shownIcon ? iconSide + 4 : 0),
        theme().space.chip };
}

void CountPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = theme().colours;
    const qreal round = height() / 2.0;
    paintBox(painter, rect(), round, underMouse() || isDown() ? c.accentStrong : c.accent, Qt::transparent);
    if (showsRing()) {
        paintBox(painter, rect().adjusted(2, 2, -2, -2), round - 2, Qt::transparent, c.accentInk);
    }
    QRect rest = rect().adjusted(pillPadding, 0, -pillPadding, 0);
    if (shownIcon) {
        paintIcon(painter, QRect(rest.left() - 2, 0, iconSide, height()), *shownIcon, c.accentInk);
        rest.setLeft(rest.left() + iconSide + 4);
    }
    painter.setPen(c.accentInk);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace huying
