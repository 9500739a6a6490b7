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

/// Smaller errors are corrected for without a word.
constexpr std::chrono::seconds clockErrorShown { 2 };

/// What people are told of a machine's clock that is `error` ahead of the backend's, or behind it.
QString clockNotice(std::chrono::milliseconds error)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(std::chrono::abs(error)).count();
    const bool isFast = error.count() > 0;
    if (seconds < 120) {
        return isFast ? TopLine::tr("This computer's clock is %1 s fast; corrected for").arg(seconds)
                      : TopLine::tr("This computer's clock is %1 s slow; corrected for").arg(seconds);
    }
    const auto minutes = (seconds + 30) / 60;
    return isFast ? TopLine::tr("This computer's clock is %1 min fast; corrected for").arg(minutes)
                  : TopLine::tr("This computer's clock is %1 min slow; corrected for").arg(minutes);
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
    , _clock(new QLabel)
    , _person(new ElidedLabel)
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
    setTextRole(*_clock, TextRole::Error);
    _clock->hide();
    row->addWidget(_clock);
    row->addWidget(_connection);
    row->addWidget(_person);
    setWho(who);
}

void TopLine::setWho(const QString &who)
{
    _person->setText(who);
    _person->setMaximumWidth(_person->fontMetrics().horizontalAdvance(who) + 2);
}

void TopLine::setStatus(const DeskStatus &status)
{
    _connection->setConnection(
        { shownLine(status.line), status.asOf ? clockText(*status.asOf) : QString(), status.waiting,
            status.waitingPictures, status.isFirstPart ? std::optional(int(status.progress * 100)) : std::nullopt });
    const bool isClockWrong = std::chrono::abs(status.clockError) > clockErrorShown;
    _clock->setVisible(isClockWrong);
    if (isClockWrong) {
        _clock->setText(clockNotice(status.clockError));
    }
}

} // namespace huying
