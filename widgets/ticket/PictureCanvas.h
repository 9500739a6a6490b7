#pragma once

#include <common/ThemeSource.h>

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace huying
{

/// One picture, whole or nearer; the wheel comes nearer where the pointer is, dragging moves it.
class PictureCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit PictureCanvas(const ThemeSource &source, QWidget *parent = nullptr);

    /// `isSharp` false: it stands for one that is on its way, of `size` pixels.
    void show(const QImage &picture, QSize size, bool isSharp);
    using QWidget::show;
    /// Words in its place.
    void say(const QString &words);

    void zoomBy(double factor);
    void showWhole();
    void moveBy(QPointF pixels);

    /// Times the size at which the whole can be seen.
    [[nodiscard]] double zoom() const { return _zoom; }
    [[nodiscard]] bool isSharp() const { return _isSharp; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void zoomAt(QPointF place, double factor);
    [[nodiscard]] QSizeF wholeSize() const;
    [[nodiscard]] QRectF target() const;
    void keepInSight();

    const ThemeSource &_source;
    QPixmap _picture;
    QSize _size;
    bool _isSharp = false;
    QString _words;
    double _zoom = 1;
    QPointF _off; ///< of the middle, in pixels of the screen
    QPointF _pressed;
};

} // namespace huying
