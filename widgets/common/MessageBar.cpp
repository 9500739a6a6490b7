#include "MessageBar.h"

#include "ActionButton.h"
#include "Icons.h"
#include "Pixels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <array>

namespace huying
{

namespace
{
constexpr int iconLeft = 14;
constexpr int iconSide = 20;
}

MessageBar::MessageBar(const ThemeSource &themeSource, QWidget *parent)
    : QFrame(parent), source(themeSource), row(new QHBoxLayout(this)), words(new QLabel)
{
    row->setContentsMargins(iconLeft + iconSide + 10, 6, 6, 6);
    row->setSpacing(source.theme().space.gap);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setFocusPolicy(Qt::ClickFocus);
    row->addWidget(words, 1);
    auto *cross = new IconButton(source, Icon::Close, tr("Close message"));
    row->addWidget(cross, 0, Qt::AlignTop);
    connect(cross, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void MessageBar::say(MessageKind messageKind, const QString &text)
{
    kind = messageKind;
    words->setText(text);
    setAccessibleName(text);
    show();
    update();
    QAccessibleAnnouncementEvent told(this, text);
    told.setPoliteness(kind == MessageKind::Error ? QAccessible::AnnouncementPoliteness::Assertive
                                                  : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&told);
}

QString MessageBar::text() const
{
    return words->text();
}

void MessageBar::offer(QWidget *button)
{
    row->insertWidget(row->count() - 1, button, 0, Qt::AlignTop);
}

void MessageBar::dismiss()
{
    hide();
    emit dismissed();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = source.theme();
    const Colours &c = theme.colours;
    const std::array grounds { c.accentTint, c.soonTint, c.overdueTint };
    const std::array marks { c.accent, c.soon, c.overdue };
    const auto look = static_cast<std::size_t>(kind);
    painter.fillRect(rect(), grounds[look]);
    painter.fillRect(QRect(0, 0, theme.space.bar, height()), marks[look]);
    const bool isOneLine = words->heightForWidth(words->width()) < 2 * words->fontMetrics().lineSpacing();
    const int firstLine = isOneLine ? height() : 40;
    paintIcon(painter, QRect(iconLeft, (firstLine - iconSide) / 2, iconSide, iconSide),
        kind == MessageKind::Note ? Icon::Info : Icon::Alert, marks[look]);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace huying
