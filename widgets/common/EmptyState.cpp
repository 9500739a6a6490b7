#include "EmptyState.h"

#include "Type.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace huying
{

namespace
{
constexpr int pictureSide = 48;
constexpr int textWidth = 320;

QLabel *addLine(QVBoxLayout &column, TextRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setFixedWidth(textWidth);
    setTextRole(*label, role);
    // A row of its own: only there does the layout ask for the height at this width.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(label);
    row->addStretch();
    column.addLayout(row);
    return label;
}
}

EmptyState::EmptyState(
    const ThemeSource &themeSource, Icon shownIcon, const QString &what, const QString &how, QWidget *parent)
    : QWidget(parent), source(themeSource), icon(shownIcon), picture(new QWidget(this)), column(new QVBoxLayout(this))
{
    column->setSpacing(source.theme().space.gap);
    column->addStretch(2);
    picture->setFixedSize(pictureSide, pictureSide);
    column->addWidget(picture, 0, Qt::AlignHCenter);
    whatLabel = addLine(*column, TextRole::Large);
    howLabel = addLine(*column, TextRole::Soft);
    column->addStretch(3);
    say(what, how);
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void EmptyState::say(const QString &what, const QString &how)
{
    whatLabel->setText(what);
    howLabel->setText(how);
    setAccessibleName(what);
    setAccessibleDescription(how);
}

void EmptyState::offer(QWidget *button)
{
    column->insertSpacing(column->count() - 1, source.theme().space.gap);
    column->insertWidget(column->count() - 1, button, 0, Qt::AlignHCenter);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, picture->geometry(), icon, source.theme().colours.edgeStrong);
}

} // namespace huying
