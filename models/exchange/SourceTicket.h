#pragma once

#include "Mapping.h"

#include <domain/TicketEvent.h>

#include <bitset>

namespace huying
{

/// What was odd about a row that was taken all the same.
enum class Remark : std::uint8_t {
    SkippedTime, ///< a time that the clock jumped over in spring
    RepeatedTime, ///< a time that the clock showed twice in autumn
    DeadlineBeforeOpening,
    NoPoint, ///< coordinates that are no numbers, only half there, or not on the globe
    UnknownChannel,
    ClosedByTime, ///< the status says open, the row has a time of closing that does not count
    TextFromCategory, ///< no text: the category's name stands for it
    LongText, ///< a title or place that was cut; the whole is in the detail or a note
    UndecodableBytes,
    StrayQuote,
    TooFewCells,
    OutsideCounty, ///< the point lies outside the county's borders; kept
};
inline constexpr std::size_t remarkCount = 12;
using Remarks = std::bitset<remarkCount>;

/// The remark in a sentence for people.
QString description(Remark remark);

/// What one row of a source's table says.
struct SourceTicket {
    std::uint64_t row = 0; ///< as in Row
    std::string id;
    Instant opened;
    std::optional<Instant> deadline;
    std::optional<Instant> closed; ///< only of a closed one
    std::optional<Instant> updated;
    SourceState state = SourceState::Open;
    std::string category; ///< by the source's name
    std::string categoryGroup;
    std::string title; ///< never empty
    std::string detail;
    std::string answer;
    std::string statusWord;
    Place place;
    std::string unit; ///< by the source's name
    Channel channel = Channel::Hotline;
    Citizen citizen;
    std::string onTime; ///< the source's own word
    Remarks remarks;
};

} // namespace huying
