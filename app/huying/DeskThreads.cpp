#include "DeskThreads.h"

namespace huying
{

DeskThreads::DeskThreads(DeskSettings settings)
    : _desk(new Desk(std::move(settings), [clock = _clock] { return clock->now(); }))
    , _archive(new Archive)
    , _pictures(new PictureWork)
{
    _writing.setObjectName(QStringLiteral("desk"));
    _reading.setObjectName(QStringLiteral("archive"));
    _picturing.setObjectName(QStringLiteral("pictures"));
    _desk->moveToThread(&_writing);
    _archive->moveToThread(&_reading);
    _pictures->moveToThread(&_picturing);
    QObject::connect(&_writing, &QThread::started, _desk, &Desk::open);
    QObject::connect(&_writing, &QThread::finished, _desk, &QObject::deleteLater);
    QObject::connect(&_reading, &QThread::finished, _archive, &QObject::deleteLater);
    QObject::connect(&_picturing, &QThread::finished, _pictures, &QObject::deleteLater);
    QObject::connect(_desk, &Desk::picturesMoved, _pictures, &PictureWork::move);
    QObject::connect(_desk, &Desk::statusChanged, _pictures, &PictureWork::follow);
    QObject::connect(_desk, &Desk::picturesForgotten, _pictures, &PictureWork::readWaiting);
    QObject::connect(_pictures, &PictureWork::notNamed, _desk, &Desk::forgetUnlessNamed);
    QObject::connect(_desk, &Desk::opened, _archive, &Archive::open);
    QObject::connect(_desk, &Desk::emptied, _archive, &Archive::close);
}

DeskThreads::~DeskThreads()
{
    for (QThread *thread : { &_reading, &_writing, &_picturing }) {
        thread->quit();
        thread->wait();
    }
}

void DeskThreads::start()
{
    _reading.start();
    _picturing.start();
    _writing.start();
}

std::function<Instant()> DeskThreads::correctedClock() const
{
    return [clock = _clock, error = _clockError] { return clock->now() - std::chrono::milliseconds { error->load() }; };
}

} // namespace huying
