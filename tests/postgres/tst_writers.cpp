#include "Cluster.h"

#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <postgres/Listening.h>
#include <postgres/SharedLedger.h>
#include <support/Sentences.h>

#include <thread>

using namespace huying;

namespace
{

const Founding founding { { "130529" }, at(-60) };

/// One backend that writes: stories of its own, proposal by proposal, each again until it is answered.
struct Writer {
    Writer(const PostgresAddress &address, const std::filesystem::path &folder, int firstId, int stories)
        : ledger(SharedLedger::open(address, founding, folder, {}, [](int) { return true; }).value())
        , first(firstId)
        , count(stories)
    {
        ledger->onCommit([this](std::span<const Entry> entries) {
            for (const Entry &entry : entries) {
                isInOrder = isInOrder && entry.position == told + 1;
                told = entry.position;
            }
        });
        told = ledger->position();
    }

    void write()
    {
        bool isLast = false;
        while (!isLast) {
            isLast = !isOutageAhead && written + 1 >= count;
            writeStory();
            isLast = isLast || !isAwayOnly;
        }
    }

    void writeStory()
    {
        for (const Proposal &proposal : wholeStory(first + 10 * written)) {
            if (isAwayOnly) { // else it will not come back
                propose(proposal);
            }
        }
        ++written;
    }

    void propose(const Proposal &proposal)
    {
        auto outcomes = ledger->append(std::span(&proposal, 1), at(1));
        while (!outcomes && isAwayOnly) {
            ++failures;
            const FailureKind kind = outcomes.error().kind;
            isAwayOnly = kind == FailureKind::Unreachable || kind == FailureKind::Busy;
            outcomes = ledger->append(std::span(&proposal, 1), at(1));
        }
        if (!outcomes) {
            return;
        }
        areAllAccepted = areAllAccepted && outcomes->front().isAccepted();
        if (outcomes->front().isAccepted()) {
            acknowledged.emplace(proposal.records.front().id, outcomes->front().positions.front());
        }
        ++answered;
    }

    bool hasGoneOn() const { return answered > answeredBefore && isAwayOnly; }
    bool hasCome(int proposals) const { return answered > proposals || !isAwayOnly; }

    std::unique_ptr<SharedLedger> ledger;
    int first;
    int count; ///< of stories, at least
    int written = 0;
    std::atomic<bool> isOutageAhead = false; ///< goes on writing, and tells one story more when it is over
    std::map<EventId, Position> acknowledged;
    std::atomic<int> answered = 0;
    int failures = 0; ///< may be none through an outage: a lost connection is made again once without a word
    std::atomic<int> answeredBefore = 0; ///< the last crash
    bool areAllAccepted = true;
    std::atomic<bool> isAwayOnly = true;
    bool isInOrder = true;
    Position told = 0;
};

/// While it lives, writers go on writing: each meets the outage, however fast it is.
class Outage
{
public:
    explicit Outage(const std::vector<std::unique_ptr<Writer>> &writers) : _writers(writers) { announce(true); }
    ~Outage() { announce(false); }
    Q_DISABLE_COPY_MOVE(Outage)

private:
    void announce(bool isAhead)
    {
        for (const auto &writer : _writers) {
            writer->isOutageAhead = isAhead;
        }
    }

    const std::vector<std::unique_ptr<Writer>> &_writers;
};

/// A reader that asks again and again for what comes after what it has.
struct Reader {
    explicit Reader(const Cluster &cluster) : log(SharedLog::open(cluster.address(), founding.county).value()) {}

    void read(const std::stop_token &stop, bool &isDense)
    {
        Position last = 0;
        while (!stop.stop_requested()) {
            const std::vector<Entry> entries = log.after(last, 100).value();
            for (const Entry &entry : entries) {
                isDense = isDense && entry.position == last + 1;
                last = entry.position;
            }
        }
    }

    SharedLog log;
};

bool holds(const std::vector<Entry> &entries)
{
    Digest chain {};
    Position position = 0;
    for (const Entry &entry : entries) {
        chain = chainAfter(chain, entry);
        if (entry.position != ++position || entry.chain != chain) {
            return false;
        }
    }
    return true;
}

} // namespace

/// Several backends on one county's log at once.
class TestWriters : public Sentences
{
    Q_OBJECT

    std::unique_ptr<Cluster> _cluster;
    std::unique_ptr<QTemporaryDir> _folder;

    std::vector<std::unique_ptr<Writer>> writers(int count, int stories) const
    {
        return writers(count, stories, _cluster->address());
    }
    std::vector<std::unique_ptr<Writer>> writers(int count, int stories, const PostgresAddress &address) const
    {
        std::vector<std::unique_ptr<Writer>> all;
        for (int i = 0; i < count; ++i) {
            const std::filesystem::path folder = _folder->filePath(QString::number(i)).toStdString();
            all.push_back(std::make_unique<Writer>(address, folder, 1 + 100'000 * i, stories));
        }
        return all;
    }
    std::vector<Entry> log() const { return log(_cluster->address()); }
    static std::vector<Entry> log(const PostgresAddress &address)
    {
        return SharedLog::open(address, founding.county).value().after(0, 1'000'000).value();
    }
    bool crashUnder(const std::vector<std::unique_ptr<Writer>> &all)
    {
        const bool isDown = _cluster->crash();
        for (const auto &writer : all) {
            writer->answeredBefore = writer->answered.load();
        }
        return isDown;
    }
    static std::size_t eventsOf(const std::vector<std::unique_ptr<Writer>> &all)
    {
        std::size_t events = 0;
        for (const auto &writer : all) {
            events += std::size_t { 6 } * writer->written;
        }
        return events;
    }
    /// Whether all that was answered is in the log at the place that was told, and nothing else is.
    static bool isWhatWasAnswered(const std::vector<Entry> &entries, const std::vector<std::unique_ptr<Writer>> &all)
    {
        std::map<EventId, Position> answered;
        for (const auto &writer : all) {
            answered.insert(writer->acknowledged.begin(), writer->acknowledged.end());
        }
        std::map<EventId, Position> there;
        for (const Entry &entry : entries) {
            there.emplace(entry.record.id, entry.position);
        }
        return there == answered && there.size() == entries.size();
    }

private slots:
    void initTestCase()
    {
        if (!Cluster::isThere()) {
            QSKIP("PostgreSQL 17 is not on this machine (package postgresql-17)");
        }
    }
    void init()
    {
        Sentences::init();
        _cluster = std::make_unique<Cluster>();
        QVERIFY2(_cluster->trouble().isEmpty(), qPrintable(_cluster->trouble()));
        _folder = std::make_unique<QTemporaryDir>();
    }

    void eightWritersLeaveNoGapAndDoubleNothing()
    {
        const auto all = writers(8, 12);
        Reader reader(*_cluster);
        bool isDense = true;
        {
            const std::jthread reading([&](const std::stop_token &stop) { reader.read(stop, isDense); });
            std::vector<std::jthread> writing;
            writing.reserve(all.size());
            for (const auto &writer : all) {
                writing.emplace_back([&writer] { writer->write(); });
            }
        }
        QVERIFY(isDense);
        const auto entries = log();
        QCOMPARE(entries.size(), std::size_t { 8 * 12 * 6 });
        QVERIFY(holds(entries));
        QVERIFY(isWhatWasAnswered(entries, all));
        for (const auto &writer : all) {
            QCOMPARE(writer->failures, 0);
            QVERIFY(writer->areAllAccepted && writer->isInOrder);
            QVERIFY(writer->ledger->follow());
            QCOMPARE(writer->ledger->copy().head().chain, entries.back().chain);
            const auto checked =
                verify(writer->ledger->copy().file(), {}, at(1), [](Position, Position) { return true; });
            QVERIFY(checked && checked->isSound());
        }
    }

    void whoeverIsFirstOfTwoWithTheSameProposalBothGetItsPlace()
    {
        const auto all = writers(2, 20);
        all[1]->first = all[0]->first;
        {
            std::vector<std::jthread> writing;
            writing.reserve(all.size());
            for (const auto &writer : all) {
                writing.emplace_back([&writer] { writer->write(); });
            }
        }
        QCOMPARE(all[0]->acknowledged, all[1]->acknowledged);
        QCOMPARE(log().size(), std::size_t { 20 * 6 });
    }

    void nothingAcknowledgedIsLostOrDoubledWhenTheDatabaseCrashes()
    {
        const auto all = writers(3, 100);
        std::vector<std::unique_ptr<Listening>> listening;
        listening.reserve(all.size());
        for (const auto &writer : all) {
            listening.push_back(std::make_unique<Listening>(*writer->ledger, _cluster->address()));
        }
        {
            std::vector<std::jthread> writing;
            const Outage outage(all); // is over before the writers are waited for
            writing.reserve(all.size());
            for (const auto &writer : all) {
                writing.emplace_back([&writer] { writer->write(); });
            }
            for (int crash = 1; crash <= 4; ++crash) {
                // all of them are in the middle of it
                QTRY_VERIFY_WITH_TIMEOUT(
                    std::ranges::all_of(all, [&](const auto &writer) { return writer->hasCome(100 * crash); }),
                    120'000);
                QVERIFY2(crashUnder(all), qPrintable(_cluster->trouble()));
                QVERIFY2(_cluster->start(), qPrintable(_cluster->trouble()));
            }
        }
        const auto entries = log();
        QVERIFY(holds(entries));
        QVERIFY(isWhatWasAnswered(entries, all));
        QCOMPARE(entries.size(), eventsOf(all));
        for (const auto &writer : all) {
            QVERIFY(writer->hasGoneOn() && writer->areAllAccepted);
            QVERIFY(writer->ledger->follow());
            QVERIFY(writer->isInOrder);
            QCOMPARE(writer->told, entries.back().position);
        }
    }

    void whatWasAcknowledgedOutlivesThePrimary()
    {
        const auto standby = Cluster::standbyOf(*_cluster);
        QVERIFY2(standby->trouble().isEmpty(), qPrintable(standby->trouble()));
        const PostgresAddress both = _cluster->addressWith(*standby);
        const auto all = writers(3, 60, both);
        QTRY_COMPARE_WITH_TIMEOUT(_cluster->ask(QStringLiteral("SELECT sync_state FROM pg_stat_replication")),
            QStringLiteral("sync"), 60'000);
        {
            std::vector<std::jthread> writing;
            const Outage outage(all); // is over before the writers are waited for
            writing.reserve(all.size());
            for (const auto &writer : all) {
                writing.emplace_back([&writer] { writer->write(); });
            }
            QTRY_VERIFY_WITH_TIMEOUT(
                std::ranges::all_of(all, [](const auto &writer) { return writer->hasCome(100); }), 120'000);
            QVERIFY2(crashUnder(all), qPrintable(_cluster->trouble()));
            QVERIFY2(standby->promote(), qPrintable(standby->trouble()));
        }
        const auto entries = log(both);
        QVERIFY(holds(entries));
        QVERIFY(isWhatWasAnswered(entries, all));
        QCOMPARE(entries.size(), eventsOf(all));
        for (const auto &writer : all) {
            QVERIFY(writer->hasGoneOn() && writer->areAllAccepted);
        }
    }
};

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
