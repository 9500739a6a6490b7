#pragma once

#include <cache/Cache.h>
#include <storage/TicketStore.h>

namespace huying::testing
{

/// Writes pages into a cache's file with a connection of its own, without asking whether they go on from what is there.
class TrustingJournal : public Journal
{
public:
    TrustingJournal(Cache &cache, const std::string &file);

    std::expected<Position, Failure> position() const override { return _cache.position(); }
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &page) const override;
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override;

protected:
    std::expected<void, Failure> writePage(const Page &page, std::span<const Entry> trails, bool withHead);
    std::expected<void, Failure> writeHead(const Entry &last);
    const Database &database() const { return _database; }

private:
    std::expected<void, Failure> writeEntry(const Entry &entry);
    std::expected<void, Failure> writeRow(const TicketId &ticket);

    Cache &_cache;
    Database _database;
    EntryStore _entries;
    TicketStore _tickets;
    FactStore _facts;
};

} // namespace huying::testing
