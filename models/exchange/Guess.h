#pragma once

#include "Mapping.h"

#include <expected>
#include <filesystem>

namespace huying
{

/// A first mapping for `file`, from its header and its first rows, for a person to look over: what columns are by their
/// names in Chinese and English, what dates look like, the zone by where the points lie, what status and channel words
/// usually mean. What it is not sure of stands in `doubts`. Invalid when no column can be an id or a time of opening;
/// else as openSheet and Sheet::next fail.
std::expected<Mapping, Failure> guessedMapping(const std::filesystem::path &file);

} // namespace huying
