#include "Pictures.h"

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
constexpr int settling = 15; // looks between arranging a scene and its picture: layouts, the map's frames

} // namespace

Pictures::Pictures(Hall &hall, ThemeSource &theme, const QString &folder) : _hall(hall), _theme(theme), _folder(folder)
{
    _pulse.setInterval(betweenLooks);
    connect(&_pulse, &QTimer::timeout, this, &Pictures::look);
    addScenes();
}

void Pictures::start()
{
    if (!QDir().mkpath(_folder)) {
        return end(1, tr("the folder %1 cannot be made").arg(_folder));
    }
    _pulse.start();
}

void Pictures::chooseRow(int row)
{
    TicketTable &table = _hall.window().queue().table();
    if (table.model()->rowCount() > row) {
        table.setCurrentIndex(table.model()->index(row, TicketTableModel::NumberColumn));
    }
}

void Pictures::moveTo(DeskWindow::Place place, QueueView view, Brightness brightness)
{
    _theme.wear(brightness);
    _hall.window().choose(place);
    _hall.window().queue().views().choose(view);
}

void Pictures::addScenes()
{
    const auto add = [this](const char *name, std::function<void()> arrange) {
        _scenes.push_back({ QString::fromLatin1(name), std::move(arrange) });
    };
    for (const auto brightness : { Brightness::Light, Brightness::Dark }) {
        const std::string ending = brightness == Brightness::Dark ? "-dark" : "";
        const auto name = [&](const char *what) { return what + ending; };
        add(name("queue-to-assign").c_str(), [this, brightness] {
            moveTo(DeskWindow::Place::Queue, QueueView::ToAssign, brightness);
            chooseRow(2);
        });
        add(name("queue-overdue").c_str(), [this, brightness] {
            moveTo(DeskWindow::Place::Queue, QueueView::Overdue, brightness);
            chooseRow(1);
        });
        add(name("map").c_str(),
            [this, brightness] { moveTo(DeskWindow::Place::Map, QueueView::AllOpen, brightness); });
    }
    add("queue-all-open", [this] {
        moveTo(DeskWindow::Place::Queue, QueueView::AllOpen, Brightness::Light);
        chooseRow(0);
    });
    add("queue-all-tickets", [this] {
        _hall.window().queue().views().choose(std::nullopt);
        chooseRow(12);
    });
    add("new-ticket", [this] { _hall.window().openNewTicket(); });
}

void Pictures::look()
{
    ++_waited;
    if (_next == 0 && !_hall.isFilled()) {
        if (_waited > longestWait) {
            end(1, tr("the desk was not filled in time: %1").arg(_hall.status().trouble));
        }
        return;
    }
    if (_next == 0) {
        _scenes[0].arrange();
        _waited = 0;
        _next = 1;
        return;
    }
    if (_waited >= settling) {
        take();
    }
}

void Pictures::take()
{
    const QString file = QDir(_folder).filePath(_scenes[_next - 1].name + QStringLiteral(".png"));
    const QWidget *top = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &_hall.window();
    // From the screen, as a person sees it: what is drawn by the scene graph is in it too.
    const QPixmap picture = top->screen()->grabWindow(top->winId());
    if (picture.isNull() || !picture.save(file)) {
        return end(1, tr("the picture %1 could not be made").arg(file));
    }
    if (_next == _scenes.size()) {
        return end(0);
    }
    _scenes[_next].arrange();
    ++_next;
    _waited = 0;
}

void Pictures::end(int status, const QString &why)
{
    _pulse.stop();
    if (!why.isEmpty()) {
        QTextStream(stderr) << QStringLiteral("huying: ") << why << Qt::endl;
    }
    QApplication::exit(status);
}

} // namespace huying
