#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>

#include "Sheet.h"

namespace huying
{

/// How a file is to be read, judged by its first bytes. Failures say what the file is instead of a table.
std::expected<SheetFacts::Format, Failure> formatOf(const std::filesystem::path &file, const SheetOptions &options);

} // namespace huying
