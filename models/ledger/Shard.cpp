#include "Shard.h"

#include "Waiting.h"

#include <QCoreApplication>

#include <atomic>

namespace huying
{

namespace
{

constexpr std::size_t batchesWaiting = 8;

struct SayShard {
    Q_DECLARE_TR_FUNCTIONS(ledger)
};

} // namespace

struct Shard::Work {
    Work(ShardOf share, const std::filesystem::path &ledger, const LedgerSettings &settings,
        const std::unordered_map<TicketId, Version> &versions, Faults &found);

    void run();
    void check(const Batch &batch);
    void checkLink(const Entry &entry, const Digest &before);
    bool isMine(const Entry &entry) const;
    std::expected<void, Failure> compare(const Ticket &ticket, const TicketRow &row);

    ShardOf part;
    Faults &faults;
    std::expected<LedgerReader, Failure> reader;
    Refolding refolding;
    std::size_t folded = 0;
    FigureDigests figures;

    Waiting<std::shared_ptr<const Batch>> waiting { batchesWaiting };
    std::atomic<bool> isDropped = false;
};

Shard::Work::Work(ShardOf share, const std::filesystem::path &ledger, const LedgerSettings &settings,
    const std::unordered_map<TicketId, Version> &versions, Faults &found)
    : part(share)
    , faults(found)
    , reader(LedgerReader::open(ledger))
    , refolding(
          settings, Refolding::Checking::Trusting,
          [&versions](const TicketId &id) {
              const auto known = versions.find(id);
              return known == versions.end() ? Version { 0 } : known->second;
          },
          [this](const Ticket &ticket, const TicketRow &row) { return compare(ticket, row); })
{
}

bool Shard::Work::isMine(const Entry &entry) const
{
    const auto ticket = ticketOf(entry.record);
    return ticket ? std::hash<Uuid>()(*ticket) % part.count == part.number : noticeIn(entry.record).has_value();
}

void Shard::Work::checkLink(const Entry &entry, const Digest &before)
{
    if (entry.chain != chainAfter(before, entry)) {
        faults.add(
            SayShard::tr("The chain is broken at entry %1: it or one before it was changed.").arg(entry.position));
    }
}

std::expected<void, Failure> Shard::Work::compare(const Ticket &ticket, const TicketRow &row)
{
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto kept = reader->rows().find(ticket.id);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    folded += *kept ? 1 : 0;
    figures.add(row);
    if (!*kept) {
        faults.add(SayShard::tr("Ticket %1 has a trail and no row.").arg(QString::fromStdString(ticket.number)));
    } else if (**kept != row) {
        faults.add(SayShard::tr("The row of ticket %1 is not what its trail says.")
                .arg(QString::fromStdString(ticket.number)));
    }
    return {};
}

void Shard::Work::check(const Batch &batch)
{
    const Digest *before = &batch.before;
    for (const Entry &entry : batch.entries) {
        if (static_cast<std::size_t>(entry.position) % part.count == part.number) {
            checkLink(entry, *before);
        }
        before = &entry.chain;
        if (!isMine(entry)) {
            if (part.number == 0 && !ticketOf(entry.record)) {
                if (const auto event = eventOf(entry.record); !event) {
                    faults.add(SayShard::tr("Entry %1: %2").arg(entry.position).arg(event.error().text));
                }
            }
            continue;
        }
        if (const auto taken = refolding.take(entry); !taken) {
            faults.add(SayShard::tr("Entry %1: %2").arg(entry.position).arg(taken.error().text));
        }
    }
}

void Shard::Work::run()
{
    while (const auto batch = waiting.take()) {
        if (!isDropped) {
            check(**batch);
        }
    }
    if (!isDropped) {
        if (const auto concluded = refolding.conclude(); !concluded) {
            faults.add(concluded.error().text);
        }
    }
}

Shard::Shard(ShardOf part, const std::filesystem::path &ledger, const LedgerSettings &settings,
    const std::unordered_map<TicketId, Version> &versions, Faults &faults)
    : _work(std::make_unique<Work>(part, ledger, settings, versions, faults))
    , _thread([work = _work.get()] { work->run(); })
{
}

Shard::Shard(Shard &&) noexcept = default;

Shard::~Shard()
{
    if (_work) {
        finish(false);
    }
}

void Shard::give(std::shared_ptr<const Batch> batch)
{
    _work->waiting.give(std::move(batch));
}

std::size_t Shard::finish(bool whole)
{
    if (!whole) {
        _work->isDropped = true;
    }
    _work->waiting.end();
    if (_thread.joinable()) {
        _thread.join();
    }
    return _work->folded;
}

const FigureDigests &Shard::figures() const
{
    return _work->figures;
}

} // namespace huying
