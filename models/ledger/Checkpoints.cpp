#include "Checkpoints.h"

#include <storage/Database.h>

#include <condition_variable>
#include <mutex>

namespace huying
{

namespace
{

std::uintmax_t bytesOf(const std::filesystem::path &file)
{
    std::error_code notThere;
    const auto bytes = std::filesystem::file_size(file, notThere);
    return notThere ? 0 : bytes;
}

void run(const std::stop_token &stop, const std::filesystem::path &file, std::chrono::milliseconds every,
    std::uintmax_t fromBytes)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock held(mutex);
    while (!stop.stop_requested()) {
        woken.wait_for(held, stop, every, [] { return false; });
        if (bytesOf(file.string() + "-wal") < fromBytes) {
            continue;
        }
        // what fails now is done the next time, or by the last connection that closes
        const auto database = Database::open(file, Opening::Write, Synchronous::Normal);
        if (database) {
            (void)database->checkpoint();
        }
    }
}

} // namespace

Checkpoints::Checkpoints(std::filesystem::path file, std::chrono::milliseconds every, std::uintmax_t fromBytes)
    : _thread([file = std::move(file), every, fromBytes](
                  const std::stop_token &stop) { run(stop, file, every, fromBytes); })
{
}

} // namespace huying
