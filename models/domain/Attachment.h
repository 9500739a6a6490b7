#pragma once

#include "Words.h"

#include <string>

namespace huying
{

/// A picture that an event names. Its bytes lie elsewhere and travel by themselves; the log knows them by their digest.
struct Attachment {
    std::string sha256; ///< of the bytes, 64 hexadecimal digits, small ones
    MediaType type = MediaType::Jpeg;
    int bytes = 0;
    int width = 0; ///< in pixels, upright
    int height = 0; ///< likewise
    std::string name; ///< a file's name, made where the picture was added; without a path

    bool operator==(const Attachment &) const = default;
};

/// No attachment is larger, in bytes: a phone's photo scaled to what can be looked at has a tenth of it.
inline constexpr int largestAttachment = 4 * 1024 * 1024;
/// No side of a picture is longer, in pixels, and none has more pixels in all: 160 MB when it is unpacked.
inline constexpr int longestSide = 12'000;
inline constexpr int mostPixels = 40'000'000;
inline constexpr std::size_t attachmentsInAnEvent = 12;
inline constexpr std::size_t attachmentsOfATicket = 48;

} // namespace huying
