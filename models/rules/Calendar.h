#pragma once

#include "Notices.h"

#include <domain/County.h>
#include <domain/Failure.h>
#include <domain/Instant.h>

#include <expected>
#include <span>
#include <string>
#include <vector>

namespace huying
{

/// Why a day is or is not a working day.
enum class DayReason : std::uint8_t {
    Weekday, ///< Monday to Friday, no notice says otherwise
    Weekend, ///< Saturday or Sunday, no notice says otherwise
    Holiday, ///< a notice gives it off
    MakeUp, ///< a day, mostly of a weekend, on which a notice has people work
    WeekdayUnnoticed, ///< Monday to Friday of a year whose notice is not yet published
    WeekendUnnoticed, ///< Saturday or Sunday of such a year
};

struct DayKind {
    DayReason reason = DayReason::Weekday;
    std::string holiday; ///< its name, of a holiday or make-up day
    std::string notice; ///< the document number of the notice that says so, empty where none is needed

    bool isWorking() const
    {
        return reason == DayReason::Weekday || reason == DayReason::MakeUp || reason == DayReason::WeekdayUnnoticed;
    }
    bool operator==(const DayKind &) const = default;
};

/// Working days by the State Council's notices; weekends elsewhere. A value: hand it on by reference.
/// Every question takes the logarithm of the number of named days, however far its days lie apart.
class Calendar
{
public:
    Calendar() = default;
    /// A notice issued later overrides an earlier one day by day (that of 2020-01-26 lengthened the Spring Festival).
    /// Invalid when `checkNotice` says so of one.
    static std::expected<Calendar, Failure> fromNotices(std::span<const HolidayNotice> notices);

    DayKind kindOf(Day day) const;
    bool isWorkingDay(Day day) const;
    /// Whether a notice for `year` is known. A year's notice may begin in the December before.
    bool hasNotice(std::chrono::year year) const;
    /// Whether notices settle every day from `first` to `last`: by the notice of its year, or by name in another's.
    bool isSettled(Day first, Day last) const;
    /// The `count`-th working day after `day`; `day` itself is day 0. count >= 0; 0 gives `day`.
    Day addWorkingDays(Day day, int count) const;
    /// Working days after `from` up to and with `to`; 0 when `to` is not after `from`.
    int workingDaysBetween(Day from, Day to) const;
    /// In the order in which they were issued.
    const std::vector<HolidayNotice> &notices() const { return _notices; }

private:
    struct NamedDay {
        Day day;
        DayKind kind;
    };
    /// A day that is working although of a weekend, or the other way round.
    struct Exception {
        Day day;
        std::int64_t workingDays; ///< since the epoch of the count, up to and with `day`
        std::int64_t excess; ///< of them over Mondays to Fridays
    };
    struct Settled {
        Day first;
        Day last;
    };

    void name(std::size_t notice);
    void nameOne(Day day, DayKind kind);
    void countExceptions();
    void settle();
    std::int64_t workingDaysUpTo(Day day) const;

    std::vector<HolidayNotice> _notices;
    std::vector<NamedDay> _named; ///< by day
    std::vector<Exception> _exceptions; ///< by day
    std::vector<Settled> _settled; ///< by day, neither touching nor overlapping
};

} // namespace huying
