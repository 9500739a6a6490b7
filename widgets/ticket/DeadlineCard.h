#pragma once

#include <common/ThemeSource.h>
#include <rules/Workflow.h>
#include <views/TicketSight.h>

#include <QFrame>

class QLabel;

namespace huying
{

class DayStrip;

/// The deadline of a ticket: when it is due and how it stands, each day counted or not, why, and what it was before.
class DeadlineCard : public QFrame
{
    Q_OBJECT
public:
    explicit DeadlineCard(const ThemeSource &source, QWidget *parent = nullptr);

    void show(const TicketSight &sight, const RuleBook &rules, Instant now);
    using QWidget::show;

private:
    void tellDue(const TicketSight &sight, const RuleBook &rules, Instant now);
    void tellLeft(const TicketSight &sight, const RuleBook &rules, Instant now);

    const ThemeSource &_source;
    QLabel *_limit;
    QLabel *_due;
    QLabel *_mark;
    QLabel *_left;
    DayStrip *_days;
    QLabel *_why;
    QLabel *_earlierHeading;
    QLabel *_earlier;
};

} // namespace huying
