#pragma once

#include <domain/Failure.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace huying
{

/// What a route answers: a text, or a file to be streamed.
struct Answer {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::optional<std::filesystem::path> file;
    std::string fileName {}; ///< header ETag: what the file's bytes are known by
    std::uint64_t fileFrom = 0; ///< the answer begins at this byte of it (206 when it is not the first)
    std::optional<std::int64_t> retryAfterSeconds; ///< header Retry-After
    std::vector<std::pair<std::string, std::string>> headers {}; ///< what else is said before the body
};

/// `{"kind":…,"text":…}` with the HTTP status that goes with the kind.
Answer answerOf(const Failure &failure);

/// An address that takes another method.
Answer notAllowed();

} // namespace huying
