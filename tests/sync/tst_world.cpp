#include "World.h"

#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

class TestWorld : public Sentences
{
    Q_OBJECT
private slots:
    void afterTheFaultsEveryDeskHasTheLedgerAndEveryActionItsAnswer();
};

void TestWorld::afterTheFaultsEveryDeskHasTheLedgerAndEveryActionItsAnswer()
{
    int proposed = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        World world(seed, 3);
        world.live(std::chrono::seconds { 8 });
        world.settle(std::chrono::seconds { 60 });
        const std::string wrong = world.wrong();
        QVERIFY2(wrong.empty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(wrong))));
        proposed += world.proposed();
    }
    QVERIFY(proposed > 1000);
}

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
