#pragma once

#include <storage/Database.h>

#include <canonical/Record.h>

namespace huying
{

/// How far a log has come.
struct Head {
    Position position = 0;
    Digest chain {}; ///< there

    bool operator==(const Head &) const = default;
};

/// What a ledger's file says of itself.
struct Founding {
    RegionCode county;
    Instant created;

    bool operator==(const Founding &) const = default;
};

/// The head in a row with the columns `position, chain`.
Head headIn(const Statement &row);

/// The last entry's position and chain; position 0 in an empty log.
std::expected<Head, Failure> readHead(const Database &database);

/// NotFound in a new file.
std::expected<Founding, Failure> readFounding(const Database &database);
std::expected<void, Failure> writeFounding(const Database &database, const Founding &founding);

/// Where a snapshot was made, in its table `state`: `position`, and `chain` as hexadecimal digits.
std::expected<Head, Failure> readSnapshotHead(const Database &database);
std::expected<void, Failure> writeSnapshotHead(const Database &database, const Head &head);

} // namespace huying
