// A ledger of TICKETS (550,000) whole stories: written in bulk, verified, read, paged, made a snapshot of, appended to.
#include <ledger/BulkLedger.h>
#include <ledger/Ledger.h>
#include <ledger/Snapshot.h>
#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>

#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace huying;

namespace
{

/// All of the county with its personal part.
Audience everything()
{
    return { .extent = Audience::Extent::County, .unit = {}, .region = {}, .withPersonal = true };
}

using Clock = std::chrono::steady_clock;

/// By the wall and by the processor, which differ where others work too.
struct Stopwatch {
    Clock::time_point begin = Clock::now();
    std::clock_t used = std::clock();

    void say(const char *what, double count) const
    {
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        const double processor = double(std::clock() - used) / CLOCKS_PER_SEC;
        std::printf("%-44s %8.2f s %8.2f s processor %12.0f a second\n", what, seconds, processor, count / seconds);
        std::fflush(stdout);
    }
};

template <class T>
T need(std::expected<T, Failure> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().text));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// One story in 40 stays open; a thousand tickets go on beside each other.
Position writeBulk(const std::filesystem::path &file, int tickets)
{
    auto bulk = need(BulkLedger::create(file, { { "130529" }, at(0) }, {}));
    need(bulk.append(settingOf(2'000'000'000, noticeOf(2023)), {}, at(0)));
    constexpr int beside = 1'000;
    std::vector<TicketEvent> story;
    for (const Proposal &proposal : wholeStory(1)) {
        story.push_back(std::get<TicketEvent>(need(eventOf(proposal.records.front()))));
    }
    for (int first = 0; first < tickets; first += beside) {
        std::vector<Ticket> folded(beside);
        for (std::size_t step = 0; step < story.size(); ++step) {
            for (std::size_t i = 0; i < beside; ++i) {
                if (step > 2 && i % 40 == 0) {
                    continue;
                }
                TicketEvent event = story[step];
                const int id = 1 + 10 * (first + int(i));
                event.ticket = idOf(id);
                event.id = idOf(id + int(step));
                event.at += std::chrono::minutes { first / 10 };
                if (step == 0) {
                    std::get<Reported>(event.content).number = "T-" + std::to_string(id);
                }
                need(apply(folded[i], event, bulk.rules()));
                bulk.append(event, { 1 }, at(0), folded[i]);
            }
        }
    }
    const Stopwatch watch;
    const Head head = need(bulk.finish([](int) { return true; }));
    watch.say("  of it: finish", double(head.position));
    return head.position;
}

void append(Ledger &ledger, int firstId, int tickets, std::size_t atOnce, const char *what)
{
    std::vector<Proposal> proposals;
    for (int i = 0; i < tickets; ++i) {
        std::ranges::copy(wholeStory(firstId + 10 * i), std::back_inserter(proposals));
    }
    const Stopwatch watch;
    for (std::size_t from = 0; from < proposals.size(); from += atOnce) {
        need(ledger.append(std::span(proposals).subspan(from, std::min(atOnce, proposals.size() - from)), at(0)));
    }
    watch.say(what, double(proposals.size()));
}

} // namespace

int main(int count, char **arguments)
{
    const int tickets = count > 1 ? std::atoi(arguments[1]) : 550'000;
    const QTemporaryDir folder(
        count > 2 ? QString::fromLocal8Bit(arguments[2]) + QStringLiteral("/ledger-XXXXXX") : QString());
    const std::filesystem::path file = folder.filePath(QStringLiteral("ledger")).toStdString();

    Stopwatch watch;
    const Position entries = writeBulk(file, tickets);
    watch.say("written in bulk, checked and folded", double(entries));
    std::printf("%-44s %8.0f MB\n", "size", double(std::filesystem::file_size(file)) / 1e6);

    watch = {};
    const Verification found = need(verify(file, {}, at(0), [](Position, Position) { return true; }));
    watch.say(found.isSound() ? "verified: sound" : "verified: NOT SOUND", double(entries));

    auto reader = need(LedgerReader::open(file));
    watch = {};
    std::int64_t spots = 0;
    need(reader.rows().glance([&](const RowGlance &) { ++spots; }));
    watch.say("glances for a heat map", double(spots));

    watch = {};
    need(reader.entries().walk(1, entries, [](Entry &&) { return std::expected<void, Failure>(); }));
    watch.say("entries read", double(entries));

    watch = {};
    const auto row = need(reader.rows().find(idOf(1 + 10 * (tickets / 2))));
    for (int i = 0; i < 100; ++i) {
        need(reader.rows().page({}, row, 50));
    }
    watch.say("pages of 50 in the middle", 100);

    auto ledger = need(Ledger::open(file, {}));
    watch = {};
    need(writeSnapshot(file, folder.filePath(QStringLiteral("snapshot")).toStdString(), everything()));
    watch.say("snapshot", double(tickets));
    watch = {};
    need(writeSnapshot(file, folder.filePath(QStringLiteral("snapshot")).toStdString(), Audience()));
    watch.say("snapshot without personal parts", double(tickets));

    append(ledger, 100'000'001, 100, 1, "appended one by one, durable");
    append(ledger, 200'000'001, 5'000, 1'000, "appended by the thousand, durable");
    return 0;
}
