#include "TimeBar.h"

#include "TimeBarColumns.h"

#include <common/ActionButton.h>
#include <common/ChipButton.h>
#include <common/Type.h>

#include <QDate>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace huying
{

namespace
{

QDate dateOf(Instant moment)
{
    const std::chrono::year_month_day date(dayOf(moment));
    return { int(date.year()), int(unsigned(date.month())), int(unsigned(date.day())) };
}

QString dayName(Instant moment)
{
    const QDate date = dateOf(moment);
    return QStringLiteral("%1 %2").arg(
        date.toString(Qt::ISODate), QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat));
}

} // namespace

TimeBar::TimeBar(const ThemeSource &source, QWidget *parent)
    : QWidget(parent), _source(source), _columns(new TimeBarColumns(source))
{
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.margin, space.gap, space.margin, space.gap);
    column->setSpacing(space.step);
    auto *line = new QHBoxLayout;
    line->setSpacing(space.gap);
    addControls(line);
    column->addLayout(line);
    column->addWidget(_columns);
    setFocusProxy(_columns);
    _next.setSingleShot(true);
    connect(&_next, &QTimer::timeout, this, [this] {
        _isDue = true;
        playOn();
    });
    connect(_columns, &TimeBarColumns::moved, this, [this] { tell(); });
}

void TimeBar::addControls(QHBoxLayout *line)
{
    _play = new ActionButton(_source, ActionRank::Primary, tr("Play"), QKeySequence(tr("Alt+P")));
    connect(_play, &QAbstractButton::clicked, this, [this] { _isPlaying ? pause() : play(); });
    _step = new ChipButton(_source, tr("Step"), this);
    _step->setChoices({ { tr("a day"), int(FrameStep::ByDay) }, { tr("an hour"), int(FrameStep::ByHour) },
        { tr("a week"), int(FrameStep::ByWeek) }, { tr("a month"), int(FrameStep::ByMonth) } });
    connect(_step, &ChipButton::chosen, this, [this] {
        cut();
        tell();
    });
    _speed = new ChipButton(_source, tr("Speed"), this);
    _speed->setChoices({ { tr("2 a second"), 500 }, { tr("1 a second"), 1000 }, { tr("5 a second"), 200 },
        { tr("10 a second"), 100 }, { tr("as fast as it goes"), 0 } });
    _said = new QLabel;
    setTextRole(*_said, TextRole::Large);
    auto *files = new ActionButton(_source, ActionRank::Secondary, tr("As a film…"), QKeySequence(tr("Alt+F")));
    connect(files, &QAbstractButton::clicked, this, &TimeBar::exportWanted);
    auto *close = new ActionButton(_source, ActionRank::Secondary, tr("Whole period"), QKeySequence(Qt::Key_Escape));
    connect(close, &QAbstractButton::clicked, this, [this] {
        pause();
        emit closed();
    });
    line->addWidget(_play);
    line->addWidget(_step);
    line->addWidget(_speed);
    line->addWidget(_said, 1);
    line->addWidget(files);
    line->addWidget(close);
}

FrameStep TimeBar::step() const
{
    return FrameStep(_step->value().toInt());
}

const std::vector<Frame> &TimeBar::frames() const
{
    return _columns->frames();
}

std::optional<Frame> TimeBar::frame() const
{
    return _columns->count() == 0 ? std::nullopt : std::optional(frames()[std::size_t(_columns->current())]);
}

void TimeBar::setCounts(std::vector<std::uint32_t> byHour, Instant begin)
{
    _byHour = std::move(byHour);
    _begin = begin;
    cut();
}

/// The frame on the picture stays where it can.
void TimeBar::cut()
{
    const auto before = frame();
    const Instant end = _begin + std::chrono::hours { std::ssize(_byHour) };
    auto frames = _byHour.empty() ? std::vector<Frame>() : framesBetween(_begin, end, step());
    auto counts = countsOf(frames, _byHour, _begin);
    _columns->setFrames(std::move(frames), std::move(counts));
    if (before) {
        goTo(*before);
    }
    const auto now = frame();
    _said->setText(now
            ? tr("%1 · %Ln ticket(s)", nullptr, int(_columns->countAt(_columns->current()))).arg(nameOf(*now))
            : tr("No tickets in this period"));
}

void TimeBar::goTo(const Frame &frame)
{
    const auto &all = frames();
    const auto found = std::ranges::lower_bound(all, frame.from, {}, &Frame::from);
    const auto at = found != all.begin() && (found == all.end() || found->from > frame.from) ? found - 1 : found;
    _columns->goTo(int(at - all.begin()));
}

QString TimeBar::nameOf(const Frame &frame) const
{
    using namespace std::chrono;
    switch (step()) {
    case FrameStep::ByHour: {
        const auto hour = duration_cast<hours>(frame.from - startOf(dayOf(frame.from))).count();
        return QStringLiteral("%1 %2:00").arg(dayName(frame.from)).arg(hour, 2, 10, QLatin1Char('0'));
    }
    case FrameStep::ByDay:
        return dayName(frame.from);
    case FrameStep::ByWeek:
        return tr("%1 to %2")
            .arg(dateOf(frame.from).toString(Qt::ISODate),
                dateOf(frame.until - milliseconds { 1 }).toString(Qt::ISODate));
    case FrameStep::ByMonth:
        return dateOf(frame.from).toString(QStringLiteral("yyyy-MM"));
    }
    return {};
}

void TimeBar::tell()
{
    const auto now = frame();
    if (!now) {
        return;
    }
    _said->setText(tr("%1 · %Ln ticket(s)", nullptr, int(_columns->countAt(_columns->current()))).arg(nameOf(*now)));
    _isShown = false;
    emit frameChanged(*now);
}

void TimeBar::go(int frame)
{
    _columns->goTo(frame);
    tell();
}

void TimeBar::setPause(std::chrono::milliseconds pause)
{
    _speed->choose(int(pause.count()));
}

void TimeBar::play()
{
    if (_columns->count() == 0 || _isPlaying) {
        return;
    }
    _isPlaying = true;
    _play->setText(tr("Pause"));
    emit playingChanged(true);
    // At the end it begins anew.
    go(_columns->current() + 1 >= _columns->count() ? 0 : _columns->current());
    _isDue = false;
    _next.start(_speed->value().toInt());
}

void TimeBar::pause()
{
    if (!_isPlaying) {
        return;
    }
    _isPlaying = false;
    _isDue = false;
    _next.stop();
    _play->setText(tr("Play"));
    emit playingChanged(false);
}

void TimeBar::frameShown()
{
    _isShown = true;
    playOn();
}

void TimeBar::playOn()
{
    if (!_isPlaying || !_isShown || !_isDue) {
        return;
    }
    if (_columns->current() + 1 >= _columns->count()) {
        return pause();
    }
    _isDue = false;
    _next.start(_speed->value().toInt());
    go(_columns->current() + 1);
}

void TimeBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        _isPlaying ? pause() : play();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace huying
