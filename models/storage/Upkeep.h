#pragma once

#include "Database.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

namespace huying
{

/// One step of looking after a file: its write-ahead log is moved into it, and some of its pages are looked over.
class UpkeepStep
{
public:
    struct Sizes {
        /// Where somebody writes all the time the -wal is never empty by itself; from here on it begins anew, for which
        /// the writer waits until the disk has what is left of it: some tens of milliseconds, so not often.
        std::uintmax_t restartFromBytes = 256 * 1024 * 1024;
        int pagesAtOnce = 0; ///< looked over each time (CheckedPages.h)
    };

    UpkeepStep(std::filesystem::path file, Sizes sizes) : _file(std::move(file)), _sizes(sizes) {}

    /// Bytes of the -wal's file.
    std::uintmax_t waiting() const;
    /// Damaged when a page is not what was written; what fails otherwise is done the next time, or by the last
    /// connection that closes. `pause` is called where somebody is in the way for a moment.
    /// `stop` ends it between two of its parts.
    std::expected<void, Failure> take(
        bool isToLook, const std::function<void()> &pause = {}, const std::stop_token &stop = {});

private:
    std::expected<bool, Failure> moveLog(const Database &database, const std::stop_token &stop) const;

    std::filesystem::path _file;
    Sizes _sizes;
    std::int64_t _nextPage = 0;
};

struct UpkeepTimes {
    std::chrono::milliseconds every { 1000 };
    std::uintmax_t fromBytes = 4 * 1024 * 1024; ///< of the -wal, from which it is moved
    std::chrono::milliseconds lookEvery { 5000 };
};

/// Looks after a file on a thread and connection of its own, so that neither the writer nor a reader waits for it.
/// Lives at most as long as the file is open.
class Upkeep
{
public:
    using Damage = std::function<void(const Failure &)>;

    /// `damaged` is called on the thread of the upkeep, once, which then rests.
    explicit Upkeep(
        std::filesystem::path file, UpkeepStep::Sizes sizes = {}, UpkeepTimes times = {}, Damage damaged = {});

private:
    std::jthread _thread;
};

} // namespace huying
