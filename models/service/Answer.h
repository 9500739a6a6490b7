#pragma once

#include <domain/Failure.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace huying
{

/// What a route answers: a text, or a file to be streamed.
struct Answer {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::optional<std::filesystem::path> file;
    std::optional<std::int64_t> retryAfterSeconds; ///< header Retry-After
};

/// `{"kind":…,"text":…}` with the HTTP status that goes with the kind.
Answer answerOf(const Failure &failure);

} // namespace huying
