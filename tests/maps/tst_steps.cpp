#include <scene/PinSteps.h>
#include <support/Sentences.h>

#include <array>

namespace huying
{

/// From mark to mark by key.
class StepsTest : public Sentences
{
    Q_OBJECT
private slots:
    void anArrowGoesToTheNearestMarkThatWay();
    void straightAheadGoesBeforeAside();
    void beyondTheLastThereIsNothing();
    void inTurnMarksAreReadLikeText();
};

namespace
{

constexpr std::array marks { QPointF(100, 100), QPointF(200, 100), QPointF(150, 60), QPointF(400, 130),
    QPointF(100, 300) };

} // namespace

void StepsTest::anArrowGoesToTheNearestMarkThatWay()
{
    QCOMPARE(markTowards(marks, marks[0], Way::Down), 4U);
    QCOMPARE(markTowards(marks, marks[3], Way::Left), 1U);
    QCOMPARE(markTowards(marks, marks[4], Way::Up), 0U);
}

void StepsTest::straightAheadGoesBeforeAside()
{
    QCOMPARE(markTowards(marks, marks[0], Way::Right), 1U);
}

void StepsTest::beyondTheLastThereIsNothing()
{
    QVERIFY(!markTowards(marks, marks[2], Way::Up));
    QVERIFY(!markTowards({}, QPointF(), Way::Left));
    QVERIFY(!markNearest({}, QPointF()));
    QVERIFY(!markInTurn({}, QPointF(), 1));
}

void StepsTest::inTurnMarksAreReadLikeText()
{
    QCOMPARE(markInTurn(marks, marks[2], 1), 0U);
    QCOMPARE(markInTurn(marks, marks[0], 1), 1U);
    QCOMPARE(markInTurn(marks, marks[4], 1), 2U);
    QCOMPARE(markInTurn(marks, marks[2], -1), 4U);
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::StepsTest)
#include "tst_steps.moc"
