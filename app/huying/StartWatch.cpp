#include "StartWatch.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <ctime>
#include <unistd.h>

namespace huying
{

namespace
{

/// Since the program was started, by the system's own word (proc(5): field 22 of stat, in ticks since the boot).
std::chrono::milliseconds age()
{
    constexpr int fieldsAfterName = 20;
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const std::int64_t begun = fields.value(fieldsAfterName - 1).toLongLong() * 1000 / ::sysconf(_SC_CLK_TCK);
    return std::chrono::milliseconds { now.tv_sec * 1000 + now.tv_nsec / 1'000'000 - begun };
}

/// In MiB.
std::int64_t ownMemory()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:")) {
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
        }
    }
    return 0;
}

} // namespace

StartWatch::StartWatch(Hall &hall, bool isUntilWhole) : _hall(hall), _isUntilWhole(isUntilWhole)
{
    hall.window().queue().table().viewport()->installEventFilter(this);
}

bool StartWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isFilled = _hall.window().queue().table().model()->rowCount() > 0;
    if (event->type() == QEvent::Paint && isFilled && !_isPainted) {
        _isPainted = true;
        // The paint itself comes after this filter; what waits behind it is answered then.
        QTimer::singleShot(0, this, &StartWatch::say);
    }
    return QObject::eventFilter(watched, event);
}

void StartWatch::say()
{
    const double seconds = double(age().count()) / 1000;
    QTextStream(stdout) << tr("the queue can be used after %1 s, %2 tickets in it, %3 MB")
                               .arg(seconds, 0, 'f', 2)
                               .arg(_hall.window().queue().queue().size())
                               .arg(ownMemory())
                        << Qt::endl;
    _isUntilWhole ? sayWhole() : QApplication::exit(0);
}

void StartWatch::sayWhole()
{
    if (!_hall.isFilled()) {
        constexpr std::chrono::milliseconds often { 10 };
        QTimer::singleShot(often, this, &StartWatch::sayWhole);
        return;
    }
    const double seconds = double(age().count()) / 1000;
    QTextStream(stdout) << tr("every ticket is here after %1 s, %2 MB").arg(seconds, 0, 'f', 2).arg(ownMemory())
                        << Qt::endl;
    QApplication::exit(0);
}

} // namespace huying
