#include "PictureCanvas.h"

#include <common/Type.h>

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{
constexpr double nearest = 8;
}

PictureCanvas::PictureCanvas(const ThemeSource &source, QWidget *parent) : QWidget(parent), _source(source)
{
    setMinimumSize(480, 320);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureCanvas::show(const QImage &picture, QSize size, bool isSharp)
{
    _picture = QPixmap::fromImage(picture);
    _size = size;
    _isSharp = isSharp;
    _words.clear();
    update();
}

void PictureCanvas::say(const QString &words)
{
    _words = words;
    update();
}

/// No smaller picture is blown up to fill the window.
QSizeF PictureCanvas::wholeSize() const
{
    const QSizeF own(_size);
    const QSizeF fitting = own.scaled(QSizeF(size()), Qt::KeepAspectRatio);
    return fitting.width() > own.width() ? own : fitting;
}

QRectF PictureCanvas::target() const
{
    QRectF place({}, wholeSize() * _zoom);
    place.moveCenter(QRectF(rect()).center() + _off);
    return place;
}

void PictureCanvas::zoomBy(double factor)
{
    zoomAt(QRectF(rect()).center(), factor);
}

void PictureCanvas::zoomAt(QPointF place, double factor)
{
    const double before = _zoom;
    _zoom = std::clamp(_zoom * factor, 1.0, nearest);
    const QPointF fromMiddle = place - QRectF(rect()).center();
    _off = fromMiddle - (fromMiddle - _off) * (_zoom / before);
    keepInSight();
}

void PictureCanvas::showWhole()
{
    _zoom = 1;
    _off = {};
    update();
}

void PictureCanvas::moveBy(QPointF pixels)
{
    _off += pixels;
    keepInSight();
}

/// What is larger than the window covers it; what is smaller stays in its middle.
void PictureCanvas::keepInSight()
{
    const QSizeF shown = wholeSize() * _zoom;
    const double roomX = std::max(0.0, (shown.width() - width()) / 2);
    const double roomY = std::max(0.0, (shown.height() - height()) / 2);
    _off = { std::clamp(_off.x(), -roomX, roomX), std::clamp(_off.y(), -roomY, roomY) };
    update();
}

void PictureCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = _source.theme().colours;
    painter.fillRect(rect(), c.sunken);
    if (!_picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(target(), _picture, QRectF(_picture.rect()));
    }
    if (_words.isEmpty()) {
        return;
    }
    painter.setFont(uiFont(_source.theme(), _source.theme().type.body));
    const QRectF words = QRectF(painter.boundingRect(rect(), Qt::AlignCenter | Qt::TextWordWrap, _words));
    painter.fillRect(words.adjusted(-12, -8, 12, 8), c.surface);
    painter.setPen(c.ink);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, _words);
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    zoomAt(event->position(), std::pow(1.2, event->angleDelta().y() / 120.0));
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    _pressed = event->position();
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    moveBy(event->position() - _pressed);
    _pressed = event->position();
}

void PictureCanvas::resizeEvent(QResizeEvent *)
{
    keepInSight();
}

} // namespace huying
