#pragma once

#include <domain/Instant.h>

#include <functional>
#include <map>

namespace huying::testing
{

/// What is going to happen, in the order of virtual time; what is due at one moment happens in the order in which it
/// was said.
class Agenda
{
public:
    explicit Agenda(Instant begin) : _now(begin) {}

    Instant now() const { return _now; }
    void later(std::chrono::milliseconds after, std::function<void()> happens)
    {
        _waiting.emplace(std::pair(_now + after, ++_order), std::move(happens));
    }
    void runUntil(Instant end)
    {
        while (!_waiting.empty() && _waiting.begin()->first.first <= end) {
            auto next = _waiting.extract(_waiting.begin());
            _now = next.key().first;
            next.mapped()();
        }
        _now = end;
    }

private:
    Instant _now;
    std::uint64_t _order = 0;
    std::map<std::pair<Instant, std::uint64_t>, std::function<void()>> _waiting;
};

} // namespace huying::testing
