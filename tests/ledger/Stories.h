#pragma once

#include <ledger/BulkLedger.h>
#include <ledger_builders/Builders.h>

#include <QFile>

namespace huying
{

inline const Founding founded { { "130529" }, at(-60) };
inline constexpr int tickets = 40;
inline constexpr int stillOpen = 3; ///< of them, after three events

inline bool goOn(int)
{
    return true;
}

/// Writes 40 stories, one event of each after the other; the last three are left open.
inline std::expected<Head, Failure> writeBulk(const std::filesystem::path &file)
{
    auto bulk = BulkLedger::create(file, founded, {});
    if (!bulk) {
        return std::unexpected(bulk.error());
    }
    const auto noticed = bulk->append(settingOf(1'000'000, noticeOf(2023)), {}, at(0));
    std::unordered_map<TicketId, Ticket> folded;
    for (int i = 0; i < 6 * tickets; ++i) {
        const int step = i / tickets;
        const int ticket = i % tickets;
        if (step > 2 && ticket >= tickets - stillOpen) {
            continue;
        }
        const Record record = wholeStory(1 + 10 * ticket, at(ticket)).at(std::size_t(step)).records.front();
        const TicketEvent event = std::get<TicketEvent>(eventOf(record).value());
        if (const auto applied = apply(folded[event.ticket], event, bulk->rules()); !applied) {
            return std::unexpected(applied.error());
        }
        bulk->append(event, record.salt, at(i), folded[event.ticket]);
    }
    return noticed.and_then([&](Position) { return bulk->finish(goOn); });
}

inline QByteArray contentOf(const std::filesystem::path &file)
{
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace huying
