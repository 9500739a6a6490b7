#include "DeskThreads.h"

namespace huying
{

DeskThreads::DeskThreads(DeskSettings settings)
    : _desk(new Desk(std::move(settings), [clock = _clock] { return clock->now(); })), _archive(new Archive)
{
    _writing.setObjectName(QStringLiteral("desk"));
    _reading.setObjectName(QStringLiteral("archive"));
    _desk->moveToThread(&_writing);
    _archive->moveToThread(&_reading);
    QObject::connect(&_writing, &QThread::started, _desk, &Desk::open);
    QObject::connect(&_writing, &QThread::finished, _desk, &QObject::deleteLater);
    QObject::connect(&_reading, &QThread::finished, _archive, &QObject::deleteLater);
    QObject::connect(_desk, &Desk::opened, _archive, &Archive::open);
}

DeskThreads::~DeskThreads()
{
    for (QThread *thread : { &_reading, &_writing }) {
        thread->quit();
        thread->wait();
    }
}

void DeskThreads::start()
{
    _reading.start();
    _writing.start();
}

std::function<Instant()> DeskThreads::correctedClock() const
{
    return [clock = _clock, error = _clockError] { return clock->now() - std::chrono::milliseconds { error->load() }; };
}

} // namespace huying
