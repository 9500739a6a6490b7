#include "Screenshots.h"

#include <views/LikelyParents.h>

#include <QApplication>
#include <QDir>
#include <QScreen>
#include <QTextStream>

namespace huying
{

namespace
{

constexpr std::chrono::milliseconds betweenLooks { 100 };
constexpr int longestWait = 900; // looks: a minute and a half
constexpr int longestForRows = 30;
constexpr int longestForMap = 100;
constexpr int leastSettling = 5; // looks between arranging a scene and its picture: layouts, the map's frames
constexpr int longestSettling = 20;
constexpr int stillFor = 4; // looks at the same picture

} // namespace

Screenshots::Screenshots(Hall &hall, ThemeSource &theme, const QString &folder)
    : _hall(hall), _theme(theme), _folder(folder)
{
    _pulse.setInterval(betweenLooks);
    connect(&_pulse, &QTimer::timeout, this, &Screenshots::look);
    addScenes();
}

void Screenshots::start()
{
    if (!QDir().mkpath(_folder)) {
        return end(1, tr("the folder %1 cannot be made").arg(_folder));
    }
    _pulse.start();
}

bool Screenshots::chooseRow(int row)
{
    TicketTable &table = _hall.window().queue().table();
    if (table.model()->rowCount() <= row) {
        return false;
    }
    table.setCurrentIndex(table.model()->index(row, TicketTableModel::NumberColumn));
    return true;
}

bool Screenshots::chooseFirst(const std::function<bool(const TicketRow &)> &isWanted)
{
    for (const RowPointer &row : _hall.window().queue().shownRows()) {
        if (isWanted(*row)) {
            _hall.window().queue().table().choose(row->id);
            return true;
        }
    }
    return false;
}

bool Screenshots::hasLikelyParent(const TicketRow &row) const
{
    Ticket ticket;
    ticket.id = row.id;
    ticket.category = row.category;
    ticket.place.region = row.region;
    ticket.place.point = row.point;
    ticket.reportedAt = row.reportedAt;
    return !likelyParents(ticket, _hall.window().queue().queue(), {}).empty();
}

void Screenshots::moveTo(DeskWindow::Place place, QueueView view, Brightness brightness)
{
    _theme.wear(brightness);
    _hall.window().choose(place);
    _hall.window().queue().views().choose(view);
}

void Screenshots::addScenes()
{
    for (const auto brightness : { Brightness::Light, Brightness::Dark }) {
        const QString ending = brightness == Brightness::Dark ? QStringLiteral("-dark") : QString();
        const auto add = [&](const char *name, DeskWindow::Place place, QueueView view, std::function<bool()> choose) {
            _scenes.push_back({ QString::fromLatin1(name) + ending,
                [this, place, view, brightness] { moveTo(place, view, brightness); }, std::move(choose) });
        };
        add("queue-to-assign", DeskWindow::Place::Queue, QueueView::ToAssign, [this] { return chooseRow(2); });
        add("queue-overdue", DeskWindow::Place::Queue, QueueView::Overdue, [this] { return chooseRow(1); });
        add("ticket-joined", DeskWindow::Place::Queue, QueueView::AllOpen,
            [this] { return chooseFirst([](const TicketRow &row) { return row.repeats > 0; }); });
        add("join", DeskWindow::Place::Queue, QueueView::New,
            [this] { return chooseFirst([this](const TicketRow &row) { return hasLikelyParent(row); }); });
        _scenes.back().after = [this] { _hall.window().ticketPane().actions().open("joined"); };
        add("map", DeskWindow::Place::Map, QueueView::AllOpen, [this] { return _hall.isMapped(); });
    }
    addMapScenes();
    addLastScenes();
}

void Screenshots::addLastScenes()
{
    _scenes.push_back({ QStringLiteral("queue-all-open"),
        [this] { moveTo(DeskWindow::Place::Queue, QueueView::AllOpen, Brightness::Light); },
        [this] { return chooseRow(0); } });
    _scenes.push_back({ QStringLiteral("queue-all-tickets"),
        [this] { _hall.window().queue().views().choose(std::nullopt); }, [this] { return chooseRow(12); } });
    _scenes.push_back({ QStringLiteral("new-ticket"), [this] { _hall.window().openNewTicket(); }, {} });
}

void Screenshots::look()
{
    ++_waited;
    if (_next == 0 && !_hall.isFilled()) {
        if (_waited > longestWait) {
            end(1, tr("the desk was not filled in time: %1").arg(_hall.status().trouble));
        }
        return;
    }
    if (_next == 0) {
        return arrangeNext();
    }
    if (!isChosen()) {
        return;
    }
    if (isStill()) {
        Scene &scene = _scenes[_next - 1];
        if (const auto after = std::exchange(scene.after, {})) {
            after();
            _waited = 0;
            return;
        }
        take();
    }
}

/// Whether nothing moves any more; what never stands still is taken as it is.
bool Screenshots::isStill()
{
    const QWidget *top = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &_hall.window();
    // From the screen, as a person sees it: what is drawn by the scene graph is in it too.
    QImage picture = top->screen()->grabWindow(top->winId()).toImage();
    _sameFor = picture == _picture ? _sameFor + 1 : 0;
    _picture = std::move(picture);
    return _waited >= longestSettling || (_waited >= leastSettling && _sameFor >= stillFor);
}

void Screenshots::arrangeNext()
{
    _scenes[_next].arrange();
    ++_next;
    _waited = 0;
}

/// A page of the archive comes from another thread; where nothing comes there is nothing to choose.
bool Screenshots::isChosen()
{
    Scene &scene = _scenes[_next - 1];
    if (!scene.choose) {
        return true;
    }
    if (!scene.choose() && _waited < (_hall.map().isVisible() ? longestForMap : longestForRows)) {
        return false;
    }
    scene.choose = {};
    _waited = 0;
    return true;
}

void Screenshots::take()
{
    const auto &isWorthIt = _scenes[_next - 1].isWorthIt;
    if ((!isWorthIt || isWorthIt()) && !save()) {
        return;
    }
    if (_next == _scenes.size()) {
        return end(0);
    }
    arrangeNext();
}

/// False when it ends here.
bool Screenshots::save()
{
    const QString file = QDir(_folder).filePath(_scenes[_next - 1].name + QStringLiteral(".png"));
    if (_picture.isNull() || !_picture.save(file)) {
        end(1, tr("the picture %1 could not be made").arg(file));
        return false;
    }
    return true;
}

void Screenshots::end(int status, const QString &why)
{
    _pulse.stop();
    if (!why.isEmpty()) {
        QTextStream(stderr) << QStringLiteral("huying: ") << why << Qt::endl;
    }
    QApplication::exit(status);
}

} // namespace huying
