#include "EntryStore.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::int64_t firstFactKind = 1000;
constexpr std::size_t authorsKept = 20'000;

#define COLUMNS                                                                                                        \
    "position, id, subject, kind, decided_on, at, received, author, content, personal, salt, personal_digest, chain"

std::int64_t kindNumberOf(const Record &record)
{
    const auto known = std::ranges::find(ticketKindNames, record.kind);
    if (known != ticketKindNames.end()) {
        return known - ticketKindNames.begin();
    }
    return firstFactKind;
}

std::string kindNameOf(std::int64_t number)
{
    return number >= 0 && number < std::ssize(ticketKindNames) ? std::string(ticketKindNames[std::size_t(number)])
                                                               : "set";
}

/// A ticket as the 16 bytes of its id, everything else as its text, which is never 16 bytes that begin like that: it
/// has a colon.
std::string subjectBytes(const Record &record)
{
    const auto ticket = ticketOf(record);
    return ticket ? std::string(bytesOf(*ticket)) : record.subject;
}

std::string subjectText(std::string_view bytes, std::int64_t kind)
{
    const auto ticket = kind < firstFactKind ? uuidFromBytes(bytes) : std::nullopt;
    return ticket ? "ticket:" + toText(*ticket) : std::string(bytes);
}

template <std::size_t size>
std::string_view view(const std::array<std::uint8_t, size> &bytes)
{
    return { reinterpret_cast<const char *>(bytes.data()), size };
}

template <std::size_t size>
void copyInto(std::array<std::uint8_t, size> &bytes, std::string_view from)
{
    if (from.size() == size) {
        std::memcpy(bytes.data(), from.data(), size);
    }
}

bool isNothing(const Digest &digest)
{
    return digest == Digest {};
}

} // namespace

std::expected<EntryStore, Failure> EntryStore::on(const Database &database)
{
    EntryStore store;
    const std::initializer_list<std::pair<Statement *, std::string_view>> wanted {
        { &store._insert,
            "INSERT INTO event (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)" },
        { &store._insertMissing,
            "INSERT OR IGNORE INTO event (" COLUMNS
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)" },
        { &store._after, "SELECT " COLUMNS " FROM event WHERE position > ?1 ORDER BY position LIMIT ?2" },
        { &store._trail, "SELECT " COLUMNS " FROM event WHERE subject = ?1 ORDER BY position" },
        { &store._count, "SELECT count(*) FROM event WHERE subject = ?1" },
        { &store._countBefore, "SELECT count(*) FROM event WHERE subject = ?1 AND position < ?2" },
        { &store._forget, "DELETE FROM event WHERE subject = ?1" },
        { &store._position, "SELECT position FROM event WHERE id = ?1" },
        { &store._range, "SELECT " COLUMNS " FROM event WHERE position >= ?1 AND position <= ?2 ORDER BY position" },
        { &store._addAuthor, "INSERT INTO author (text) VALUES (?1)" },
        { &store._findAuthor, "SELECT id FROM author WHERE text = ?1" },
        { &store._readAuthor, "SELECT text FROM author WHERE id = ?1" },
    };
    for (const auto &[statement, sql] : wanted) {
        *statement = database.later(sql);
    }
    return store;
}

std::expected<std::int64_t, Failure> EntryStore::authorIdOf(const std::string &author)
{
    if (const auto known = _authorIds.find(author); known != _authorIds.end()) {
        return known->second;
    }
    auto found = _findAuthor.bind(1, author).step();
    if (found && !*found) {
        _findAuthor.reset();
        if (const auto added = _addAuthor.bind(1, author).run(); !added) {
            return std::unexpected(added.error());
        }
        found = _findAuthor.bind(1, author).step();
    }
    if (!found) {
        return std::unexpected(found.error());
    }
    const std::int64_t id = _findAuthor.number(0);
    _findAuthor.reset();
    if (_authorIds.size() >= authorsKept) {
        _authorIds.clear();
    }
    _authorIds.emplace(author, id);
    return id;
}

std::expected<std::string, Failure> EntryStore::authorOf(std::int64_t id)
{
    if (const auto known = _authors.find(id); known != _authors.end()) {
        return known->second;
    }
    const auto found = _readAuthor.bind(1, id).step();
    if (!found || !*found) {
        return found ? failure(FailureKind::Damaged, QStringLiteral("author %1 is missing").arg(id))
                     : std::unexpected(found.error());
    }
    std::string text(_readAuthor.text(0));
    _readAuthor.reset();
    if (_authors.size() >= authorsKept) {
        _authors.clear();
    }
    return _authors.emplace(id, std::move(text)).first->second;
}

void EntryStore::forgetAuthors()
{
    _authorIds.clear();
    _authors.clear();
}

std::expected<void, Failure> EntryStore::put(Statement &insert, const Entry &entry)
{
    const Record &record = entry.record;
    const auto author = authorIdOf(record.author);
    if (!author) {
        forgetAuthors();
        return std::unexpected(author.error());
    }
    const std::string subject = subjectBytes(record);
    insert.bind(1, entry.position).bindBytes(2, bytesOf(record.id)).bindBytes(3, subject).bind(4, kindNumberOf(record));
    insert.bind(5, std::int64_t(record.decidedOn)).bind(6, record.at).bind(7, entry.received).bind(8, *author);
    insert.bind(9, std::string_view(record.content)).bindBytes(13, view(entry.chain));
    if (record.personal.empty()) {
        insert.bindNothing(10).bindNothing(11);
    } else {
        insert.bind(10, std::string_view(record.personal)).bindBytes(11, view(record.salt));
    }
    if (isNothing(record.personalDigest)) {
        insert.bindNothing(12);
    } else {
        insert.bindBytes(12, view(record.personalDigest));
    }
    return insert.run();
}

std::expected<void, Failure> EntryStore::insert(const Entry &entry)
{
    return put(_insert, entry);
}

std::expected<void, Failure> EntryStore::insertMissing(const Entry &entry)
{
    return put(_insertMissing, entry);
}

std::expected<Entry, Failure> EntryStore::read(Statement &row)
{
    Entry entry;
    const auto id = uuidFromBytes(row.bytes(1));
    auto author = authorOf(row.number(7));
    if (!id || !author) {
        return author ? failure(FailureKind::Damaged, QStringLiteral("event %1 has no id").arg(row.number(0)))
                      : std::unexpected(author.error());
    }
    entry.position = row.number(0);
    entry.record.id = *id;
    entry.record.subject = subjectText(row.bytes(2), row.number(3));
    entry.record.kind = kindNameOf(row.number(3));
    entry.record.decidedOn = Version(row.number(4));
    entry.record.at = row.instant(5);
    entry.received = row.instant(6);
    entry.record.author = std::move(*author);
    entry.record.content = row.text(8);
    entry.record.personal = row.isNull(9) ? std::string() : std::string(row.text(9));
    copyInto(entry.record.salt, row.bytes(10));
    copyInto(entry.record.personalDigest, row.bytes(11));
    copyInto(entry.chain, row.bytes(12));
    return entry;
}

std::expected<std::vector<Entry>, Failure> EntryStore::readAll(Statement &rows)
{
    std::vector<Entry> entries;
    while (true) {
        const auto row = rows.step();
        if (!row || !*row) {
            rows.reset();
            return row ? std::expected<std::vector<Entry>, Failure>(std::move(entries)) : std::unexpected(row.error());
        }
        auto entry = read(rows);
        if (!entry) {
            rows.reset();
            return std::unexpected(entry.error());
        }
        entries.push_back(std::move(*entry));
    }
}

std::expected<std::vector<Entry>, Failure> EntryStore::after(Position position, int limit)
{
    return readAll(_after.bind(1, position).bind(2, std::int64_t(limit)));
}

std::expected<std::vector<Entry>, Failure> EntryStore::trailOf(const TicketId &ticket)
{
    return readAll(_trail.bindBytes(1, bytesOf(ticket)));
}

std::expected<std::int64_t, Failure> EntryStore::countOf(const TicketId &ticket)
{
    return counted(_count.bindBytes(1, bytesOf(ticket)));
}

std::expected<std::int64_t, Failure> EntryStore::countBefore(const TicketId &ticket, Position position)
{
    return counted(_countBefore.bindBytes(1, bytesOf(ticket)).bind(2, position));
}

std::expected<std::int64_t, Failure> EntryStore::counted(Statement &count)
{
    const auto row = count.step();
    const std::int64_t found = row && *row ? count.number(0) : 0;
    count.reset();
    return row ? std::expected<std::int64_t, Failure>(found) : std::unexpected(row.error());
}

std::expected<std::optional<Position>, Failure> EntryStore::positionOf(const EventId &id)
{
    const auto row = _position.bindBytes(1, bytesOf(id)).step();
    const auto position = row && *row ? std::optional(_position.number(0)) : std::nullopt;
    _position.reset();
    return row ? std::expected<std::optional<Position>, Failure>(position) : std::unexpected(row.error());
}

std::expected<void, Failure> EntryStore::walk(
    Position first, Position last, const std::function<std::expected<void, Failure>(Entry &&)> &visit)
{
    _range.bind(1, first).bind(2, last);
    while (true) {
        const auto row = _range.step();
        if (!row || !*row) {
            _range.reset();
            return row ? std::expected<void, Failure> {} : std::unexpected(row.error());
        }
        auto visited = read(_range).and_then([&](Entry &&entry) { return visit(std::move(entry)); });
        if (!visited) {
            _range.reset();
            return visited;
        }
    }
}

std::expected<void, Failure> EntryStore::forget(const TicketId &ticket)
{
    return _forget.bindBytes(1, bytesOf(ticket)).run();
}

} // namespace huying
