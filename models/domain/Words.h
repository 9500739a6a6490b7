#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace huying
{

/// The five steps of a ticket (五步流水作业); `Closed` is a result given (办结), `Void` left the flow.
enum class Step : std::uint8_t { Reported, Accepted, Assigned, Handling, Closed, Void };

enum class Channel : std::uint8_t {
    Citizen, ///< 群众自报
    GridMember, ///< 网格员代报
    Assisted, ///< 帮我办
    Hotline, ///< county hotline 县热线
    City12345, ///< the city's 12345
    QrPlate, ///< QR plate of a village
    Sensor, ///< sensor alarm
};

enum class DeadlineClass : std::uint8_t { Emergency, Consultation, PublicService, Other };

/// What has to be reached by the deadline.
enum class Milestone : std::uint8_t { FirstAnswer, Solved };

enum class VoidReason : std::uint8_t { Test, NoRequest, OtherCounty, Other };

/// The ladder of urging (督办): remind before the deadline, a written order the day after, notice to the leader after
/// that.
enum class UrgingLevel : std::uint8_t { None, Reminder, WrittenOrder, LeaderNotice };

enum class Rating : std::uint8_t { Satisfied, Dissatisfied };

enum class CallBackMeans : std::uint8_t { Telephone, Visit };

enum class Role : std::uint8_t {
    Dispatcher,
    Unit,
    Township,
    Leader,
    Organisation,
    Wall,
    Administrator,
    Citizen,
    Machine
};

/// What a picture is kept as; the names are those of RFC 6838.
enum class MediaType : std::uint8_t { Jpeg, Png, Webp };

/// The names under which these words stand in the log; they never change.
inline constexpr std::array<std::string_view, 6> stepNames { "reported", "accepted", "assigned", "handling", "closed",
    "void" };
inline constexpr std::array<std::string_view, 7> channelNames { "citizen", "grid-member", "assisted", "hotline",
    "city-12345", "qr-plate", "sensor" };
inline constexpr std::array<std::string_view, 4> deadlineClassNames { "emergency", "consultation", "public-service",
    "other" };
inline constexpr std::array<std::string_view, 2> milestoneNames { "first-answer", "solved" };
inline constexpr std::array<std::string_view, 4> voidReasonNames { "test", "no-request", "other-county", "other" };
inline constexpr std::array<std::string_view, 4> urgingLevelNames { "none", "reminder", "written-order",
    "leader-notice" };
inline constexpr std::array<std::string_view, 2> ratingNames { "satisfied", "dissatisfied" };
inline constexpr std::array<std::string_view, 2> callBackMeansNames { "telephone", "visit" };
inline constexpr std::array<std::string_view, 9> roleNames { "dispatcher", "unit", "township", "leader", "organisation",
    "wall", "administrator", "citizen", "machine" };
inline constexpr std::array<std::string_view, 3> mediaTypeNames { "image/jpeg", "image/png", "image/webp" };
inline constexpr std::array<std::string_view, 4> datumNames { "wgs-84", "cgcs-2000", "gcj-02", "bd-09" };

/// The name of `value` in `names`.
template <class Word, std::size_t count>
constexpr std::string_view nameIn(const std::array<std::string_view, count> &names, Word value)
{
    return names[static_cast<std::size_t>(value)];
}

/// The word that `name` stands for in `names`.
template <class Word, std::size_t count>
constexpr std::optional<Word> wordIn(const std::array<std::string_view, count> &names, std::string_view name)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i] == name) {
            return static_cast<Word>(i);
        }
    }
    return std::nullopt;
}

} // namespace huying
