#include "Prehistory.h"

#include "Deeds.h"
#include "People.h"
#include "Surroundings.h"

#include <cache/OutboxFile.h>
#include <ledger/Ledger.h>
#include <ledger/Snapshot.h>
#include <storage/CheckedPages.h>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace huying::testing
{

namespace
{

using std::chrono::hours;

void orThrow(const auto &result)
{
    if (!result) {
        throw std::runtime_error(result.error().text.toStdString());
    }
}

/// Writes every page of a file that has checked ones once more, so that each has its hash.
void stamp(const std::string &path, const std::string &bytes, std::size_t size)
{
    sqlite3 *connection = nullptr;
    sqlite3_file *file = nullptr;
    sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READWRITE, checkedPages());
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file));
    for (std::size_t at = 0; at < bytes.size(); at += size) {
        file->pMethods->xWrite(file, bytes.data() + at, int(size), sqlite3_int64(at));
    }
    sqlite3_close(connection);
}

/// The file at `path` in small pages: a world writes less for the same rows, and tears more of them.
std::string bytesOn(Disk &disk, const std::string &path)
{
    sqlite3 *connection = nullptr;
    sqlite3_open(path.c_str(), &connection);
    const int result =
        sqlite3_exec(connection, "PRAGMA journal_mode=DELETE; PRAGMA page_size=1024; VACUUM; PRAGMA journal_mode=WAL",
            nullptr, nullptr, nullptr);
    sqlite3_close(connection);
    if (result != SQLITE_OK) {
        throw std::runtime_error("the pages of " + path + " cannot be made smaller");
    }
    stamp(path, disk.open(path, false)->now, 1024);
    return disk.open(path, false)->now;
}

std::array<std::uint8_t, 10> randomBytes(std::mt19937_64 &random)
{
    std::array<std::uint8_t, 10> bytes {};
    std::ranges::generate(bytes, [&] { return std::uint8_t(random()); });
    return bytes;
}

/// Tickets of every kind of course, told event by event to the ledger.
void live(Ledger &ledger, Prehistory &before, int tickets, std::mt19937_64 &random)
{
    const Account account = dispatcherAt(9);
    for (int i = 0; i < tickets; ++i) {
        Instant now = firstMorning() - hours { 24 * 9 - int(before.tickets.size()) };
        TicketEvent event { .id = uuid7(now, randomBytes(random)),
            .ticket = {},
            .decidedOn = 0,
            .author = authorAt(9, account),
            .at = now,
            .content = reportNumbered(
                "20261201-09-000" + std::to_string(before.tickets.size()), townshipBy(before.tickets.size()), random) };
        event.ticket = event.id;
        before.tickets.push_back(event.ticket);
        Ticket ticket;
        const auto moves = 2 + random() % 6;
        for (std::size_t move = 0; move <= moves; ++move) {
            if (check(ticket, event, ledger.rules())) {
                const Proposal proposal { { recordOf(event, { 7 }) } };
                orThrow(ledger.append(std::span(&proposal, 1), now));
                fold(ticket, event, ledger.rules());
            }
            now += hours { 1 };
            const auto deed = nextDeed(ticket, account, now, random);
            event = { .id = uuid7(now, randomBytes(random)),
                .ticket = ticket.id,
                .decidedOn = ticket.version,
                .author = authorAt(9, account),
                .at = now,
                .content = deed.value_or(Noted { "备注" }) };
        }
    }
}

} // namespace

std::string bytesIn(const std::string &file)
{
    std::string bytes(std::size_t(std::filesystem::file_size(file)), '\0');
    std::ifstream(file, std::ios::binary).read(bytes.data(), std::streamsize(bytes.size()));
    return bytes;
}

Instant firstMorning()
{
    return *instantFromIso("2026-12-22 09:00");
}

Prehistory prehistory(DiskVfs &vfs, const std::string &folder)
{
    Prehistory before;
    Disk disk(1);
    const std::string root = folder + "/before/";
    std::filesystem::create_directories(root);
    vfs.mount(root, &disk);
    std::mt19937_64 random(20261222);
    {
        auto ledger = Ledger::open(root + "ledger", { { "130529" }, firstMorning() - hours { 24 * 30 } }, {});
        orThrow(ledger);
        const auto keep = [&](std::string Beginning::*which) {
            for (const Audience &audience : everyAudience()) {
                orThrow(which == &Beginning::firstPart
                        ? writeFirstPart(root + "ledger", folder + "/kept", audience, Instant::max())
                        : writeSnapshot(root + "ledger", folder + "/kept", audience));
                disk.put(root + "kept", bytesIn(folder + "/kept"));
                before.beginnings[nameOf(audience)].*which = bytesOn(disk, root + "kept");
            }
        };
        keep(&Beginning::empty);
        live(*ledger, before, 2, random);
        keep(&Beginning::older);
        live(*ledger, before, 5, random);
        keep(&Beginning::snapshot);
        keep(&Beginning::firstPart);
        before.entries = std::size_t(ledger->head().position);
    }
    orThrow(OutboxFile::open(root + "outbox"));
    before.ledger = bytesOn(disk, root + "ledger");
    before.emptyOutbox = bytesOn(disk, root + "outbox");
    vfs.mount(root, nullptr);
    return before;
}

} // namespace huying::testing
