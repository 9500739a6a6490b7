#pragma once

#include <storage/Database.h>

#include <domain/Uuid.h>

#include <QByteArray>
#include <QTemporaryDir>

namespace huying::testing
{

/// A snapshot as it lies on a desk's disk, from the packed bytes of an answer; empty when they are none.
class UnpackedSnapshot
{
public:
    explicit UnpackedSnapshot(const QByteArray &packed);

    const QByteArray &bytes() const { return _bytes; } ///< of the file, free pages too
    bool hasRow(const TicketId &ticket) const { return count("ticket WHERE id = ?1", ticket) > 0; }
    bool hasTrail(const TicketId &ticket) const { return count("event WHERE subject = ?1", ticket) > 0; }
    /// Rows of a table, -1 where there is no such table.
    std::int64_t count(const std::string &table) const { return count(table, {}); }

private:
    std::int64_t count(const std::string &of, const std::optional<Uuid> &id) const;

    QTemporaryDir _folder;
    QByteArray _bytes;
    Database _database;
};

} // namespace huying::testing
