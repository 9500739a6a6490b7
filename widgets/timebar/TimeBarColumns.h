#pragma once

#include "Frames.h"

#include <common/ThemeSource.h>

#include <QWidget>

namespace huying
{

/// The period as a row of columns, one for each frame (or several, where there are more frames than pixels), with the
/// frame shown now. Click or drag to go there; the arrow keys, Home and End go too.
class TimeBarColumns : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBarColumns(const ThemeSource &source, QWidget *parent = nullptr);

    void setFrames(std::vector<Frame> frames, std::vector<std::uint32_t> counts);
    void goTo(int frame);
    [[nodiscard]] int current() const { return _current; }
    [[nodiscard]] const std::vector<Frame> &frames() const { return _frames; }
    [[nodiscard]] std::uint32_t countAt(int frame) const { return _counts.at(std::size_t(frame)); }
    [[nodiscard]] int count() const { return int(_frames.size()); }
    /// Where the middle of a frame stands.
    [[nodiscard]] double middleOf(int frame) const;

    [[nodiscard]] QSize sizeHint() const override { return { 480, 56 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 160, 48 }; }

signals:
    void moved(int frame);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintColumns(QPainter &painter) const;
    void paintYears(QPainter &painter) const;
    void goAndTell(int frame);
    [[nodiscard]] int frameAtX(double x) const;
    [[nodiscard]] double highest() const;

    const ThemeSource &_source;
    std::vector<Frame> _frames;
    std::vector<std::uint32_t> _counts;
    int _current = 0;
};

} // namespace huying
