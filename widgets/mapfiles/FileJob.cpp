#include "FileJob.h"

namespace huying
{

FileJob::FileJob(QObject *parent) : QObject(parent) {}

FileJob::~FileJob()
{
    // Joined here: what the thread posts to this object must not come after it.
    _thread = {};
}

void FileJob::start(Work work)
{
    if (std::exchange(_isRunning, true)) {
        return;
    }
    _thread = std::jthread([this, work = std::move(work)](const std::stop_token &stop) {
        const auto result = work(stop, [this](int done, int of) {
            QMetaObject::invokeMethod(this, [this, done, of] { emit progressed(done, of); });
        });
        QMetaObject::invokeMethod(this, [this, result] { end(result); });
    });
}

void FileJob::end(const std::expected<void, Failure> &result)
{
    _isRunning = false;
    if (result) {
        emit made();
    } else {
        emit failed(result.error());
    }
}

std::unexpected<Failure> stopped()
{
    return failure(FailureKind::Cancelled, FileJob::tr("Stopped; nothing was written."));
}

} // namespace huying
