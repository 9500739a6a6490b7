#pragma once

#include <canonical/Record.h>

#include <QString>

#include <vector>

namespace huying
{

/// What the feed says after a position: the entries in order and where the log ended when it was asked.
struct Page {
    std::vector<Entry> entries;
    Position head = 0;

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

    bool operator==(const Greeting &) const = default;
};

} // namespace huying
