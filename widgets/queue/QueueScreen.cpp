#include "QueueScreen.h"

#include <common/ActionButton.h>
#include <common/CountPill.h>
#include <common/EmptyState.h>
#include <common/Labels.h>
#include <common/Type.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds frame { 16 };

} // namespace

QueueScreen::QueueScreen(const ThemeSource &source, Clock clock, QWidget *parent)
    : QWidget(parent)
    , _clock(std::move(clock))
    , _views(new ViewsList(source))
    , _filters(new FilterBar(source))
    , _table(new TicketTable(source, _model))
    , _split(new QSplitter(Qt::Horizontal))
    , _stack(new QStackedWidget)
    , _empty(new EmptyState(source, Icon::Queue, {}, {}))
    , _everywhere(new ActionButton(source, ActionRank::Secondary, tr("Look through all tickets")))
    , _arrivals(new CountPill(source, Icon::ArrowUp, _table))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    _split->setChildrenCollapsible(false);
    auto *left = new QFrame;
    left->setMinimumWidth(150);
    setFrameRole(*left, FrameRole::Pane);
    auto *column = new QVBoxLayout(left);
    const Spaces &space = source.theme().space;
    column->setContentsMargins(0, space.gap, 0, 0);
    column->setSpacing(0);
    auto *heading = new SectionHeading(tr("Queue"));
    heading->setContentsMargins(space.inset, space.step, space.inset, space.step);
    column->addWidget(heading);
    column->addWidget(_views, 1);
    _split->addWidget(left);
    _split->addWidget(addMiddle());
    _split->setStretchFactor(1, 1);
    _split->setHandleWidth(1);
    _split->setSizes({ 176, 900 });
    row->addWidget(_split);

    connect(_views, &ViewsList::viewChosen, this, [this] {
        _cameFrom.reset();
        viewChosen();
    });
    connect(_filters, &FilterBar::filterChanged, this, &QueueScreen::viewChosen);
    connect(_table, &TicketTable::ticketChosen, this, &QueueScreen::ticketChosen);
    connect(_table, &TicketTable::ticketOpened, this, &QueueScreen::ticketOpened);
    connect(_table, &TicketTable::sortWanted, this, &QueueScreen::sortBy);
    connect(&_model, &TicketTableModel::moreWanted, this, [this] {
        if (_asked && _model.rowCount() > 0) {
            emit archiveWanted({ _asked->filter, *_model.rowAt(_model.rowCount() - 1) });
        }
    });
    // Lamps and times left move on by themselves.
    _tick.setInterval(std::chrono::seconds { 15 });
    _soon.setSingleShot(true);
    connect(&_tick, &QTimer::timeout, this, &QueueScreen::tick);
    connect(&_soon, &QTimer::timeout, this, &QueueScreen::refresh);
    _tick.start();
    _filters->setToday(dayOf(_clock()));
    _model.setNow(_clock());
    _shown.choose({ _views->chosen().value_or(QueueView::ToAssign), {}, _order }, _clock());
}

QWidget *QueueScreen::addMiddle()
{
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(_filters);
    _stack->addWidget(_table);
    _stack->addWidget(_empty);
    setFrameRole(*_empty, FrameRole::Pane);
    _everywhere->setFocusPolicy(Qt::NoFocus); // it goes away when it is pressed
    _empty->offer(_everywhere);
    connect(_everywhere, &ActionButton::clicked, this, &QueueScreen::everywhereWanted);
    column->addWidget(_stack, 1);
    _arrivals->say({});
    connect(_arrivals, &CountPill::clicked, this, [this] {
        _table->scrollToTop();
        _arrived = 0;
        _arrivals->say({});
    });
    connect(_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && _arrived > 0) {
            _arrived = 0;
            _arrivals->say({});
        }
    });
    return middle;
}

void QueueScreen::setDirectory(std::shared_ptr<const Directory> directory)
{
    _model.setDirectory(directory);
    _directory = directory;
    _initials.reset();
    _filters->setDirectory(std::move(directory));
}

void QueueScreen::take(const std::vector<RowPointer> &rows)
{
    countArrivals(rows);
    _queue.take(rows, _clock());
    if (!_views->chosen()) {
        _model.refresh(rows);
    }
    _arriving.insert(_arriving.end(), rows.begin(), rows.end());
    // What comes alone is shown at once, what comes in a burst once a frame.
    if (!_soon.isActive()) {
        const auto since = _refreshed.isValid() ? _refreshed.durationElapsed() : std::chrono::nanoseconds(frame);
        _soon.start(
            std::chrono::ceil<std::chrono::milliseconds>(frame - std::min(since, std::chrono::nanoseconds(frame))));
    }
}

void QueueScreen::remove(const std::vector<TicketId> &tickets)
{
    for (const TicketId &ticket : tickets) {
        _queue.remove(ticket);
    }
    std::erase_if(_arriving, [&](const RowPointer &row) { return std::ranges::contains(tickets, row->id); });
    _views->chosen() ? showAnew() : viewChosen();
}

void QueueScreen::removeAll()
{
    _queue.removeAll();
    _arriving.clear();
    _views->chosen() ? showAnew() : viewChosen();
}

/// Tells of tickets that came in out of sight, above what the dispatcher is reading.
void QueueScreen::countArrivals(const std::vector<RowPointer> &rows)
{
    const auto view = _views->chosen();
    if (!view || _queue.size() == 0 || _table->verticalScrollBar()->value() == 0) {
        return;
    }
    for (const RowPointer &row : rows) {
        const bool isNew = !_queue.find(row->id) && standsIn(*row, *view, _clock()) && passes(*row, _filters->filter());
        _arrived += isNew ? 1 : 0;
    }
    if (_arrived > 0) {
        _arrivals->say(tr("%n new", nullptr, _arrived));
        _arrivals->adjustSize();
        _arrivals->move((_table->width() - _arrivals->width()) / 2, _table->height() - _arrivals->height() - 16);
        _arrivals->raise();
    }
}

/// What has arrived since the last time is shown; the rest stays untouched.
void QueueScreen::refresh()
{
    _refreshed.start();
    follow(_shown.take(std::exchange(_arriving, {}), _clock()));
}

/// Lamps and times left move on.
void QueueScreen::tick()
{
    const Instant now = _clock();
    _filters->setToday(dayOf(now));
    _model.setNow(now);
    follow(_shown.advance(now));
}

void QueueScreen::follow(const ShownQueue::Steps &steps)
{
    _views->setCounts(_shown.counts());
    if (_views->chosen() && (!steps || !steps->empty())) {
        _table->keepPlace([&] { steps ? _model.take(*steps) : _model.show(_shown.rows()); });
    }
    tell();
    emit shownChanged();
}

/// Other rows, or another order: all are looked at anew.
void QueueScreen::showAnew()
{
    const Instant now = _clock();
    _model.setNow(now);
    _shown.choose({ _views->chosen().value_or(_shown.choice().view), _filters->filter(), _order }, now);
    static_cast<void>(_shown.take(std::exchange(_arriving, {}), now));
    _views->setCounts(_shown.counts());
    if (_views->chosen()) {
        _table->keepPlace([this] { _model.show(_shown.rows()); });
    }
    tell();
    emit shownChanged();
}

void QueueScreen::viewChosen()
{
    _archive = Answer::None;
    _goesOn = false;
    _arrived = 0;
    _arrivals->say({});
    _asked.reset();
    _counted.reset();
    _model.setMore(false);
    if (_views->chosen()) {
        showAnew();
        _table->scrollToTop();
    } else {
        askFirstPage();
    }
}

void QueueScreen::askFirstPage()
{
    _asked = ArchiveAsk { _filters->filter(), std::nullopt };
    _archive = Answer::Awaited;
    _model.show({});
    showAnew();
    emit archiveWanted(*_asked);
}

void QueueScreen::showPage(const ArchiveAsk &ask, const std::vector<RowPointer> &rows, bool isMore)
{
    if (!_asked || ask.filter != _asked->filter) {
        return;
    }
    _archive = Answer::Here;
    _model.append(rows);
    _model.setMore(isMore);
    tell();
    emit shownChanged();
    if (std::exchange(_goesOn, false) && _model.rowCount() > 0) {
        emit found();
    }
}

void QueueScreen::failPage()
{
    if (_archive == Answer::Awaited) {
        _archive = Answer::Failed;
        _goesOn = false;
        tell();
    }
}

void QueueScreen::showCount(const TicketFilter &filter, std::int64_t tickets)
{
    if (_asked && filter == _asked->filter) {
        _counted = tickets;
        tell();
    }
}

void QueueScreen::sortBy(int column)
{
    switch (column) {
    case TicketTableModel::NumberColumn:
        _order = _order == QueueOrder::Newest ? QueueOrder::Number : QueueOrder::Newest;
        break;
    case TicketTableModel::CategoryColumn:
        _order = QueueOrder::Category;
        break;
    case TicketTableModel::PlaceColumn:
        _order = QueueOrder::Place;
        break;
    case TicketTableModel::LeadColumn:
        _order = QueueOrder::Lead;
        break;
    case TicketTableModel::StepColumn:
        _order = QueueOrder::Step;
        break;
    case TicketTableModel::ChannelColumn:
        _order = QueueOrder::Channel;
        break;
    default:
        _order = QueueOrder::Risk;
    }
    showAnew();
}

std::vector<RowPointer> QueueScreen::shownRows() const
{
    std::vector<RowPointer> rows;
    rows.reserve(std::size_t(_model.rowCount()));
    for (int row = 0; row < _model.rowCount(); ++row) {
        rows.push_back(_model.rowAt(row));
    }
    return rows;
}

void QueueScreen::tell()
{
    const std::array<QString, 8> orders { tr("by risk"), tr("newest first"), tr("by number"), tr("by category"),
        tr("by place"), tr("by lead unit"), tr("by step"), tr("by channel") };
    const QString order = _views->chosen() ? orders[std::size_t(_order)] : orders[std::size_t(QueueOrder::Newest)];
    const int count = _model.rowCount();
    const bool isMore = _model.canFetchMore({});
    const QString number = isMore && _counted ? QLocale().toString(qint64(*_counted))
                                              : QLocale().toString(count) + (isMore ? QStringLiteral("+") : QString());
    _filters->say(tr("%1 tickets · %2", "how many, in which order").arg(number, order),
        tr("%1 tickets", "how many, where there is no room for the order").arg(number));
    tellEmpty();
    _stack->setCurrentWidget(_isMapShown ? _map : count == 0 ? static_cast<QWidget *>(_empty) : _table);
}

void QueueScreen::setMap(QWidget *map)
{
    _map = map;
    _stack->addWidget(map);
}

void QueueScreen::showMap(bool isShown)
{
    _isMapShown = isShown && _map;
    tell();
    emit shownChanged();
}

QByteArray QueueScreen::savedPanes() const
{
    return _split->saveState();
}

void QueueScreen::restorePanes(const QByteArray &panes)
{
    _split->restoreState(panes);
}

} // namespace huying
