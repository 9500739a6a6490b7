// A desk that enters tickets as fast as it can, and says each on a line once it is on its disk, until it is killed;
// also what stands in its status line (`trouble TEXT`), and of what kind the reason was when it did not do something
// (`forbidden KIND`). Named `and-accepts` as a third argument, it accepts each other ticket too (`accepted TICKET`).
#include <desk/Desk.h>
#include <support/TicketStory.h>
#include <sync/Wire.h>

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace huying;

namespace
{

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    if (count < 3) {
        return 2;
    }
    const bool accepts = count == 4 && QByteArray(arguments[3]) == "and-accepts";
    DeskSettings settings;
    settings.folder = QString::fromLocal8Bit(arguments[1]);
    settings.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(QString::fromLocal8Bit(arguments[2])));
    settings.author = dispatcher();
    settings.line.session.firstRetry = std::chrono::milliseconds { 20 };
    settings.line.session.longestRetry = std::chrono::milliseconds { 200 };
    Desk desk(settings, [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); });
    int reports = 0;
    bool isForbidden = false;
    QObject::connect(&desk, &Desk::reported, &desk, [&](const TicketId &ticket, const QString &) {
        const QByteArray name = QByteArray::fromStdString(toText(ticket));
        say(name);
        if (accepts && ++reports % 2 == 0) {
            isForbidden = false;
            desk.act(ticket, 1, acceptance());
            if (!isForbidden) {
                say("accepted " + name);
            }
        }
    });
    QString trouble;
    QObject::connect(&desk, &Desk::statusChanged, &desk, [&trouble](const DeskStatus &status) {
        if (std::exchange(trouble, status.trouble) != status.trouble) {
            say("trouble " + status.trouble.toUtf8());
        }
    });
    QObject::connect(&desk, &Desk::forbidden, &desk, [&isForbidden](const Failure &why) {
        isForbidden = true;
        say("forbidden " + QByteArray(nameOf(why.kind)));
    });
    QTimer enter;
    QObject::connect(&enter, &QTimer::timeout, &desk, [&desk] { desk.report(report()); });
    enter.start(std::chrono::milliseconds { 3 });
    desk.open();
    return QCoreApplication::exec();
}
