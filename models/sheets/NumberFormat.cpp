#include "NumberFormat.h"

#include <algorithm>
#include <string>

namespace huying
{

namespace
{

NumberFormat formatShowing(bool day, bool time)
{
    if (day) {
        return time ? NumberFormat::DateTime : NumberFormat::Date;
    }
    return time ? NumberFormat::TimeOfDay : NumberFormat::Number;
}

bool isElapsedTime(std::string_view bracketed)
{
    return !bracketed.empty()
        && std::ranges::all_of(bracketed, [](char c) { return std::string_view("hmsHMS").contains(c); });
}

/// The first section of `code` in small letters, without literals, padding, colours and locales.
std::string meaningfulPart(std::string_view code)
{
    std::string part;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            part += isElapsedTime(code.substr(i + 1, end - i - 1)) ? "h" : "";
            i = end;
        } else {
            part += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return part;
}

} // namespace

NumberFormat builtInNumberFormat(unsigned id)
{
    const auto within = [id](unsigned first, unsigned last) { return id >= first && id <= last; };
    if (id == 22) {
        return NumberFormat::DateTime;
    }
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) {
        return NumberFormat::TimeOfDay;
    }
    return within(14, 17) || within(27, 31) || id == 36 || within(50, 58) ? NumberFormat::Date : NumberFormat::Number;
}

NumberFormat numberFormatOf(std::string_view code)
{
    const auto part = meaningfulPart(code);
    if (part.contains("general") || part.find_first_of("0#?") != std::string::npos) {
        // ss.000 is a time with thousandths, not a number
        const bool hasThousandths = part.contains("s.0") || part.contains("ss.0");
        return hasThousandths ? formatShowing(part.find_first_of("yd") != std::string::npos, true)
                              : NumberFormat::Number;
    }
    const bool time = part.find_first_of("hs") != std::string::npos;
    const bool day = part.find_first_of("ydbe") != std::string::npos || (part.contains('m') && !time);
    return formatShowing(day, time);
}

} // namespace huying
