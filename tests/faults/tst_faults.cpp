#include "FaultyWorld.h"
#include "WrongParts.h"

#include <support/Sentences.h>

#include <QHashSeed>

using namespace huying;
using namespace huying::testing;

using PartsMaker = Parts (*)();

/// The world finds mistakes: without that its silence would say nothing.
class TestFaults : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void aSeedIsTheSameEachTime();
    void aJournalThatOnlyBelievesIsNoMistake();
    void aMistakeIsFound_data();
    void aMistakeIsFound();
};

void TestFaults::aSeedIsTheSameEachTime()
{
    FaultyWorld world;
    const Fate first = world.live(3);
    world.live(4);
    const Fate again = world.live(3);
    QCOMPARE(again.deeds, first.deeds);
    QCOMPARE(again.writes, first.writes);
}

void TestFaults::aJournalThatOnlyBelievesIsNoMistake()
{
    FaultyWorld world(trustingParts());
    for (std::uint64_t seed = 1; seed <= 120; ++seed) { // as many as the latest mistake needs
        const Fate fate = world.live(seed);
        QVERIFY2(fate.wrong.empty(),
            qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(fate.wrong))));
    }
}

void TestFaults::aMistakeIsFound_data()
{
    QTest::addColumn<PartsMaker>("parts");
    QTest::newRow("cursor stored before the page") << &cursorBeforePage;
    QTest::newRow("cursor in another file") << &cursorElsewhere;
    QTest::newRow("outbox deleted before the answer") << &deletedBeforeAnswer;
    QTest::newRow("outbox not synced") << &outboxNotSynced;
    QTest::newRow("sequence trusted") << &sequenceTrusted;
    QTest::newRow("what left sight kept") << &leftSightKept;
    QTest::newRow("earlier events not asked for") << &earlierNotAsked;
    QTest::newRow("one event id accepted twice") << &acceptedTwice;
}

void TestFaults::aMistakeIsFound()
{
    QFETCH(PartsMaker, parts);
    FaultyWorld world(parts());
    std::string wrong;
    std::uint64_t seed = 0;
    while (wrong.empty() && ++seed <= 1000) {
        wrong = world.live(seed).wrong;
    }
    qInfo("seed %llu: %s", static_cast<unsigned long long>(seed), wrong.c_str());
    QVERIFY2(!wrong.empty(), "not within 1,000 seeds");
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
