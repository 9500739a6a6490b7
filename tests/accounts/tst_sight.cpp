#include "SightWorld.h"

#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

namespace
{

std::vector<Audience> audiences()
{
    const auto of = [](Role role, const char *unit, const char *region) {
        return audienceOf({ .name = "a",
            .displayName = "a",
            .person = { "a" },
            .role = role,
            .unit = { unit },
            .region = { region } });
    };
    return { of(Role::Dispatcher, "", ""), of(Role::Leader, "", ""), of(Role::Unit, "U01", ""),
        of(Role::Unit, "U02", ""), of(Role::Township, "T1", "130529100"), of(Role::Township, "U03", "130529200"),
        of(Role::Unit, "nobody", "") };
}

} // namespace

/// Whatever happens, however it is split into pages: each desk comes to hold the ledger as its role may see it, and
/// nothing else is in any answer.
class TestSight : public Sentences
{
    Q_OBJECT
private slots:
    void everyDeskHoldsWhatItsRoleMaySee_data();
    void everyDeskHoldsWhatItsRoleMaySee();
};

void TestSight::everyDeskHoldsWhatItsRoleMaySee_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 25; ++seed) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void TestSight::everyDeskHoldsWhatItsRoleMaySee()
{
    QFETCH(quint64, seed);
    RandomLedger ledger(seed);
    ledger.goOn(int(ledger.below(60)));
    std::vector<std::unique_ptr<RandomDesk>> desks;
    for (const Audience &audience : audiences()) {
        desks.push_back(std::make_unique<RandomDesk>(ledger, audience, RandomDesk::Beginning(ledger.below(3))));
    }
    for (int i = 0; i < 80; ++i) {
        ledger.goOn(int(ledger.below(4)));
        RandomDesk &desk = *desks[ledger.below(desks.size())];
        ledger.below(6) == 0 ? desk.look() : static_cast<void>(desk.turn(true));
    }
    QVERIFY(ledger.accepted() > 20);
    for (const auto &desk : desks) {
        const std::string difference = desk->difference();
        QVERIFY2(difference.empty(), difference.c_str());
        QVERIFY2(desk->leak().empty(), desk->leak().c_str());
    }
}

QTEST_GUILESS_MAIN(TestSight)
#include "tst_sight.moc"
