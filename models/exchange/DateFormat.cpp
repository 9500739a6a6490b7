#include "DateFormat.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::string_view letters = "yMdHhamsSz";

struct Parts {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    std::optional<bool> isAfternoon;
    std::optional<std::chrono::minutes> offset;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes `least` to `most` digits off the front of `text`.
bool take(std::string_view &text, std::size_t least, std::size_t most, int &number)
{
    std::size_t count = 0;
    number = 0;
    while (count < most && count < text.size() && isDigit(text[count])) {
        number = number * 10 + (text[count++] - '0');
    }
    text.remove_prefix(count);
    return count >= least;
}

bool takeWord(std::string_view &text, std::string_view word)
{
    const auto same = [](char one, char other) {
        return one == other || (one >= 'a' && one <= 'z' && one - 'a' + 'A' == other);
    };
    if (text.size() < word.size() || !std::ranges::equal(text.substr(0, word.size()), word, same)) {
        return false;
    }
    text.remove_prefix(word.size());
    return true;
}

bool takeHalf(std::string_view &text, std::optional<bool> &isAfternoon)
{
    isAfternoon = takeWord(text, "PM") || takeWord(text, "下午");
    return *isAfternoon || takeWord(text, "AM") || takeWord(text, "上午");
}

bool takeFraction(std::string_view &text, int &milliseconds)
{
    const std::size_t before = text.size();
    int scale = 100;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), scale /= 10) {
        milliseconds += (text.front() - '0') * scale;
    }
    return text.size() < before;
}

bool takeZone(std::string_view &text, std::optional<std::chrono::minutes> &offset)
{
    if (takeWord(text, "Z")) {
        offset = std::chrono::minutes { 0 };
        return true;
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-')) {
        return false;
    }
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    int hours = 0;
    int minutes = 0;
    if (!take(text, 2, 2, hours)) {
        return false;
    }
    if (text.starts_with(':')) {
        text.remove_prefix(1);
    }
    if (!take(text, 2, 2, minutes) || hours > 14 || minutes > 59) {
        return false;
    }
    offset = std::chrono::minutes { sign * (hours * 60 + minutes) };
    return true;
}

bool takeBlanks(std::string_view &text)
{
    const auto end = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(end);
    return end > 0;
}

bool takeYear(std::string_view &text, std::size_t length, int &year)
{
    if (!take(text, length, length, year)) {
        return false;
    }
    if (length == 2) {
        year += year < 70 ? 2000 : 1900;
    }
    return true;
}

bool takePart(std::string_view &text, char letter, std::size_t length, Parts &parts)
{
    const std::size_t least = std::min<std::size_t>(length, 2);
    switch (letter) {
    case 'y':
        return takeYear(text, length, parts.year);
    case 'M':
        return take(text, least, 2, parts.month);
    case 'd':
        return take(text, least, 2, parts.day);
    case 'H':
    case 'h':
        return take(text, least, 2, parts.hour);
    case 'm':
        return take(text, least, 2, parts.minute);
    case 's':
        return take(text, least, 2, parts.second);
    case 'S':
        return takeFraction(text, parts.milliseconds);
    case 'a':
        return takeHalf(text, parts.isAfternoon);
    default:
        return takeZone(text, parts.offset);
    }
}

std::optional<WrittenTime> timeOf(Parts parts)
{
    using namespace std::chrono;
    if (parts.isAfternoon) {
        if (parts.hour < 1 || parts.hour > 12) {
            return std::nullopt;
        }
        parts.hour = parts.hour % 12 + (*parts.isAfternoon ? 12 : 0);
    }
    const year_month_day date { year { parts.year }, month { static_cast<unsigned>(parts.month) },
        day { static_cast<unsigned>(parts.day) } };
    if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 59) {
        return std::nullopt;
    }
    return WrittenTime { local_days { date } + hours { parts.hour } + minutes { parts.minute }
            + seconds { parts.second } + milliseconds { parts.milliseconds },
        parts.offset };
}

} // namespace

DateFormat::DateFormat(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size();) {
        const char c = pattern[i];
        if (letters.contains(c)) {
            const std::size_t end = std::min(pattern.find_first_not_of(c, i), pattern.size());
            _tokens.push_back({ c, end - i, {} });
            i = end;
        } else {
            _tokens.push_back({ 0, 1, std::string(1, c) });
            ++i;
        }
    }
}

std::optional<WrittenTime> DateFormat::read(std::string_view text) const
{
    Parts parts;
    for (const Token &token : _tokens) {
        const bool isTaken = token.letter != 0 ? takePart(text, token.letter, token.length, parts)
            : token.literal == " "             ? takeBlanks(text)
                                               : text.starts_with(token.literal);
        if (!isTaken) {
            return std::nullopt;
        }
        if (token.letter == 0 && token.literal != " ") {
            text.remove_prefix(token.literal.size());
        }
    }
    return text.empty() ? timeOf(parts) : std::nullopt;
}

} // namespace huying
