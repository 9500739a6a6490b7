#include "Upkeep.h"

#include "CheckedPages.h"

#include <QRandomGenerator>

#include <condition_variable>
#include <mutex>

namespace huying
{

namespace
{

constexpr int tries = 20;
constexpr std::chrono::milliseconds betweenTries { 5 };
constexpr std::chrono::milliseconds shortMove { 50 };
constexpr int mostMoves = 8;
constexpr std::uintmax_t muchTooLong = 8; ///< times the size from which the log begins anew

std::chrono::milliseconds upTo(std::chrono::milliseconds most)
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(qint64(most.count()) + 1));
}

/// Sleeps until it is time, or until it is to stop.
class Sleep
{
public:
    explicit Sleep(const std::stop_token &stop) : _stop(stop) {}

    void operator()(std::chrono::milliseconds time)
    {
        std::unique_lock held(_mutex);
        _woken.wait_for(held, _stop, time, [] { return false; });
    }

private:
    std::stop_token _stop;
    std::mutex _mutex;
    std::condition_variable_any _woken;
};

void run(const std::stop_token &stop, UpkeepStep step, const UpkeepTimes &times, const Upkeep::Damage &damaged)
{
    Sleep sleep(stop);
    // each at another moment, where several files are looked after on one machine
    auto nextLook = std::chrono::steady_clock::now() + upTo(times.lookEvery);
    sleep(upTo(times.every));
    while (!stop.stop_requested()) {
        sleep(times.every);
        const auto now = std::chrono::steady_clock::now();
        const bool isToLook = now >= nextLook;
        if (stop.stop_requested() || (!isToLook && step.waiting() < times.fromBytes)) {
            continue;
        }
        nextLook = isToLook ? now + times.lookEvery : nextLook;
        const auto taken = step.take(isToLook, [&] { sleep(betweenTries); }, stop);
        if (!taken && taken.error().kind == FailureKind::Damaged && damaged) {
            return damaged(taken.error());
        }
    }
}

} // namespace

std::uintmax_t UpkeepStep::waiting() const
{
    std::error_code notThere;
    const auto bytes = std::filesystem::file_size(_file.string() + "-wal", notThere);
    return notThere ? 0 : bytes;
}

/// Whether the log is so long that it should begin anew, and so little of it left to move that the writer, who waits
/// for that, hardly notices: what comes while a long log is moved is moved in turn.
std::expected<bool, Failure> UpkeepStep::moveLog(const Database &database, const std::stop_token &stop) const
{
    for (int i = 1;; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const auto length = database.checkpoint();
        if (!length) {
            return std::unexpected(length.error());
        }
        if (*length < _sizes.restartFromBytes || std::chrono::steady_clock::now() - begin < shortMove) {
            return *length >= _sizes.restartFromBytes;
        }
        if (stop.stop_requested()) {
            return false;
        }
        if (i == mostMoves) {
            return *length >= muchTooLong * _sizes.restartFromBytes;
        }
    }
}

std::expected<void, Failure> UpkeepStep::take(
    bool isToLook, const std::function<void()> &pause, const std::stop_token &stop)
{
    const auto database = Database::openForUpkeep(_file);
    if (!database) {
        return std::unexpected(database.error());
    }
    const auto isToRestart = moveLog(*database, stop);
    for (int i = 0; i < tries && isToRestart.value_or(false) && !database->restartLog(); ++i) {
        if (pause) {
            pause();
        }
    }
    return isToRestart.and_then([&](bool) {
        return isToLook ? lookOver(*database, _nextPage, _sizes.pagesAtOnce) : std::expected<void, Failure>();
    });
}

Upkeep::Upkeep(std::filesystem::path file, UpkeepStep::Sizes sizes, UpkeepTimes times, Damage damaged)
    : _thread([step = UpkeepStep(std::move(file), sizes), times, damaged = std::move(damaged)](
                  const std::stop_token &stop) { run(stop, step, times, damaged); })
{
}

} // namespace huying
