#include "SerialDate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <format>

namespace huying
{

namespace
{

using std::chrono::milliseconds;

constexpr double lastSerial = 2'958'466; // the day after 9999-12-31, from 1900
constexpr long longestExponent = 400; // beyond what a double holds

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc {} && end == text.data() + text.size() && std::isfinite(number);
    return whole ? std::optional(number) : std::nullopt;
}

milliseconds nearest(double dayCount)
{
    constexpr long double millisecondsOfDay = 86'400'000.0L;
    return milliseconds(std::llround(static_cast<long double>(dayCount) * millisecondsOfDay));
}

struct Decimal {
    bool negative = false;
    std::string digits;
    long point = 0; ///< how many of the digits stand before the point; may be negative or past their end
};

std::string plain(Decimal decimal)
{
    const auto length = static_cast<long>(decimal.digits.size());
    if (decimal.point <= 0) {
        decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.point), '0');
        decimal.point = 1;
    } else if (decimal.point > length) {
        decimal.digits.append(static_cast<std::size_t>(decimal.point - length), '0');
    }
    auto whole = decimal.digits.substr(0, static_cast<std::size_t>(decimal.point));
    auto fraction = decimal.digits.substr(static_cast<std::size_t>(decimal.point));
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    const bool isZero = whole == "0" && fraction.empty();
    return (decimal.negative && !isZero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

/// `text` is known to be a finite number as from_chars reads it.
std::optional<Decimal> taken(std::string_view text)
{
    Decimal decimal;
    decimal.negative = text.starts_with('-');
    text.remove_prefix(decimal.negative ? 1 : 0);
    const auto mantissa = text.substr(0, text.find_first_of("eE"));
    long exponent = 0;
    if (mantissa.size() < text.size()) {
        const auto sign = text[mantissa.size() + 1] == '+' ? 2U : 1U;
        const auto written = text.substr(mantissa.size() + sign);
        const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), exponent);
        if (error != std::errc {} || std::abs(exponent) > longestExponent) {
            return std::nullopt;
        }
    }
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    decimal.digits = mantissa.substr(0, point);
    decimal.digits += point < mantissa.size() ? mantissa.substr(point + 1) : std::string_view {};
    decimal.point = static_cast<long>(point) + exponent;
    return decimal;
}

std::string shortest(double number)
{
    std::array<char, 400> written {};
    const auto [end, error] =
        std::to_chars(written.data(), written.data() + written.size(), number, std::chars_format::fixed);
    return { written.data(), end };
}

} // namespace

std::optional<LocalDateTime> dateOfSerial(std::string_view serial, DateSystem system)
{
    using namespace std::chrono;
    const auto number = numberIn(serial);
    if (!number || *number < 0 || *number >= lastSerial) {
        return std::nullopt;
    }
    local_days zero(1904y / January / 1);
    if (system == DateSystem::From1900) {
        if (*number < 1 || (*number >= 60 && *number < 61)) {
            return std::nullopt;
        }
        zero = local_days(*number < 60 ? 1899y / December / 31 : 1899y / December / 30);
    }
    const auto time = zero + nearest(*number);
    return time < local_days(10'000y / January / 1) ? std::optional<LocalDateTime>(time) : std::nullopt;
}

std::string isoText(LocalDateTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return std::format("{:%F} {}", day, clockText(time - day));
}

std::string clockText(milliseconds span)
{
    const auto length = span.count() < 0 ? -span.count() : span.count();
    auto text = std::format("{}{:02}:{:02}:{:02}", span.count() < 0 ? "-" : "", length / 3'600'000,
        length / 60'000 % 60, length / 1000 % 60);
    return length % 1000 == 0 ? text : text + std::format(".{:03}", length % 1000);
}

std::optional<milliseconds> spanOfDays(std::string_view dayCount)
{
    const auto number = numberIn(dayCount);
    return number && std::abs(*number) < lastSerial ? std::optional(nearest(*number)) : std::nullopt;
}

std::optional<std::string> plainDecimal(std::string_view number)
{
    if (number.starts_with('+')) {
        number.remove_prefix(1);
    }
    const auto value = numberIn(number);
    const auto decimal = value ? taken(number) : std::nullopt;
    if (!decimal) {
        return std::nullopt;
    }
    auto text = plain(*decimal);
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits > 15 && text.contains('.') ? shortest(*value) : text;
}

} // namespace huying
