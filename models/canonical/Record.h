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

/// An event as it is written, sent and hashed. All text is canonical UTF-8 JSON (models/sync/RECORDS.md).
struct Record {
    EventId id;
    std::string subject; ///< `ticket:UUID`, `region:130529100`, `unit:…`, `category:…`, `grid-member:…`,
                         ///< `holiday-notice:…`, `reference-layer:…`
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

/// No text of the log is longer, in bytes; the borders of a township are what a fact's room is for.
inline constexpr std::size_t ticketContentLimit = 256 * 1024;
inline constexpr std::size_t factContentLimit = 8 * 1024 * 1024;
inline constexpr std::size_t authorLimit = 4 * 1024;
inline constexpr std::size_t personalLimit = 4 * 1024;

/// `event` in canonical form; `salt` is used when it has a personal part. Texts have to be UTF-8: what is not comes
/// back as Invalid from eventOf.
Record recordOf(const TicketEvent &event, const std::array<std::uint8_t, 16> &salt);
Record recordOf(const CountyEvent &event, const std::array<std::uint8_t, 16> &salt);

/// The event that `record` writes down; without its personal part where `record` has none. Invalid when a field is
/// missing, of a wrong type or unknown, when the text is too long or not canonical (so that one event has one text),
/// when the personal part is not the one of its digest, or when subject and content name two things.
std::expected<AnyEvent, Failure> eventOf(const Record &record);

/// Whether the ledger that took a text has looked at it: then it is canonical.
enum class Looked : std::uint8_t { Never, WhenTaken };

/// The fact in the content and the personal part (empty where it is not for this reader) of a fact of `factName`, one
/// of countyFactNames.
std::expected<CountyFact, Failure> factOf(
    std::string_view factName, std::string_view content, std::string_view personal, Looked looked = Looked::Never);

/// The ticket a record is about, if it is about one.
std::optional<TicketId> ticketOf(const Record &record);
/// The subject of a ticket's records, `ticket:018f2b6e-…`.
std::string subjectOf(const TicketId &ticket);

/// What the chain knows of an entry: SHA-256 of its position, time of receipt and record as canonical JSON, the
/// personal part and its salt only by their digest. An entry that is not for somebody travels as its position and this.
Digest envelopeDigest(const Entry &entry);

/// SHA-256 of `before` and of an envelope's digest, 32 bytes each; before the first entry the chain is all zero.
Digest chainAfter(const Digest &before, const Digest &envelope);
/// The link of `entry` in the chain after `before`.
Digest chainAfter(const Digest &before, const Entry &entry);

/// SHA-256 of salt and personal part.
Digest personalDigestOf(const std::array<std::uint8_t, 16> &salt, std::string_view personal);

/// An entry as one line of canonical JSON (without a line end), as it travels and is exported, and back. `withPersonal`
/// false leaves personal part and salt out. Reading checks the envelope, not the content: that is eventOf's.
std::string lineOf(const Entry &entry, bool withPersonal);
std::expected<Entry, Failure> entryOf(std::string_view line);

/// The same for a record on its way to the ledger (a proposal).
std::string lineOf(const Record &record);
std::expected<Record, Failure> recordFrom(std::string_view line);

} // namespace huying
