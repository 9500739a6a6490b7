#pragma once

#include <cache/Cache.h>
#include <support/TicketStory.h>

#include <QTemporaryDir>

namespace huying::testing
{

/// A log in memory that gives places and links the chain, as a ledger does.
class Log
{
public:
    template <class Event>
    void add(const Event &event)
        requires std::same_as<Event, TicketEvent> || std::same_as<Event, CountyEvent>
    {
        Entry entry {
            .position = Position(entries.size()) + 1, .received = event.at, .record = recordOf(event, {}), .chain = {}
        };
        entry.chain = chainAfter(entries.empty() ? Digest {} : entries.back().chain, entry);
        entries.push_back(entry);
    }
    void add(const TicketStory &story, std::size_t from = 0)
    {
        for (std::size_t i = from; i < story.events().size(); ++i) {
            add(story.events()[i]);
        }
    }
    Page page(std::size_t from, std::size_t to) const
    {
        Page page;
        page.entries = { entries.begin() + std::ptrdiff_t(from), entries.begin() + std::ptrdiff_t(to) };
        page.head = Position(entries.size());
        return page;
    }
    Page whole() const { return page(0, entries.size()); }

    std::vector<Entry> entries;
};

inline RuleBook rules()
{
    return {};
}

inline std::unique_ptr<Cache> cacheIn(const QTemporaryDir &folder)
{
    return Cache::open(folder.filePath(QStringLiteral("cache.sqlite")).toStdString(), {}).value();
}

} // namespace huying::testing
