#include "Verification.h"

#include "Faults.h"
#include "LedgerReader.h"
#include "Refolding.h"
#include "Shard.h"

#include <QCoreApplication>

#include <thread>

namespace huying
{

namespace
{

constexpr std::size_t threads = 2;
constexpr std::size_t batchSize = 4'096;

void countRow(Verification &found, const TicketRow &row, Instant moment)
{
    ++found.tickets;
    ++found.bySteps[static_cast<std::size_t>(row.step)];
    if (!row.isOpen()) {
        return;
    }
    const Lamp lamp = lampOf(row, moment);
    ++found.byLamps[static_cast<std::size_t>(lamp)];
    ++(lamp == Lamp::Overdue || row.isExtensionAsked ? found.openOverdueOrAsking : found.openInTime);
}

/// Every ticket's version by its row, and the counts of the rows.
std::expected<std::unordered_map<TicketId, Version>, Failure> countRows(
    LedgerReader &reader, Verification &found, Instant moment)
{
    std::unordered_map<TicketId, Version> versions;
    return reader.rows()
        .walk([&](const TicketRow &row) {
            countRow(found, row, moment);
            versions.emplace(row.id, row.version);
            return std::expected<void, Failure>();
        })
        .transform([&] { return std::move(versions); });
}

/// Hands the log to the shards in batches, and looks that no position is missing.
std::expected<void, Failure> readLog(
    LedgerReader &reader, Position end, std::span<Shard> shards, Faults &faults, const Progress &progress)
{
    auto batch = std::make_shared<Batch>();
    Position next = 1;
    const auto hand = [&]() -> std::expected<void, Failure> {
        Digest last = batch->before;
        if (!batch->entries.empty()) {
            last = batch->entries.back().chain;
        }
        for (Shard &shard : shards) {
            shard.give(batch);
        }
        batch = std::make_shared<Batch>();
        batch->before = last;
        if (!progress(next - 1, end)) {
            return failure(FailureKind::Cancelled, QCoreApplication::translate("ledger", "The check was stopped."));
        }
        return {};
    };
    const auto walked = reader.entries().walk(1, end, [&](Entry &&entry) -> std::expected<void, Failure> {
        if (entry.position != next) {
            faults.add(QCoreApplication::translate("ledger", "Entry %1 is missing from the log.").arg(next));
        }
        next = entry.position + 1;
        batch->entries.push_back(std::move(entry));
        return batch->entries.size() < batchSize ? std::expected<void, Failure>() : hand();
    });
    return walked.and_then(hand);
}

/// Whether the figures that are kept are those of the tickets as they were folded.
std::expected<void, Failure> compareFigures(LedgerReader &reader, const FigureDigests &folded, Faults &faults)
{
    return digestsOf(reader.database()).transform([&](const FigureDigests &kept) {
        for (const FigureDigests::Part &part : kept.differences(folded)) {
            const QString day = QString::fromStdString(isoDay(part.day));
            const QString area = QString::fromStdString(part.area);
            faults.add(part.counting == Counting::Flow
                    ? QCoreApplication::translate("ledger", "What happened on %1 in %2 is not what the figures say.")
                          .arg(day, area)
                    : QCoreApplication::translate(
                          "ledger", "What became of the reports of %1 in %2 is not what the figures say.")
                          .arg(day, area));
        }
    });
}

} // namespace

std::expected<Verification, Failure> verify(
    const std::filesystem::path &ledger, const LedgerSettings &settings, Instant moment, const Progress &progress)
{
    auto reader = LedgerReader::open(ledger);
    if (!reader) {
        return std::unexpected(std::move(reader).error());
    }
    const auto held = reader->hold();
    const auto head = reader->head();
    if (!held || !head) {
        return std::unexpected(held ? head.error() : held.error());
    }
    Verification found;
    const auto versions = countRows(*reader, found, moment);
    if (!versions) {
        return std::unexpected(versions.error());
    }
    Faults faults;
    std::expected<void, Failure> read;
    std::size_t folded = 0;
    FigureDigests figures;
    {
        std::vector<Shard> shards;
        shards.reserve(threads);
        for (std::size_t number = 0; number < threads; ++number) {
            shards.emplace_back(ShardOf { number, threads }, ledger, settings, *versions, faults);
        }
        read = readLog(*reader, head->position, shards, faults, progress);
        for (Shard &shard : shards) {
            folded += shard.finish(read.has_value());
            figures.add(shard.figures());
        }
    }
    if (read && folded != versions->size()) {
        faults.add(QCoreApplication::translate("ledger", "%1 tickets have a row and no whole trail.")
                .arg(versions->size() - folded));
    }
    read = read.and_then([&] { return compareFigures(*reader, figures, faults); });
    found.entries = head->position;
    found.faults = faults.count();
    found.examples = faults.examples();
    return read.transform([&] { return std::move(found); });
}

} // namespace huying
