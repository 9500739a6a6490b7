#pragma once

#include "ThemeSource.h"

#include <QList>
#include <QWidget>

namespace huying
{

enum class StepState { Done, Current, Ahead };

/// A step of the flow as it is shown: its name, and when it was done or how long it has waited ("09:31", "4 min").
struct ShownStep {
    QString name;
    QString when = {};
    StepState state = StepState::Ahead;

    bool operator==(const ShownStep &) const = default;
};

/// The steps of a ticket side by side. Done is a bar with a check, current a thick bar and a strong name, ahead a
/// thin line: the colours only help.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(const ThemeSource &source, QWidget *parent = nullptr);

    void setSteps(const QList<ShownStep> &steps);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect column(int step) const;
    void paintStep(QPainter &painter, const QRect &box, const ShownStep &step) const;

    const ThemeSource &source;
    QList<ShownStep> steps;
};

} // namespace huying
