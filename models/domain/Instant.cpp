#include "Instant.h"

#include <charconv>
#include <format>

namespace huying
{

namespace
{

/// Takes exactly `width` digits from the front of `text`.
std::optional<int> digits(std::string_view &text, std::size_t width)
{
    if (text.size() < width) {
        return std::nullopt;
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + width, value);
    if (error != std::errc() || end != text.data() + width || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view &text, char expected)
{
    if (!text.starts_with(expected)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<Day> takeDay(std::string_view &text)
{
    using namespace std::chrono;
    const auto y = digits(text, 4);
    if (!y || !take(text, '-')) {
        return std::nullopt;
    }
    const auto m = digits(text, 2);
    if (!m || !take(text, '-')) {
        return std::nullopt;
    }
    const auto d = digits(text, 2);
    if (!d) {
        return std::nullopt;
    }
    const year_month_day date { year { *y }, month { static_cast<unsigned>(*m) }, day { static_cast<unsigned>(*d) } };
    if (!date.ok()) {
        return std::nullopt;
    }
    return Day { date };
}

std::optional<std::chrono::milliseconds> takeFraction(std::string_view &text)
{
    int milliseconds = 0;
    int place = 100;
    if (text.empty() || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        milliseconds += (text.front() - '0') * place;
        place /= 10;
        text.remove_prefix(1);
    }
    return std::chrono::milliseconds { milliseconds };
}

std::optional<std::chrono::milliseconds> takeTimeOfDay(std::string_view &text)
{
    using namespace std::chrono;
    const auto h = digits(text, 2);
    if (!h || *h > 24 || !take(text, ':')) {
        return std::nullopt;
    }
    const auto m = digits(text, 2);
    if (!m || *m > 59) {
        return std::nullopt;
    }
    milliseconds time = hours { *h } + minutes { *m };
    if (take(text, ':')) {
        const auto s = digits(text, 2);
        if (!s || *s > 59) {
            return std::nullopt;
        }
        time += seconds { *s };
        if (take(text, '.')) {
            const auto fraction = takeFraction(text);
            if (!fraction) {
                return std::nullopt;
            }
            time += *fraction;
        }
    }
    return time <= hours { 24 } ? std::optional(time) : std::nullopt;
}

std::optional<std::chrono::minutes> takeZone(std::string_view &text)
{
    using namespace std::chrono;
    if (text.empty()) {
        return countyOffset;
    }
    if (take(text, 'Z')) {
        return minutes { 0 };
    }
    const bool east = text.front() == '+';
    if (!east && text.front() != '-') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto h = digits(text, 2);
    take(text, ':');
    const auto m = digits(text, 2);
    if (!h || !m || *h > 14 || *m > 59) {
        return std::nullopt;
    }
    const minutes offset = hours { *h } + minutes { *m };
    return east ? offset : -offset;
}

} // namespace

std::string isoDay(Day day)
{
    return std::format("{:%F}", day);
}

std::string isoCountyTime(Instant moment)
{
    using namespace std::chrono;
    const LocalTime local = countyTime(moment);
    if (local.time_since_epoch() % seconds { 1 } == milliseconds { 0 }) {
        return std::format("{:%FT%T}+08:00", floor<seconds>(local));
    }
    return std::format("{:%FT%T}+08:00", local);
}

std::optional<Day> dayFromIso(std::string_view text)
{
    const auto day = takeDay(text);
    return text.empty() ? day : std::nullopt;
}

std::optional<Instant> instantFromIso(std::string_view text)
{
    const auto day = takeDay(text);
    if (!day) {
        return std::nullopt;
    }
    if (text.empty()) {
        return startOf(*day);
    }
    if (!take(text, 'T') && !take(text, ' ')) {
        return std::nullopt;
    }
    const auto time = takeTimeOfDay(text);
    if (!time) {
        return std::nullopt;
    }
    take(text, ' ');
    const auto offset = takeZone(text);
    if (!offset || !text.empty()) {
        return std::nullopt;
    }
    return Instant { (LocalTime { *day } + *time).time_since_epoch() - *offset };
}

} // namespace huying
