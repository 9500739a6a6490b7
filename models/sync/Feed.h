#pragma once

#include <canonical/Record.h>

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace huying
{

/// An entry that is not for this reader: enough to verify the chain.
struct Stub {
    Position position = 0;
    Digest envelope {}; ///< envelopeDigest of the entry
    std::optional<TicketId> ticket; ///< where the event may have taken the ticket out of the reader's sight

    bool operator==(const Stub &) const = default;
};

/// What the feed says after a position, in order and without gaps, and where the log ended when it was asked. Each
/// position is an entry or a stub. All events of one ticket in a page are the one or the other.
struct Page {
    std::vector<Entry> entries;
    Position head = 0;
    std::vector<Stub> stubs;
    /// How many events each ticket of `entries` had before the page; only for a reader who does not see every ticket,
    /// and so cannot know.
    std::map<TicketId, Version> before;
    std::string audience {}; ///< for whose eyes it was made; empty where that is not said

    bool isEmpty() const { return entries.empty() && stubs.empty(); }
    /// Of a page that is not empty.
    Position first() const
    {
        return stubs.empty() || (!entries.empty() && entries.front().position < stubs.front().position)
            ? entries.front().position
            : stubs.front().position;
    }
    Position last() const
    {
        return stubs.empty() || (!entries.empty() && entries.back().position > stubs.back().position)
            ? entries.back().position
            : stubs.back().position;
    }
    bool operator==(const Page &) const = default;
};

/// Records that stand or fall together (a duplicate joined is one event on either ticket).
struct Proposal {
    std::vector<Record> records;

    bool operator==(const Proposal &) const = default;
};

/// What the ledger made of a proposal: the positions of its records, or why it does not fit.
struct Outcome {
    std::vector<Position> positions; ///< as many as records; empty when refused
    std::optional<Failure> refused;

    bool isAccepted() const { return !refused; }
    bool operator==(const Outcome &) const = default;
};

/// What a ledger says of itself.
struct Greeting {
    int protocol = 1;
    std::string county; ///< region code, 6 digits
    std::string name;
    Position head = 0;
    Instant now; ///< the backend's clock
    std::string audience {}; ///< whose eyes its answers are for

    bool operator==(const Greeting &) const = default;
};

} // namespace huying
