#include "Labels.h"

#include "Type.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace huying
{

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { fontMetrics().horizontalAdvance(QChar(0x2026)), QLabel::minimumSizeHint().height() };
}

bool ElidedLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

void ElidedLabel::setBrief(const QString &brief)
{
    _brief = brief;
    update();
}

QString ElidedLabel::seen() const
{
    const QString &said = isCut() && !_brief.isEmpty() ? _brief : text();
    return fontMetrics().elidedText(said, Qt::ElideRight, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style()->drawItemText(
        &painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), seen(), foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    update();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        setToolTip(isCut() ? text() : QString());
    }
    return QLabel::event(event);
}

SectionHeading::SectionHeading(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setTextRole(*this, TextRole::Heading);
}

} // namespace huying
