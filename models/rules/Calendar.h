#pragma once

#include <domain/County.h>
#include <domain/Failure.h>
#include <domain/Instant.h>

#include <expected>
#include <map>
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
    MakeUp, ///< a weekend day on which a notice has people work
    WeekdayUnnoticed, ///< Monday to Friday of a year whose notice is not yet published
    WeekendUnnoticed, ///< Saturday or Sunday of such a year
};

struct DayKind {
    DayReason reason = DayReason::Weekday;
    std::string holiday; ///< its name, of a holiday or make-up day
    std::string notice; ///< the document number of the notice that says so, empty where none is needed

    bool isWorking() const;
    bool operator==(const DayKind &) const = default;
};

/// Working days by the State Council's notices; weekends elsewhere. A value: hand it on by reference.
class Calendar
{
public:
    Calendar() = default;
    /// Later notices override earlier ones day by day (the one of 2020-01-27 lengthened the Spring Festival).
    /// Invalid when a range runs backwards or a make-up day lies in days off of the same notice.
    static std::expected<Calendar, Failure> fromNotices(std::span<const HolidayNotice> notices);

    DayKind kindOf(Day day) const;
    bool isWorkingDay(Day day) const;
    /// Whether a notice for `year` is known. A year's notice may begin in the December before.
    bool hasNotice(std::chrono::year year) const;
    /// The `count`-th working day after `day`; `day` itself is day 0. count >= 0; 0 gives `day`.
    Day addWorkingDays(Day day, int count) const;
    /// Working days after `from` up to and with `to`; 0 when `to` is not after `from`.
    int workingDaysBetween(Day from, Day to) const;
    const std::vector<HolidayNotice> &notices() const;

private:
    std::vector<HolidayNotice> _notices;
    std::map<Day, DayKind> _named;
    std::vector<int> _years;
};

/// The notices of 2020 to 2026 that come with the program (resources/calendar), written from the State Council's
/// notices.
std::expected<std::vector<HolidayNotice>, Failure> publishedNotices();

} // namespace huying
