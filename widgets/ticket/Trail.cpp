#include "Trail.h"

#include "PictureStrip.h"

#include <common/Labels.h>
#include <common/Type.h>
#include <views/Telling.h>
#include <views/Wording.h>

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

constexpr int timeWidth = 92;
constexpr int markWidth = 20;
constexpr int markTop = 12;

bool isUndone(const Ticket &ticket, const EventId &event)
{
    return std::ranges::any_of(ticket.trail, [&](const TicketEvent &other) {
        const Undone *undone = std::get_if<Undone>(&other.content);
        return undone && undone->event == event;
    });
}

/// The number of the ticket that was joined or separated.
QString kinText(const TicketSight &sight, const TicketContent &content)
{
    TicketId id;
    if (const auto *joined = std::get_if<Joined>(&content)) {
        id = joined->parent;
    } else if (const auto *added = std::get_if<DuplicateAdded>(&content)) {
        id = added->child;
    }
    if (sight.parent && sight.parent->id == id) {
        return shown(sight.parent->number);
    }
    const auto child = std::ranges::find(sight.children, id, &TicketRow::id);
    return child == sight.children.end() ? QString() : shown(child->number);
}

QString undoneText(const Ticket &ticket, const TicketEvent &event)
{
    const Undone *undone = std::get_if<Undone>(&event.content);
    const auto at = undone ? std::ranges::find(ticket.trail, undone->event, &TicketEvent::id) : ticket.trail.end();
    return at == ticket.trail.end() ? QString() : wordForKind(kindOf(*at));
}

QString tellingIn(const TicketSight &sight, const TicketEvent &event, const Directory &directory)
{
    if (std::holds_alternative<Undone>(event.content)) {
        return undoneText(sight.ticket, event);
    }
    const QString kin = kinText(sight, event.content);
    return kin.isEmpty() ? tellingOf(event.content, directory) : kin;
}

} // namespace

/// A mark on the line, and what happened beside it.
class Trail::Entry : public QWidget
{
public:
    explicit Entry(const ThemeSource &source) : _source(source), _grid(new QGridLayout(this))
    {
        const int step = source.theme().space.step;
        QGridLayout *const grid = _grid;
        grid->setContentsMargins(0, step, 0, step);
        grid->setHorizontalSpacing(0);
        grid->setVerticalSpacing(0);
        grid->setColumnMinimumWidth(0, timeWidth);
        grid->setColumnMinimumWidth(1, markWidth);
        grid->setColumnStretch(2, 1);
        for (QLabel *label : { &_time, &_head, &_text }) {
            label->setTextFormat(Qt::PlainText);
            label->setParent(this);
        }
        setTextRole(_time, TextRole::Soft);
        setTextRole(_text, TextRole::Soft);
        _text.setWordWrap(true);
        _head.setWordWrap(true);
        _text.setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(&_time, 0, 0, 3, 1, Qt::AlignTop);
        grid->addWidget(&_head, 0, 2);
        grid->addWidget(&_text, 1, 2);
    }

    void set(const ShownEvent &event, bool isNewest, bool isFirst)
    {
        _isNewest = isNewest;
        _isFirst = isFirst;
        const bool isTooWide = _time.fontMetrics().horizontalAdvance(event.time) > timeWidth;
        _time.setText(isTooWide ? QString(event.time).replace(u' ', u'\n') : event.time);
        _time.setToolTip(event.fullTime);
        QString head = Trail::tr("%1 · %2", "what happened, who did it").arg(event.what, event.who);
        if (event.isWaiting) {
            head = Trail::tr("%1 – waits to be sent").arg(head);
        } else if (event.isUndone) {
            head = Trail::tr("%1 – taken back").arg(head);
        }
        _head.setText(head);
        _text.setText(event.text);
        _text.setVisible(!event.text.isEmpty());
        QFont font = _text.font();
        font.setStrikeOut(event.isUndone);
        _text.setFont(font);
        setTextRole(_head, event.isUndone || event.isWaiting ? TextRole::Soft : TextRole::Body);
        _isHollow = event.isUndone || event.isWaiting;
        update();
    }

    void setPictures(PictureBook &book, const TicketId &ticket, const std::vector<Attachment> &pictures, Trail &trail)
    {
        if (!_strip && pictures.empty()) {
            return;
        }
        if (!_strip) {
            _strip = new PictureStrip(_source, book);
            _grid->addWidget(_strip, 2, 2);
            QObject::connect(_strip, &PictureStrip::opened, &trail, &Trail::pictureOpened);
        }
        _strip->show(ticket, pictures);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colours &c = _source.theme().colours;
        const double middle = timeWidth + 5;
        const double mark = markTop + _source.theme().space.step;
        painter.setPen(QPen(c.edge, 1));
        painter.drawLine(QPointF(middle, _isNewest ? mark : 0), QPointF(middle, _isFirst ? mark : height()));
        painter.setPen(QPen(_isNewest ? c.accent : c.edgeStrong, 1.5));
        painter.setBrush(_isHollow ? c.surface : _isNewest ? c.accent : c.edgeStrong);
        painter.drawEllipse(QPointF(middle, mark), 3.5, 3.5);
    }

private:
    const ThemeSource &_source;
    QGridLayout *_grid;
    PictureStrip *_strip = nullptr;
    QLabel _time;
    QLabel _head;
    QLabel _text;
    bool _isNewest = false;
    bool _isFirst = false;
    bool _isHollow = false;
};

std::vector<ShownEvent> shownTrail(const TicketSight &sight, const Directory &directory, Instant now)
{
    std::vector<ShownEvent> events;
    const Ticket &ticket = sight.ticket;
    for (auto event = ticket.trail.rbegin(); event != ticket.trail.rend(); ++event) {
        ShownEvent line;
        line.time = shortTime(event->at, now);
        line.fullTime = fullTime(event->at);
        line.what = wordForKind(kindOf(*event));
        line.who = actorOf(event->author, directory);
        line.text = tellingIn(sight, *event, directory);
        line.isUndone = isUndone(ticket, event->id);
        if (!line.isUndone) {
            const auto pictures = attachmentsOf(event->content);
            line.pictures.assign(pictures.begin(), pictures.end());
        }
        line.isWaiting = std::ranges::contains(sight.waiting, event->id);
        events.push_back(std::move(line));
    }
    return events;
}

Trail::Trail(const ThemeSource &source, QWidget *parent)
    : QWidget(parent), _source(source), _column(new QVBoxLayout(this))
{
    _column->setContentsMargins({});
    _column->setSpacing(0);
    setAccessibleName(tr("Trail"));
}

void Trail::show(const TicketId &ticket, const std::vector<ShownEvent> &events)
{
    if (_ticket == ticket && _events == events) {
        return;
    }
    _ticket = ticket;
    _events = events;
    while (_entries.size() > events.size()) {
        delete _entries.back();
        _entries.pop_back();
    }
    while (_entries.size() < events.size()) {
        _entries.push_back(new Entry(_source));
        _column->addWidget(_entries.back());
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        _entries[i]->set(events[i], i == 0, i + 1 == events.size());
        if (_pictures) {
            _entries[i]->setPictures(*_pictures, ticket, events[i].pictures, *this);
        }
    }
}

} // namespace huying
