#pragma once

#include <domain/County.h>
#include <domain/Failure.h>

#include <expected>
#include <string_view>
#include <vector>

namespace huying
{

/// Whether a notice can be one: a year between 1949 and 9999, a document number, ranges that run forwards and are at
/// most a month long, days between the December before its year and the January after, no day twice, no make-up day
/// within its own days off. Else Invalid, with the day that is wrong.
std::expected<void, Failure> checkNotice(const HolidayNotice &notice);

/// Reads one notice in the format of resources/calendar/README.md (UTF-8 JSON). Invalid when it is no such text, a
/// field is missing, unknown or of another type, or the notice does not pass `checkNotice`.
std::expected<HolidayNotice, Failure> noticeFromText(std::string_view text);

/// The notices of 2020 to 2026 that come with the program (resources/calendar), written from the State Council's
/// notices; in the order in which they were issued. Damaged when the program's own files cannot be read.
std::expected<std::vector<HolidayNotice>, Failure> publishedNotices();

} // namespace huying
