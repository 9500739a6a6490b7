#include <ledger/Verification.h>
#include <rules/Notices.h>
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

private:
    std::filesystem::path path(const char *name) const { return (_folder.path() + u'/').toStdString() + name; }

    QTemporaryDir _folder;
};

} // namespace huying

QTEST_GUILESS_MAIN(huying::LedgerTest)
#include "tst_ledger.moc"
