#pragma once

#include <domain/Instant.h>

#include <optional>
#include <string>
#include <string_view>

namespace huying
{

/// `text` without white space at its ends (the wide space of Chinese texts too).
std::string_view trimmed(std::string_view text);

/// `text` on one line: every run of white space is one blank, none at the ends.
std::string onOneLine(std::string_view text);

/// The first `count` characters of UTF-8 `text`, and what follows.
struct Cut {
    std::string_view head;
    std::string_view rest;
};
Cut cutAfter(std::string_view text, std::size_t count);

/// `text`, or its first `most` characters, the last of which is `…`.
std::string shortened(std::string_view text, std::size_t most);

/// `word` with its Latin letters A to Z in lower case.
std::string lowerCase(std::string_view word);

/// The county's time as ISO 8601, or nothing.
std::string isoTimeOf(const std::optional<Instant> &time);

} // namespace huying
