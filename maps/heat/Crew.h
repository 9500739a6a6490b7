#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace huying
{

/// Threads that are kept: starting one takes longer than a step of a picture does.
class Crew
{
public:
    explicit Crew(std::size_t threads);

    /// Does `work(piece)` once for each of 0 to `pieces`, on this thread and on those of the crew that are free. The
    /// caller waits for nobody who has not begun, so that calls from several threads or from within `work` come to
    /// their end. Of what `work` throws, only what it throws on this thread can be caught.
    void work(std::size_t pieces, const std::function<void(std::size_t piece)> &work);

private:
    struct Round;
    struct Call;
    void help(const std::stop_token &end);

    std::mutex mutex_;
    std::condition_variable_any called_;
    std::condition_variable left_;
    std::deque<Round *> open_; ///< with pieces that nobody has taken yet
    std::vector<std::jthread> threads_; ///< last: they end before what they wait on does
};

} // namespace huying
