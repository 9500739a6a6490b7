#include <ledger/Ledger.h>
#include <ledger/Verification.h>
#include <rules/Notices.h>
#include <simulation/LiveStart.h>
#include <simulation/SimulatedLedger.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace huying
{

namespace
{

std::vector<HolidayNotice> notices()
{
    return publishedNotices().value_or(std::vector<HolidayNotice>());
}

SimulationPlan plan(int tickets)
{
    return { tickets, *dayFromIso("2022-09-01"), *dayFromIso("2023-03-31"), 11 };
}

bool goOn(LedgerStage, int)
{
    return true;
}

} // namespace

class LedgerTest : public Sentences
{
    Q_OBJECT

private slots:
    void twoRunsGiveTheSameBytes()
    {
        QByteArray bytes;
        for (const char *name : { "one", "two" }) {
            const auto made = writeSimulatedLedger(path(name), plan(1'500), notices(), goOn);
            QVERIFY2(made, made ? "" : qPrintable(made.error().text));
            QCOMPARE(made->tickets, 1'500);
            QFile file(QString::fromStdString(path(name).string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray read = file.readAll();
            QVERIFY(bytes.isEmpty() || bytes == read);
            bytes = read;
        }
    }

    void whatIsWrittenIsSound()
    {
        const auto made = writeSimulatedLedger(path("sound"), plan(3'000), notices(), goOn);
        QVERIFY(made);
        const auto found =
            verify(path("sound"), {}, endOf(*dayFromIso("2023-03-31")), [](Position, Position) { return true; });
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QVERIFY2(found->isSound(), qPrintable(found->examples.join(u'\n')));
        QCOMPARE(found->tickets, 3'000);
        QCOMPARE(found->entries, made->head.position);
    }

    void thereIsOneFileAtTheEnd()
    {
        QVERIFY(writeSimulatedLedger(path("single"), plan(50), notices(), goOn));
        const QDir folder(_folder.path());
        QCOMPARE(folder.entryList({ QStringLiteral("single*") }, QDir::Files | QDir::Hidden),
            QStringList { QStringLiteral("single") });
    }

    void aFileThatIsThereIsLeftAlone()
    {
        QFile file(QString::fromStdString(path("taken").string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        const auto made = writeSimulatedLedger(path("taken"), plan(10), notices(), goOn);
        QVERIFY(!made && made.error().kind == FailureKind::Refused);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void stoppingLeavesNothingBehind()
    {
        for (const auto stage : { LedgerStage::Simulating, LedgerStage::Finishing }) {
            const auto made = writeSimulatedLedger(
                path("stopped"), plan(200), notices(), [&](LedgerStage at, int) { return at != stage; });
            QVERIFY(!made && made.error().kind == FailureKind::Cancelled);
            QCOMPARE(QDir(_folder.path()).entryList({ QStringLiteral("stopped*") }, QDir::Files | QDir::Hidden),
                QStringList());
        }
    }

    void aCountyWithoutTicketsIsALedgerToo()
    {
        const auto made = writeSimulatedLedger(path("empty"), plan(0), notices(), goOn);
        QVERIFY(made);
        QVERIFY(made->head.position > 6'000);
    }

    void aLedgerThatGoesOnLiveStaysSound()
    {
        QVERIFY(writeSimulatedLedger(path("live"), plan(1'000), notices(), goOn));
        const Instant begin = endOf(*dayFromIso("2023-03-31")) + std::chrono::hours { 10 };
        int taken = 0;
        {
            auto ledger = Ledger::open(path("live"), LedgerSettings {});
            QVERIFY(ledger);
            auto start = liveStartOf(ledger->reader(), dayOf(begin), {});
            QVERIFY(start && !start->open.empty());
            const std::size_t open = start->open.size();
            LiveCounty county(std::move(*start), ledger->rules().calendar);
            for (int i = 0; i < 1'500; ++i) {
                const Instant now = begin + std::chrono::seconds { i };
                Proposal proposal;
                for (const TicketEvent &event : county.next(now)) {
                    proposal.records.push_back(recordOf(event, saltOf(11, event.id)));
                }
                const auto outcomes = ledger->append(std::span(&proposal, proposal.records.empty() ? 0 : 1), now);
                QVERIFY(outcomes);
                for (const Outcome &outcome : *outcomes) {
                    QVERIFY2(outcome.isAccepted(), outcome.refused ? qPrintable(outcome.refused->text) : "");
                    ++taken;
                }
            }
            QVERIFY(open > 10);
        }
        QVERIFY(taken > 1'000);
        const auto found = verify(path("live"), {}, begin, [](Position, Position) { return true; });
        QVERIFY2(found && found->isSound(), found ? qPrintable(found->examples.join(u'\n')) : "");
    }

    void liveNumbersGoOnAfterThoseOfTheDay()
    {
        const Day day = *dayFromIso("2023-04-03");
        {
            auto ledger = Ledger::open(path("numbers"), simulatedFounding(startOf(day)), LedgerSettings {});
            QVERIFY(ledger);
            LiveStart start;
            start.from = startOf(day) + std::chrono::hours { 9 };
            LiveCounty county(start, *Calendar::fromNotices(notices()));
            int highest = 0;
            for (int i = 0; i < 300; ++i) {
                Proposal proposal;
                for (const TicketEvent &event : county.next(start.from + std::chrono::seconds { i })) {
                    proposal.records.push_back(recordOf(event, saltOf(1, event.id)));
                    if (const Reported *report = std::get_if<Reported>(&event.content)) {
                        highest = std::max(highest, std::stoi(report->number.substr(12)));
                    }
                }
                QVERIFY(ledger->append(std::span(&proposal, proposal.records.empty() ? 0 : 1), start.from));
            }
            QVERIFY(highest > 20);
            QCOMPARE(liveStartOf(ledger->reader(), day, {})->lastSerial, highest);
            QCOMPARE(liveStartOf(ledger->reader(), day + std::chrono::days { 1 }, {})->lastSerial, 0);
        }
    }

private:
    std::filesystem::path path(const char *name) const { return (_folder.path() + u'/').toStdString() + name; }

    QTemporaryDir _folder;
};

} // namespace huying

QTEST_GUILESS_MAIN(huying::LedgerTest)
#include "tst_ledger.moc"
