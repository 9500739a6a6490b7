#include "StepBar.h"

#include "Icons.h"
#include "Type.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace huying
{

namespace
{
constexpr int barSpace = 12;
constexpr int columnGap = 4;
constexpr int checkSide = 12;

int lineHeight(const Theme &theme)
{
    return qRound(theme.type.small * theme.type.line);
}
}

StepBar::StepBar(const ThemeSource &themeSource, QWidget *parent) : QWidget(parent), source(themeSource)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps"));
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void StepBar::setSteps(const QList<ShownStep> &shownSteps)
{
    if (steps == shownSteps) {
        return;
    }
    steps = shownSteps;
    QStringList spoken;
    for (const ShownStep &step : shownSteps) {
        const QString name = step.when.isEmpty() ? step.name : tr("%1 %2").arg(step.name, step.when);
        spoken << (step.state == StepState::Current ? tr("now: %1").arg(name) : name);
    }
    setAccessibleDescription(spoken.join(tr(", ")));
    update();
}

QSize StepBar::sizeHint() const
{
    return { 400, barSpace + 2 * lineHeight(source.theme()) };
}

QSize StepBar::minimumSizeHint() const
{
    return { 200, sizeHint().height() };
}

QRect StepBar::column(int step) const
{
    const int count = std::max<int>(1, static_cast<int>(steps.size()));
    const int from = (width() + columnGap) * step / count;
    const int to = (width() + columnGap) * (step + 1) / count - columnGap;
    return { from, 0, to - from, height() };
}

void StepBar::paintStep(QPainter &painter, const QRect &box, const ShownStep &step) const
{
    const Theme &theme = source.theme();
    const Colours &c = theme.colours;
    const bool isAhead = step.state == StepState::Ahead;
    const int thick = step.state == StepState::Current ? theme.space.bar + 1 : isAhead ? 2 : theme.space.bar;
    painter.fillRect(QRect(box.left(), 4 - thick, box.width(), thick),
        isAhead                             ? c.line
            : step.state == StepState::Done ? c.inTime
                                            : c.accent);
    QRect line(box.left(), barSpace, box.width(), lineHeight(theme));
    painter.setFont(
        uiFont(theme, theme.type.small, step.state == StepState::Current ? Weight::Strong : Weight::Regular));
    painter.setPen(isAhead ? c.inkSoft : c.ink);
    const bool hasCheck = step.state == StepState::Done;
    const int room = line.width() - (hasCheck ? checkSide + 4 : 0);
    const QString name = painter.fontMetrics().elidedText(step.name, Qt::ElideRight, room);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (hasCheck) {
        const int after = line.left() + painter.fontMetrics().horizontalAdvance(name) + 4;
        paintIcon(painter, QRect(after, line.top(), checkSide, line.height()), Icon::Check, c.inTime);
    }
    painter.setFont(uiFont(theme, theme.type.small));
    painter.setPen(step.state == StepState::Current ? c.ink : c.inkSoft);
    const bool isTooWide = painter.fontMetrics().horizontalAdvance(step.when) > line.width();
    const QString when = isTooWide ? step.when.section(u' ', 0, 0) : step.when; // the day of another year is enough
    painter.drawText(line.translated(0, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(when, Qt::ElideRight, line.width()));
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int step = 0; step < steps.size(); ++step) {
        paintStep(painter, column(step), steps[step]);
    }
}

bool StepBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (int step = 0; step < steps.size(); ++step) {
            if (column(step).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), tr("%1 %2").arg(steps[step].name, steps[step].when), this);
                return true;
            }
        }
    }
    return QWidget::event(event);
}

} // namespace huying
