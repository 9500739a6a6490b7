#pragma once

#include "ThemeSource.h"

#include <QKeySequence>
#include <QWidget>

namespace huying
{

/// A key as it is shown: "Ctrl K".
[[nodiscard]] QString keyText(const QKeySequence &key);

/// How large the box of a key hint is in `font`.
[[nodiscard]] QSize keyHintSize(const QString &text, const QFont &font);

/// Draws the key in its small box, in the middle of `bounds`.
void paintKeyHint(
    QPainter &painter, const QRectF &bounds, const QString &text, const QColor &ink, const QColor &outline);

/// A key in a small box, beside what it does.
class KeyHint : public QWidget
{
    Q_OBJECT
public:
    KeyHint(const ThemeSource &source, const QKeySequence &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSource &source;
    QString text;
};

} // namespace huying
