#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace huying
{

/// What one thread has ready for another: at most so much that neither runs far ahead.
template <class Piece>
class Waiting
{
public:
    explicit Waiting(std::size_t most) : _most(most) {}

    /// Waits while too much is waiting.
    void give(Piece piece)
    {
        std::unique_lock held(_mutex);
        _changed.wait(held, [this] { return _pieces.size() < _most; });
        _pieces.push_back(std::move(piece));
        _changed.notify_all();
    }

    /// Waits for the next piece; nothing when there will be none.
    std::optional<Piece> take()
    {
        std::unique_lock held(_mutex);
        _changed.wait(held, [this] { return _isEnd || !_pieces.empty(); });
        if (_pieces.empty()) {
            return std::nullopt;
        }
        std::optional<Piece> piece(std::move(_pieces.front()));
        _pieces.pop_front();
        _changed.notify_all();
        return piece;
    }

    /// No piece will follow.
    void end()
    {
        const std::scoped_lock held(_mutex);
        _isEnd = true;
        _changed.notify_all();
    }

private:
    std::size_t _most;
    std::mutex _mutex;
    std::condition_variable _changed;
    std::deque<Piece> _pieces;
    bool _isEnd = false;
};

} // namespace huying
