#include "DeadlineCard.h"

#include "DeadlineWords.h"
#include "Lines.h"

#include <common/DayStrip.h>
#include <common/Labels.h>
#include <common/Lamps.h>
#include <common/Type.h>
#include <views/DueText.h>
#include <views/Wording.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace huying
{

namespace
{

QLabel *newLine(TextRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(*label, role);
    return label;
}

} // namespace

DeadlineCard::DeadlineCard(const ThemeSource &source, QWidget *parent)
    : QFrame(parent)
    , _source(source)
    , _limit(newLine(TextRole::Small))
    , _due(new ElidedLabel)
    , _mark(new QLabel)
    , _left(new QLabel)
    , _days(new DayStrip(source))
    , _why(newLine(TextRole::Small))
    , _earlierHeading(new SectionHeading(tr("Deadlines before")))
    , _earlier(newLine(TextRole::Small))
{
    setFrameRole(*this, FrameRole::Card);
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    column->setSpacing(space.step);
    auto *head = new QHBoxLayout;
    head->setSpacing(space.step + 2);
    head->addWidget(_due, 1);
    head->addWidget(_mark);
    head->addWidget(_left);
    column->addLayout(head);
    column->addWidget(_limit);
    column->addWidget(_days);
    column->addWidget(_why);
    column->addWidget(_earlierHeading);
    column->addWidget(_earlier);
}

void DeadlineCard::show(const TicketSight &sight, const RuleBook &rules, Instant now)
{
    tellDue(sight, rules, now);
    tellLeft(sight, rules, now);
    const bool hasDays = sight.ticket.deadline || !sight.ticket.deadlines.empty();
    _days->setVisible(hasDays);
    if (hasDays) {
        _days->setDays(shownDays(sight.explanation, dayOf(now)));
    }
    showLine(*_why, whyTexts(sight.explanation, sight.ticket).join(QLatin1Char('\n')));
    const QString earlier = earlierDeadlines(sight.ticket, now).join(QLatin1Char('\n'));
    showLine(*_earlier, earlier);
    _earlierHeading->setVisible(!earlier.isEmpty());
}

void DeadlineCard::tellDue(const TicketSight &sight, const RuleBook &rules, Instant now)
{
    const Ticket &ticket = sight.ticket;
    if (!ticket.deadline && !ticket.isOnAccount()) {
        showLine(*_due, ticket.deadlines.empty() ? tr("No deadline") : tr("No deadline for the solution"));
        showLine(*_limit, {});
        return;
    }
    const Deadline &deadline = sight.explanation.deadline;
    const QString due = tr("Due %1").arg(dueText(deadline.due, now));
    showLine(*_due, deadline.isProvisional && !ticket.given ? tr("%1, provisional").arg(due) : due);
    showLine(*_limit, limitText(sight.explanation, rules.deadlines, ticket.given.has_value()));
}

void DeadlineCard::tellLeft(const TicketSight &sight, const RuleBook &rules, Instant now)
{
    const TicketRow row = rowOf(sight.ticket, rules);
    const Lamp lamp = lampOf(row, now);
    const bool isTold = row.isOnAccount || row.due || row.milestoneMetAt || !row.isOpen();
    _mark->setVisible(isTold && row.step != Step::Void);
    _left->setVisible(isTold);
    const int side = _source.theme().space.lamp;
    _mark->setPixmap(lampIcon(lamp, _source.theme()).pixmap(QSize(side, side), devicePixelRatio()));
    QString text = timeLeftText(row, now);
    const bool isRunning = row.isOpen() && !row.isOnAccount && !row.milestoneMetAt;
    if (isRunning && row.due && now <= *row.due) {
        text = tr("%1 left").arg(text);
    } else if (!isRunning && lamp == Lamp::Overdue) {
        text = tr("%1, late by %2").arg(text, spanText(overdueBy(row, now)));
    }
    _left->setText(text);
    _left->setStyleSheet(QStringLiteral("color: %1").arg(lampInk(_source.theme(), lamp).name()));
}

} // namespace huying
