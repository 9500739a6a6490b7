#pragma once

#include "ThemeSource.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace huying
{

enum class DayState {
    Reported, ///< the day of the report, day 0
    Counted,
    NotCounted, ///< a day off
    OnAccount, ///< not counted, because the clock is stopped
    Due, ///< the last day
};

/// One day of a deadline as it is shown.
struct ShownDay {
    QString number; ///< of the month: "14"
    QString label; ///< below it: how many days are counted so far, or why it is not ("off")
    DayState state = DayState::Counted;
    QString reason = {}; ///< in a sentence, with the notice that says so; for the tool tip
    bool isToday = false;

    bool operator==(const ShownDay &) const = default;
};

/// The days of a deadline, each counted or not. Wraps into rows when they do not fit. Left and Right go from day to
/// day and tell its reason.
class DayStrip : public QWidget
{
    Q_OBJECT
public:
    explicit DayStrip(const ThemeSource &source, QWidget *parent = nullptr);

    void setDays(const QList<ShownDay> &days);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// The day the keyboard is on; none while the strip has no focus.
    [[nodiscard]] std::optional<int> currentDay() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect cell(int day) const;
    [[nodiscard]] QString sentence(int day) const;
    void paintDay(QPainter &painter, const QRect &box, const ShownDay &day) const;
    void goTo(int day);

    const ThemeSource &source;
    QList<ShownDay> days;
    int current = 0;
    bool focusCameByPointer = false;
};

} // namespace huying
