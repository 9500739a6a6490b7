#include "WrongParts.h"

#include "TrustingJournal.h"

#include <storage/Schema.h>

#include <algorithm>

namespace huying::testing
{

namespace
{

class CursorBeforePage : public TrustingJournal
{
public:
    using TrustingJournal::TrustingJournal;
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override
    {
        return writeHead(page.entries.back()).and_then([&] { return writePage(page, trails, false); });
    }
};

class CursorElsewhere : public TrustingJournal
{
public:
    CursorElsewhere(Cache &cache, const std::string &file)
        : TrustingJournal(cache, file)
        , _own(Database::open(file + ".cursor", Opening::Create, Synchronous::Full).value_or(Database()))
    {
        if (_own.isOpen()) {
            static_cast<void>(_own.execute("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value ANY)"));
        }
    }
    std::expected<Position, Failure> position() const override
    {
        return stateNumber(_own, "position").and_then([&](std::optional<std::int64_t> known) {
            return known ? std::expected<Position, Failure>(*known) : TrustingJournal::position();
        });
    }
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override
    {
        return writePage(page, trails, true).and_then([&] {
            return setState(_own, "position", std::int64_t { page.entries.back().position });
        });
    }

private:
    Database _own;
};

/// Does not look which tickets have left its reader's sight.
class LeftSightKept : public Journal
{
public:
    LeftSightKept(Cache &cache, const std::string &) : _cache(cache) {}
    std::expected<Position, Failure> position() const override { return _cache.position(); }
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &page) const override
    {
        return _cache.missingFor(page);
    }
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override
    {
        Page cut = page;
        for (Stub &stub : cut.stubs) {
            stub.ticket.reset();
        }
        return _cache.store(cut, trails);
    }

private:
    Cache &_cache;
};

/// Is content with those events of a ticket that come after it has come into sight.
class EarlierNotAsked : public Journal
{
public:
    EarlierNotAsked(Cache &cache, const std::string &) : _cache(cache) {}
    std::expected<Position, Failure> position() const override { return _cache.position(); }
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &) const override
    {
        return std::vector<TicketId>();
    }
    std::expected<void, Failure> store(const Page &page, std::span<const Entry> trails) override
    {
        Page cut = page;
        cut.before.clear();
        return _cache.store(cut, trails);
    }

private:
    Cache &_cache;
};

class DeletedBeforeAnswer : public Outbox
{
public:
    DeletedBeforeAnswer(OutboxFile &outbox, const std::string &file)
        : _outbox(outbox), _database(Database::open(file, Opening::Write).value_or(Database()))
    {
    }
    std::expected<std::vector<Proposal>, Failure> unanswered(int limit) const override
    {
        auto waiting = _outbox.unanswered(limit);
        for (const Proposal &proposal : waiting.value_or(std::vector<Proposal>())) {
            auto remove = _database.later("DELETE FROM proposal WHERE event = ?1");
            static_cast<void>(remove.bindBytes(1, bytesOf(proposal.records.front().id)).run());
        }
        return waiting;
    }
    std::expected<void, Failure> answered(
        std::span<const Proposal> proposals, std::span<const Outcome> outcomes) override
    {
        std::expected<void, Failure> done;
        for (const Proposal &proposal : proposals) {
            done = done.and_then([&] { return _outbox.put(proposal); });
        }
        return done.and_then([&] { return _outbox.answered(proposals, outcomes); });
    }

private:
    OutboxFile &_outbox;
    Database _database;
};

/// Several writers, each of which takes a number when it begins and shows it when it has ended: now and then one of the
/// last numbers is not to be seen yet.
class SequenceLog : public ServedLog
{
public:
    explicit SequenceLog(LedgerReader &reader) : _reader(reader) {}
    std::expected<Page, Failure> entriesAfter(Position position, int limit, const Audience &audience) override
    {
        auto page = _reader.entriesAfter(position, limit, audience);
        if (page && page->entries.size() > 1 && ++_asked % 4 == 0 && page->entries.back().position == page->head) {
            page->entries.erase(page->entries.end() - 2);
        }
        return page;
    }
    std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) override
    {
        return _reader.trailsOf(tickets, audience);
    }
    std::expected<bool, Failure> isSeen(const TicketId &, const Audience &) override { return true; }
    std::expected<PackedSnapshot, Failure> snapshot(const Audience &, SnapshotOf, const std::string &) override
    {
        return failure(FailureKind::NotFound, {});
    }

private:
    LedgerReader &_reader;
    int _asked = 0;
};

class AcceptedTwice : public ServedLedger
{
public:
    AcceptedTwice(ServedLedger &ledger, const std::string &file, std::function<void()> reopen)
        : _ledger(ledger), _file(file), _reopen(std::move(reopen))
    {
    }
    std::expected<std::vector<Outcome>, Failure> append(
        std::span<const Proposal> proposals, std::span<const Account> by) override
    {
        std::vector<Outcome> outcomes;
        for (const Proposal &proposal : proposals) {
            auto again = secondPlace(proposal.records.front().id);
            if (again && *again > 0) {
                outcomes.push_back({ { *again }, {} });
                continue;
            }
            auto one = again ? _ledger.append(std::span(&proposal, 1), by) : std::unexpected(again.error());
            if (!one) {
                return one;
            }
            outcomes.push_back(one->front());
        }
        return outcomes;
    }

private:
    /// Where the event stands now for the second time; 0 when it is new.
    std::expected<Position, Failure> secondPlace(const EventId &id)
    {
        auto database = Database::open(_file, Opening::Write);
        if (!database) {
            return std::unexpected(database.error());
        }
        auto entries = EntryStore::on(*database);
        const auto position = entries->positionOf(id);
        const auto head = readHead(*database);
        if (!position || !*position || !head) {
            return position && head
                ? 0
                : std::expected<Position, Failure>(std::unexpected(position ? head.error() : position.error()));
        }
        const auto there = entries->after(**position - 1, 1);
        const auto written = database->execute("DROP INDEX IF EXISTS event_id").and_then([&] {
            Entry entry = there ? there->front() : Entry();
            entry.position = head->position + 1;
            entry.chain = chainAfter(head->chain, entry);
            return entries->insert(entry);
        });
        _reopen();
        return written.transform([&] { return head->position + 1; });
    }

    ServedLedger &_ledger;
    std::string _file;
    std::function<void()> _reopen;
};

template <class Wrong>
Parts withJournal()
{
    Parts parts;
    parts.isOnlyOfTheHall = std::is_base_of_v<TrustingJournal, Wrong>;
    parts.journal = [](Cache &cache, const std::string &file) { return std::make_unique<Wrong>(cache, file); };
    return parts;
}

} // namespace

Parts trustingParts()
{
    return withJournal<TrustingJournal>();
}

Parts cursorBeforePage()
{
    return withJournal<CursorBeforePage>();
}

Parts cursorElsewhere()
{
    return withJournal<CursorElsewhere>();
}

Parts deletedBeforeAnswer()
{
    Parts parts;
    parts.outbox = [](OutboxFile &outbox, const std::string &file) {
        return std::make_unique<DeletedBeforeAnswer>(outbox, file);
    };
    return parts;
}

Parts outboxNotSynced()
{
    Parts parts;
    parts.unsynced = "outbox";
    return parts;
}

Parts sequenceTrusted()
{
    Parts parts = trustingParts();
    parts.log = [](LedgerReader &reader) { return std::make_unique<SequenceLog>(reader); };
    return parts;
}

Parts leftSightKept()
{
    return withJournal<LeftSightKept>();
}

Parts earlierNotAsked()
{
    return withJournal<EarlierNotAsked>();
}

Parts acceptedTwice()
{
    Parts parts;
    parts.ledger = [](ServedLedger &ledger, const std::string &file, std::function<void()> reopen) {
        return std::make_unique<AcceptedTwice>(ledger, file, std::move(reopen));
    };
    return parts;
}

} // namespace huying::testing
