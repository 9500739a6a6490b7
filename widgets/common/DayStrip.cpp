#include "DayStrip.h"

#include "Pixels.h"
#include "Type.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace huying
{

namespace
{
constexpr int cellWidth = 33;
constexpr int cellHeight = 44;
constexpr int cellGap = 4;

int columnsIn(int width)
{
    return std::max(1, (width + cellGap) / (cellWidth + cellGap));
}

struct Paint {
    QColor ground, number, label;
};

Paint paintOf(const Colours &c, DayState state)
{
    switch (state) {
    case DayState::Due:
        return { c.accent, c.accentInk, c.accentInk };
    case DayState::Counted:
        return { c.inTimeTint, c.ink, c.inTimeInk };
    case DayState::OnAccount:
        return { c.pausedTint, c.pausedInk, c.pausedInk };
    case DayState::NotCounted:
    case DayState::Reported:
        break;
    }
    return { c.sunken, state == DayState::Reported ? c.ink : c.inkSoft, c.inkSoft };
}
}

DayStrip::DayStrip(const ThemeSource &themeSource, QWidget *parent) : QWidget(parent), source(themeSource)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Days of the deadline"));
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void DayStrip::setDays(const QList<ShownDay> &shownDays)
{
    if (days == shownDays) {
        return;
    }
    days = shownDays;
    current = 0;
    QStringList spoken;
    for (int day = 0; day < days.size(); ++day) {
        spoken << sentence(day);
    }
    setAccessibleDescription(spoken.join(tr(", ")));
    updateGeometry();
    update();
}

QSize DayStrip::sizeHint() const
{
    const int count = std::clamp<int>(static_cast<int>(days.size()), 1, 10);
    return { count * (cellWidth + cellGap) - cellGap, heightForWidth(count * (cellWidth + cellGap)) };
}

QSize DayStrip::minimumSizeHint() const
{
    return { 5 * (cellWidth + cellGap) - cellGap, cellHeight };
}

int DayStrip::heightForWidth(int width) const
{
    const int columns = columnsIn(width);
    const int rows = std::max(1, (static_cast<int>(days.size()) + columns - 1) / columns);
    return rows * (cellHeight + cellGap) - cellGap;
}

std::optional<int> DayStrip::currentDay() const
{
    return hasFocus() && !days.isEmpty() ? std::optional(current) : std::nullopt;
}

QRect DayStrip::cell(int day) const
{
    const int columns = columnsIn(width());
    return { (day % columns) * (cellWidth + cellGap), (day / columns) * (cellHeight + cellGap), cellWidth, cellHeight };
}

QString DayStrip::sentence(int day) const
{
    const ShownDay &shown = days[day];
    const QString text = shown.reason.isEmpty() ? tr("%1 %2").arg(shown.number, shown.label) : shown.reason;
    return shown.isToday ? tr("%1 (today)").arg(text) : text;
}

void DayStrip::paintDay(QPainter &painter, const QRect &box, const ShownDay &day) const
{
    const Theme &theme = source.theme();
    const Paint paint = paintOf(theme.colours, day.state);
    const bool isEnd = day.state == DayState::Reported;
    paintBox(painter, box, theme.space.corner - 1, paint.ground, isEnd ? theme.colours.edge : QColor(Qt::transparent));
    const bool isStrong = day.state == DayState::Due;
    painter.setFont(uiFont(theme, theme.type.body, isStrong ? Weight::Strong : Weight::Regular));
    painter.setPen(paint.number);
    painter.drawText(QRect(box.left(), box.top() + 3, box.width(), 20), Qt::AlignCenter, day.number);
    painter.setFont(uiFont(theme, theme.type.small));
    painter.setPen(paint.label);
    painter.drawText(QRect(box.left(), box.top() + 22, box.width(), 18), Qt::AlignCenter,
        painter.fontMetrics().elidedText(day.label, Qt::ElideRight, box.width() - 2));
    if (day.isToday) {
        painter.fillRect(QRect(box.left() + 8, box.bottom() - 2, box.width() - 16, 2),
            day.state == DayState::Due ? theme.colours.accentInk : theme.colours.accent);
    }
}

void DayStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int day = 0; day < days.size(); ++day) {
        paintDay(painter, cell(day), days[day]);
    }
    if (hasFocus() && !focusCameByPointer && !days.isEmpty()) {
        const Colours &c = source.theme().colours;
        const QRect box = cell(current);
        paintBox(painter, box, source.theme().space.corner - 1, Qt::transparent, c.accent, source.theme().space.ring);
        if (days[current].state == DayState::Due) {
            paintBox(painter, box.adjusted(2, 2, -2, -2), 2, Qt::transparent, c.accentInk);
        }
    }
}

void DayStrip::goTo(int day)
{
    if (days.isEmpty()) {
        return;
    }
    current = std::clamp<int>(day, 0, static_cast<int>(days.size()) - 1);
    focusCameByPointer = false;
    update();
    QToolTip::showText(mapToGlobal(cell(current).bottomLeft()), sentence(current), this);
}

void DayStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return goTo(current - 1);
    case Qt::Key_Right:
        return goTo(current + 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(static_cast<int>(days.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void DayStrip::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        focusCameByPointer = event->reason() == Qt::MouseFocusReason;
    }
    update();
}

void DayStrip::focusOutEvent(QFocusEvent *)
{
    QToolTip::hideText();
    update();
}

bool DayStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int day = 0; day < days.size(); ++day) {
            if (cell(day).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), sentence(day), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace huying
