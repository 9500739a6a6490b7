#pragma once

#include <sync/Feed.h>

#include <filesystem>
#include <functional>

namespace huying
{

/// The entries after a position, in order; an empty page ends.
using NextPage = std::function<std::expected<Page, Failure>(Position after)>;
/// Takes an entry; a failure ends the reading.
using TakeEntry = std::function<std::expected<void, Failure>(const Entry &entry)>;
/// Told how far it is; false stops with Cancelled.
using GoOn = std::function<bool(int percent)>;

/// Writes the log to `file`, one entry a line in canonical JSON (canonical/Record.h), LF; with its personal parts, as
/// what is read again has to be the same log. There is the whole file under its name or none. How many.
std::expected<Position, Failure> writeEventLines(
    const std::filesystem::path &file, const NextPage &pages, const GoOn &goOn);

/// Hands over each line's entry in order. Damaged, with the line's number, where one is no entry. How many.
std::expected<Position, Failure> readEventLines(
    const std::filesystem::path &file, const TakeEntry &take, const GoOn &goOn);

} // namespace huying
