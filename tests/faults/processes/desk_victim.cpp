// A desk that enters tickets as fast as it can, and says each on a line once it is on its disk, until it is killed.
#include <desk/Desk.h>
#include <support/TicketStory.h>

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace huying;

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    if (count != 3) {
        return 2;
    }
    DeskSettings settings;
    settings.folder = QString::fromLocal8Bit(arguments[1]);
    settings.backend = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(QString::fromLocal8Bit(arguments[2])));
    settings.author = dispatcher();
    settings.line.session.firstRetry = std::chrono::milliseconds { 20 };
    settings.line.session.longestRetry = std::chrono::milliseconds { 200 };
    Desk desk(settings, [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); });
    QObject::connect(&desk, &Desk::reported, &desk, [](const TicketId &ticket, const QString &) {
        std::printf("%s\n", toText(ticket).c_str());
        std::fflush(stdout);
    });
    QTimer enter;
    QObject::connect(&enter, &QTimer::timeout, &desk, [&desk] { desk.report(report()); });
    enter.start(std::chrono::milliseconds { 3 });
    desk.open();
    return QCoreApplication::exec();
}
