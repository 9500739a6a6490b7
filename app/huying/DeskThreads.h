#pragma once

#include <desk/Archive.h>
#include <desk/Desk.h>
#include <desk/PictureWork.h>
#include <sync/WorkstationClock.h>

#include <QThread>

#include <atomic>
#include <memory>

namespace huying
{

/// The threads behind the window: one writes the cache and holds the line, one reads long, one has the pictures. They
/// are ended and waited for with this object.
class DeskThreads
{
public:
    explicit DeskThreads(DeskSettings settings);
    ~DeskThreads();
    DeskThreads(const DeskThreads &) = delete;
    DeskThreads &operator=(const DeskThreads &) = delete;

    void start();

    Desk &desk() { return *_desk; }
    Archive &archive() { return *_archive; }
    PictureWork &pictures() { return *_pictures; }

    /// This machine's clock, corrected by the backend's; for any thread.
    std::function<Instant()> correctedClock() const;
    /// How far somebody has turned this machine's clock since the start.
    std::chrono::milliseconds turned() const { return _clock->turned(); }
    void correct(std::chrono::milliseconds clockError) { *_clockError = clockError.count(); }

private:
    std::shared_ptr<const WorkstationClock> _clock = std::make_shared<WorkstationClock>();
    QThread _writing;
    QThread _reading;
    QThread _picturing;
    Desk *_desk; ///< ends with its thread
    Archive *_archive; ///< likewise
    PictureWork *_pictures; ///< likewise
    std::shared_ptr<std::atomic<qint64>> _clockError = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace huying
