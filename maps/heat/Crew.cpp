#include "Crew.h"

#include <atomic>

namespace huying
{

struct Crew::Round {
    const std::function<void(std::size_t)> &work;
    std::size_t pieces;
    std::atomic<std::size_t> next = 0;
    std::size_t helpers = 0; ///< under the crew's mutex, which also hands over what they have written

    void takePieces()
    {
        for (std::size_t piece = next++; piece < pieces; piece = next++) {
            work(piece);
        }
    }
};

/// A round from its call until the last helper has left it.
struct Crew::Call {
    Crew &crew;
    Round &round;

    Call(Crew &ofCrew, Round &called) : crew(ofCrew), round(called)
    {
        {
            const std::scoped_lock lock(crew.mutex_);
            crew.open_.push_back(&round);
        }
        crew.called_.notify_all();
    }
    ~Call()
    {
        std::unique_lock lock(crew.mutex_);
        std::erase(crew.open_, &round);
        crew.left_.wait(lock, [this] { return round.helpers == 0; });
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;
};

Crew::Crew(std::size_t threads)
{
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this](const std::stop_token &end) { help(end); });
    }
}

void Crew::work(std::size_t pieces, const std::function<void(std::size_t piece)> &work)
{
    Round round { work, pieces };
    const Call call(*this, round);
    round.takePieces();
}

void Crew::help(const std::stop_token &end)
{
    std::unique_lock lock(mutex_);
    while (called_.wait(lock, end, [this] { return !open_.empty(); })) {
        Round &round = *open_.front();
        ++round.helpers;
        lock.unlock();
        round.takePieces();
        lock.lock();
        std::erase(open_, &round);
        if (--round.helpers == 0) {
            left_.notify_all();
        }
    }
}

} // namespace huying
