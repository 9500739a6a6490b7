#pragma once

#include "Answer.h"
#include "Door.h"

#include <accounts/Guesses.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <functional>
#include <string>

namespace huying
{

/// The part of protocol 1 that is about who asks: signing in and out, and whose a token is. A password is hashed on a
/// thread of its own, one at a time, so that memory and processor are bounded; few may wait for it, and a name that has
/// been guessed at waits longer each time (Guesses.h). All but the hashing and looking up runs on one executor.
class Entrance
{
public:
    Entrance(Door &door, std::function<Instant()> clock);

    boost::asio::awaitable<Answer> signIn(std::string body);
    boost::asio::awaitable<Answer> signOut(std::string token);
    boost::asio::awaitable<std::expected<Account, Failure>> whose(std::string token);
    void finish();

private:
    Door &_door;
    std::function<Instant()> _clock;
    Guesses _guesses;
    int _waiting = 0;
    boost::asio::thread_pool _hashing { 1 };
    boost::asio::thread_pool _checking { 1 };
};

} // namespace huying
