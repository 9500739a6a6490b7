/// Fills the desk with the demonstration's county and saves it as PNG in the folder that is named: light and dark, two
/// sizes, several tickets, a form, the new ticket, the opening. A second word names the only picture wanted.

#include "DeskCounty.h"

#include <deskwindow/DeskWindow.h>
#include <language/Translation.h>
#include <support/TicketStory.h>
#include <ticket/NewTicketDialog.h>

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPixmap>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace huying;

namespace
{

class Camera
{
public:
    Camera(const QDir &folder, const QString &only) : _folder(folder), _only(only) {}

    bool wants(const QString &name) const { return _only.isEmpty() || name.startsWith(_only); }

    void take(QWidget &window, const QString &name)
    {
        window.show();
        window.activateWindow();
        const QDeadlineTimer patience(250);
        while (!patience.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        _isSaved = window.grab().save(_folder.filePath(name + u".png"_s)) && _isSaved;
    }

    bool isSaved() const { return _isSaved; }

private:
    QDir _folder;
    QString _only;
    bool _isSaved = true;
};

DeskStatus online(Instant now)
{
    DeskStatus status;
    status.line = DeskStatus::Line::Online;
    status.asOf = now;
    return status;
}

void takeTickets(Camera &camera, DeskWindow &desk, const DeskCounty &county, const QString &ending)
{
    for (const NamedSight &named : tellingSights(county)) {
        if (camera.wants(named.name)) {
            desk.ticketPane().show(std::make_shared<const TicketSight>(named.sight));
            camera.take(desk, named.name + ending);
        }
    }
}

void takeForms(Camera &camera, DeskWindow &desk, const DeskCounty &county, const QString &ending)
{
    const auto sights = tellingSights(county);
    const auto open = [&](std::size_t sight, std::string_view kind, const QString &name) {
        if (camera.wants(name)) {
            TicketSight other = sights[sight].sight;
            other.ticket.id = numbered(8'000'000 + std::hash<std::string_view>()(kind) % 1000);
            desk.ticketPane().show(std::make_shared<const TicketSight>(other));
            desk.ticketPane().actions().open(kind);
            camera.take(desk, name + ending);
        }
    };
    open(0, "accepted", u"form-accept"_s);
    open(1, "assigned", u"form-assign"_s);
    open(2, "extension-granted", u"form-extension"_s);
    open(3, "urged", u"form-urge"_s);
    open(5, "called-back", u"form-callback"_s);
    open(3, "conferred", u"form-conference"_s);
    if (camera.wants(u"form-newticket"_s)) {
        desk.openNewTicket();
        camera.take(*desk.findChild<NewTicketDialog *>(), u"form-newticket"_s + ending);
        desk.findChild<NewTicketDialog *>()->close();
    }
}

void takeStates(Camera &camera, DeskWindow &desk, const DeskCounty &county, const QString &ending)
{
    if (camera.wants(u"opening"_s)) {
        DeskStatus opening;
        opening.progress = 0.42;
        desk.setStatus(opening);
        camera.take(desk, u"opening"_s + ending);
    }
    if (camera.wants(u"offline"_s)) {
        DeskStatus offline = online(county.now);
        offline.line = DeskStatus::Line::Offline;
        offline.waiting = 3;
        offline.trouble = u"后台没有应答；您的操作保存在本席位，连接恢复后自动送出。"_s;
        desk.setStatus(offline);
        desk.ticketPane().clear();
        desk.queue().views().choose(QueueView::Disputed);
        camera.take(desk, u"offline"_s + ending);
    }
}

void takeAll(Camera &camera, ThemeSource &source, const DeskCounty &county, const QSize &size, const QString &ending)
{
    DeskWindow desk(source, [&county] { return county.now; }, u"巨鹿县诉求调度"_s, u"调度员 · 一席"_s);
    desk.setDirectory(county.directory);
    desk.setRules(county.rules);
    desk.setStatus(online(county.now));
    desk.resize(size);
    desk.queue().take(county.rows());
    desk.queue().views().choose(QueueView::AllOpen);
    desk.queue().table().setFocus();
    camera.take(desk, u"queue"_s + ending);
    desk.queue().table().selectRow(2);
    takeTickets(camera, desk, county, ending);
    takeForms(camera, desk, county, ending);
    takeStates(camera, desk, county, ending);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 2) {
        QTextStream(stderr) << "usage: desk_pictures FOLDER [PICTURE]\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    QFile file(u":/huying/styles/tokens.json"_s);
    if (!installTranslation(application) || !folder.mkpath(u"."_s) || !file.open(QIODevice::ReadOnly)) {
        QTextStream(stderr) << "desk_pictures: the words, the look or the folder is missing\n";
        return 1;
    }
    const QByteArray tokens = file.readAll();
    ThemeSource source(readTheme(tokens, Brightness::Light).value(), readTheme(tokens, Brightness::Dark).value());
    dress(application, source);
    const DeskCounty county = deskCounty(200);
    Camera camera(folder, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
        source.wear(brightness);
        const QString tone = brightness == Brightness::Dark ? u"-dark"_s : u"-light"_s;
        takeAll(camera, source, county, QSize(1600, 1000), tone);
        takeAll(camera, source, county, QSize(1920, 1080), tone + u"-hd"_s);
    }
    return camera.isSaved() ? 0 : 1;
}
