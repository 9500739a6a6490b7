#pragma once

#include <domain/County.h>
#include <domain/Failure.h>
#include <domain/TicketEvent.h>

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>

namespace huying
{

/// The place of an event in the county's one log, from 1 on, without gaps.
using Position = std::int64_t;

/// SHA-256.
using Digest = std::array<std::uint8_t, 32>;

/// An event as it is written, sent and hashed. All text is canonical UTF-8 JSON (Canonical.h).
struct Record {
    EventId id;
    std::string
        subject; ///< `ticket:UUID`, `region:130529100`, `unit:…`, `category:…`, `grid-member:…`, `holiday-notice:…`
    std::string kind; ///< `assigned` … of ticketKindNames, or `set` for a county fact
    Version decidedOn = 0;
    Instant at;
    std::string author; ///< canonical JSON
    std::string content; ///< canonical JSON, public part
    std::string personal; ///< canonical JSON of the personal part; empty where there is none, or where it was deleted
                          ///< or is not for this reader
    std::array<std::uint8_t, 16> salt {}; ///< of the personal part
    Digest personalDigest {}; ///< SHA-256 of salt and personal; all zero where there never was one

    bool operator==(const Record &) const = default;
};

/// A record in its place.
struct Entry {
    Position position = 0;
    Instant received; ///< the ledger's time
    Record record;
    Digest chain {}; ///< SHA-256 of the chain before it and of this entry's envelope

    bool operator==(const Entry &) const = default;
};

using AnyEvent = std::variant<TicketEvent, CountyEvent>;

/// `event` in canonical form; `salt` is used when it has a personal part.
Record recordOf(const TicketEvent &event, const std::array<std::uint8_t, 16> &salt);
Record recordOf(const CountyEvent &event, const std::array<std::uint8_t, 16> &salt);

/// The event that `record` writes down. Invalid when a field is missing, of a wrong type or unknown, or when the text
/// is not canonical (so that one event has one text); a later version may allow more.
std::expected<AnyEvent, Failure> eventOf(const Record &record);

/// The ticket a record is about, if it is about one.
std::optional<TicketId> ticketOf(const Record &record);

/// The link of `entry` in the chain after `before`.
Digest chainAfter(const Digest &before, const Entry &entry);

/// An entry as one line of canonical JSON, as it travels and is exported, and back. `withPersonal` false leaves the
/// personal part out.
std::string lineOf(const Entry &entry, bool withPersonal);
std::expected<Entry, Failure> entryOf(std::string_view line);

/// The same for a record on its way to the ledger (a proposal).
std::string lineOf(const Record &record);
std::expected<Record, Failure> recordFrom(std::string_view line);

} // namespace huying
