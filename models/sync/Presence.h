#pragma once

#include <domain/Failure.h>
#include <domain/Uuid.h>

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// What somebody does at this moment; never stored, and forgotten when their line ends.
struct Doing {
    std::optional<TicketId> looking; ///< the ticket before their eyes
    std::string showing; ///< what a wall shows, at most 200 bytes

    bool operator==(const Doing &) const = default;
};

/// Somebody on the live line. `who` is a number of the backend's for as long as the line lasts.
struct Presence {
    std::int64_t who = 0;
    bool isGone = false;
    std::string name; ///< what colleagues call them
    Doing doing; ///< without a ticket that the reader does not see

    bool operator==(const Presence &) const = default;
};

/// What a desk says: `{"looking":ID,"showing":TEXT}`, what is nothing left out.
std::string textOf(const Doing &doing);
std::expected<Doing, Failure> doingFrom(std::string_view text);

/// What the backend tells: `{"gone":true,"who":N}` or `{"looking":ID,"name":TEXT,"showing":TEXT,"who":N}`, one a line.
std::string textOf(const Presence &presence);
std::expected<std::vector<Presence>, Failure> presencesFrom(std::string_view text);

} // namespace huying
