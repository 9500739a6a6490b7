#include "TopLine.h"

#include "SearchField.h"

#include <common/ActionButton.h>
#include <common/ConnectionIndicator.h>
#include <common/Labels.h>
#include <common/Type.h>

#include <QHBoxLayout>

#include <format>

namespace huying
{

namespace
{

LineState shownLine(DeskStatus::Line line)
{
    switch (line) {
    case DeskStatus::Line::Online:
        return LineState::Online;
    case DeskStatus::Line::Offline:
        return LineState::Offline;
    case DeskStatus::Line::Opening:
    case DeskStatus::Line::Connecting:
        break;
    }
    return LineState::Connecting;
}

QString clockText(Instant moment)
{
    return QString::fromStdString(
        std::format("{:%H:%M:%S}", std::chrono::floor<std::chrono::seconds>(countyTime(moment))));
}

} // namespace

TopLine::TopLine(const ThemeSource &source, const QString &county, const QString &who, QWidget *parent)
    : QFrame(parent)
    , _search(new SearchField(source))
    , _newTicket(new ActionButton(source, ActionRank::Secondary, tr("New ticket"), QKeySequence(Qt::CTRL | Qt::Key_N)))
    , _connection(new ConnectionIndicator(source))
{
    setFrameRole(*this, FrameRole::Strip);
    const Spaces &space = source.theme().space;
    setFixedHeight(space.topLine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space.margin, 0, space.margin, 1);
    row->setSpacing(space.margin);
    auto *name = new QLabel(tr("Huying · %1").arg(county));
    setTextRole(*name, TextRole::Large);
    row->addWidget(name);
    _search->setMinimumWidth(220);
    _search->setMaximumWidth(420);
    row->addWidget(_search, 10);
    row->addWidget(_newTicket);
    row->addStretch(1);
    row->addWidget(_connection);
    auto *person = new ElidedLabel(who);
    person->setMaximumWidth(person->fontMetrics().horizontalAdvance(who) + 2);
    row->addWidget(person);
}

void TopLine::setStatus(const DeskStatus &status)
{
    _connection->setConnection(
        { shownLine(status.line), status.asOf ? clockText(*status.asOf) : QString(), status.waiting });
}

} // namespace huying
