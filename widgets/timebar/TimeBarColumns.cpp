#include "TimeBarColumns.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr int labelHeight = 16;
constexpr int farStep = 10;

QString labelOf(Instant moment, Instant before)
{
    const std::chrono::year_month_day date(dayOf(moment));
    const std::chrono::year_month_day last(dayOf(before));
    const QString month = QString::number(unsigned(date.month()));
    return date.year() == last.year() ? QStringLiteral("%1-%2").arg(unsigned(date.month())).arg(unsigned(date.day()))
                                      : QStringLiteral("%1-%2").arg(int(date.year())).arg(month);
}

} // namespace

TimeBarColumns::TimeBarColumns(const ThemeSource &source, QWidget *parent) : QWidget(parent), _source(source)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Period"));
    setCursor(Qt::PointingHandCursor);
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void TimeBarColumns::setFrames(std::vector<Frame> frames, std::vector<std::uint32_t> counts)
{
    _frames = std::move(frames);
    _counts = std::move(counts);
    _counts.resize(_frames.size());
    _current = std::clamp(_current, 0, std::max(0, count() - 1));
    update();
}

void TimeBarColumns::goTo(int frame)
{
    const int to = std::clamp(frame, 0, std::max(0, count() - 1));
    if (to != _current) {
        _current = to;
        update();
    }
}

void TimeBarColumns::goAndTell(int frame)
{
    const int before = _current;
    goTo(frame);
    if (_current != before) {
        emit moved(_current);
    }
}

double TimeBarColumns::middleOf(int frame) const
{
    return (frame + 0.5) * width() / std::max(1, count());
}

int TimeBarColumns::frameAtX(double x) const
{
    return std::clamp(int(std::floor(x * count() / std::max(1, width()))), 0, std::max(0, count() - 1));
}

double TimeBarColumns::highest() const
{
    const auto most = std::ranges::max_element(_counts);
    return most == _counts.end() ? 1 : std::max<double>(1, *most);
}

void TimeBarColumns::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = _source.theme().colours;
    painter.fillRect(rect().adjusted(0, 0, 0, -labelHeight), c.sunken);
    if (_frames.empty()) {
        return;
    }
    paintColumns(painter);
    paintYears(painter);
    // The frame shown now: a column of its own colour with a line on both sides, seen where nothing was reported too.
    const double x = middleOf(_current);
    const double half = std::max(1.5, width() / (2.0 * count()));
    painter.setPen(QPen(c.accentStrong, 1.5));
    painter.drawRect(QRectF(x - half, 0.75, 2 * half, height() - labelHeight - 1.5));
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -labelHeight - 1));
    }
}

void TimeBarColumns::paintColumns(QPainter &painter) const
{
    const Colours &c = _source.theme().colours;
    const double full = height() - labelHeight - 4;
    const double most = highest();
    const int shown = std::min(count(), width());
    for (int at = 0; at < shown; ++at) {
        // where several share a pixel, the highest of them
        const int from = int(std::int64_t { at } * count() / shown);
        const int until = std::max(from + 1, int(std::int64_t { at + 1 } * count() / shown));
        const double value = *std::max_element(_counts.begin() + from, _counts.begin() + until) / most;
        const double left = double(at) * width() / shown;
        const double room = double(width()) / shown;
        const double gap = room >= 4 ? 1 : 0;
        const bool isCurrent = _current >= from && _current < until;
        painter.fillRect(QRectF(left, height() - labelHeight - value * full, room - gap, value * full),
            isCurrent ? c.accent : c.inkFaint);
    }
}

void TimeBarColumns::paintYears(QPainter &painter) const
{
    painter.setPen(_source.theme().colours.inkSoft);
    QFont small = font();
    small.setPixelSize(_source.theme().type.small);
    painter.setFont(small);
    const int labels = std::min(std::clamp(width() / 90, 2, 12), count()); // none twice
    Instant before;
    for (int i = 0; i < labels; ++i) {
        const int frame = int(std::int64_t { i } * count() / labels);
        const Instant moment = _frames[std::size_t(frame)].from;
        painter.drawText(QPointF(double(frame) * width() / count(), height() - 2), labelOf(moment, before));
        before = moment;
    }
}

void TimeBarColumns::mousePressEvent(QMouseEvent *event)
{
    goAndTell(frameAtX(event->position().x()));
}

void TimeBarColumns::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        goAndTell(frameAtX(event->position().x()));
    }
}

void TimeBarColumns::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return goAndTell(_current - 1);
    case Qt::Key_Right:
        return goAndTell(_current + 1);
    case Qt::Key_PageUp:
        return goAndTell(_current - farStep);
    case Qt::Key_PageDown:
        return goAndTell(_current + farStep);
    case Qt::Key_Home:
        return goAndTell(0);
    case Qt::Key_End:
        return goAndTell(count() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace huying
