#pragma once

#include <domain/Instant.h>

#include <string>
#include <vector>

namespace huying
{

/// A moment as it is written: the wall clock's time, and the zone where the text has one.
struct WrittenTime {
    LocalTime local;
    std::optional<std::chrono::minutes> offset; ///< east of Greenwich

    bool operator==(const WrittenTime &) const = default;
};

/// How a source writes its dates, as office programs name it: `yyyy` `yy` year, `M` `MM` month, `d` `dd` day, `H` `HH`
/// hour of 24, `h` `hh` hour of 12, `a` AM, PM, 上午 or 下午, `m` `mm` minute, `s` `ss` second, `S` a fraction of it,
/// `z` a zone (Z, +08:00, +0800). One letter takes one or two digits, two letters take two. A blank is any number of
/// blanks; all else stands for itself. What is not there is 0.
class DateFormat
{
public:
    explicit DateFormat(std::string_view pattern);

    /// Nothing when `text` is not wholly of this form or names a day that is not.
    std::optional<WrittenTime> read(std::string_view text) const;

private:
    struct Token {
        char letter = 0; ///< 0: a literal
        std::size_t length = 1;
        std::string literal;
    };

    std::vector<Token> _tokens;
};

} // namespace huying
