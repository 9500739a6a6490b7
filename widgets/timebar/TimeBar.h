#pragma once

#include "Frames.h"

#include <common/ThemeSource.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace huying
{

class ActionButton;
class ChipButton;
class TimeBarColumns;

/// Goes through a period frame by frame, by hand or playing. The next frame is shown when the one before has been
/// drawn, however long that took, so that none is left out.
class TimeBar : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBar(const ThemeSource &source, QWidget *parent = nullptr);

    /// Tickets by the hour, from `begin` (a whole hour) on, of all that the filter lets pass.
    void setCounts(std::vector<std::uint32_t> byHour, Instant begin);
    /// The frame on the picture now; nothing while there is none.
    [[nodiscard]] std::optional<Frame> frame() const;
    [[nodiscard]] const std::vector<Frame> &frames() const;
    [[nodiscard]] FrameStep step() const;
    /// "2026-07-14 (Tue)", with the hour where frames are hours.
    [[nodiscard]] QString nameOf(const Frame &frame) const;
    [[nodiscard]] bool isPlaying() const { return _isPlaying; }
    /// The least time from one frame to the next while playing, one of those that can be chosen.
    void setPause(std::chrono::milliseconds pause);
    void play();
    void pause();

public slots:
    /// The picture of the last frame has been drawn.
    void frameShown();
    void goTo(const huying::Frame &frame);

signals:
    void frameChanged(const huying::Frame &frame);
    void playingChanged(bool isPlaying);
    /// Pictures of all frames are wanted, in files.
    void exportWanted();
    /// No more time: the whole period again.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addControls(QHBoxLayout *line);
    void cut();
    void go(int frame);
    void playOn();
    void tell();

    const ThemeSource &_source;
    std::vector<std::uint32_t> _byHour;
    Instant _begin;
    TimeBarColumns *_columns;
    ActionButton *_play = nullptr;
    ChipButton *_step = nullptr;
    ChipButton *_speed = nullptr;
    QLabel *_said = nullptr;
    QTimer _next;
    bool _isPlaying = false;
    bool _isShown = true; ///< the frame that was asked for last is on the picture
    bool _isDue = false; ///< it is time for the next
};

} // namespace huying
