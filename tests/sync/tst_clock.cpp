#include <support/Sentences.h>
#include <sync/WorkstationClock.h>

using namespace huying;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class TestClock : public Sentences
{
    Q_OBJECT
private slots:
    void itGoesOnWithTheSteadyClock();
    void aTurnedClockMovesNothingAndIsNoticed();
    void smallCorrectionsAreNoTurn();
    void theMachineHasBoth();

private:
    static constexpr Instant morning { std::chrono::hours { 450'000 } };
    ClockReading _reading { morning, seconds { 77 } };

    WorkstationClock clock()
    {
        return WorkstationClock([this] { return _reading; });
    }
};

void TestClock::itGoesOnWithTheSteadyClock()
{
    _reading = { morning, seconds { 77 } };
    const WorkstationClock own = clock();
    _reading = { morning + minutes { 10 }, seconds { 77 } + minutes { 10 } };
    QCOMPARE(own.now(), morning + minutes { 10 });
    QCOMPARE(own.turned(), milliseconds {});
}

void TestClock::aTurnedClockMovesNothingAndIsNoticed()
{
    _reading = { morning, seconds { 77 } };
    const WorkstationClock own = clock();
    _reading = { morning - minutes { 55 }, seconds { 77 } + minutes { 5 } };
    QCOMPARE(own.now(), morning + minutes { 5 });
    QCOMPARE(own.turned(), milliseconds { minutes { -60 } });
}

void TestClock::smallCorrectionsAreNoTurn()
{
    _reading = { morning, seconds { 77 } };
    const WorkstationClock own = clock();
    _reading = { morning + milliseconds { 11'900 }, seconds { 87 } };
    QCOMPARE(own.turned(), milliseconds {});
}

void TestClock::theMachineHasBoth()
{
    const ClockReading one = machineClocks();
    const ClockReading other = machineClocks();
    QVERIFY(other.steady >= one.steady);
    QVERIFY(one.wall > Instant { std::chrono::hours { 24 * 365 * 50 } });
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
