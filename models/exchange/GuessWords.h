#pragma once

#include "Mapping.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace huying
{

/// What the columns of a header most likely are, by TicketField; empty where none is.
std::array<std::string, fieldNames.size()> columnsLikely(std::span<const std::string> header);

/// What a status word usually means; nothing when it is not one of the usual.
std::optional<SourceState> stateLikely(std::string_view word);

/// What a word for the way in usually means.
Channel channelLikely(std::string_view word);

} // namespace huying
