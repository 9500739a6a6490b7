#include "KeyHint.h"

#include "Pixels.h"
#include "Type.h"

#include <QFontMetrics>
#include <QPainter>

namespace huying
{

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText).replace(u'+', u' ').simplified();
}

QSize keyHintSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int height = font.pixelSize() + 8;
    return { std::max(metrics.horizontalAdvance(text) + 10, height), height };
}

void paintKeyHint(
    QPainter &painter, const QRectF &bounds, const QString &text, const QColor &ink, const QColor &outline)
{
    const QSizeF size = keyHintSize(text, painter.font());
    const QRectF box(bounds.center() - QPointF(size.width() / 2, size.height() / 2), size);
    paintBox(painter, box, 3, Qt::transparent, outline);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
}

KeyHint::KeyHint(const ThemeSource &themeSource, const QKeySequence &key, QWidget *parent)
    : QWidget(parent), source(themeSource), text(keyText(key))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Key %1").arg(text));
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyHint::sizeHint() const
{
    return keyHintSize(text, uiFont(source.theme(), source.theme().type.small));
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(uiFont(source.theme(), source.theme().type.small));
    paintKeyHint(painter, rect(), text, source.theme().colours.inkSoft, source.theme().colours.edge);
}

} // namespace huying
