#include "Rows.h"

#include <support/Sentences.h>
#include <views/TicketTableModel.h>

#include <QAbstractItemModelTester>
#include <QGuiApplication>

#include <random>

using namespace huying;
using namespace huying::testing;
using namespace std::chrono_literals;

/// What is seen of the queue follows by small steps what looking at all of it says.
class TestShown : public Sentences
{
    Q_OBJECT
private slots:
    void aNewTicketIsOneStep();
    void aTicketThatBecomesMoreUrgentMoves();
    void theClockAloneMakesATicketOverdue();
    void aClosedTicketLeavesAfterSevenDays();
    void theFilterRulesRowsAndCounts();
    void anyChangesLeadToWhatLookingAtAllSays();
};

namespace
{

ShownQueue::Choice openOnes()
{
    return { QueueView::AllOpen, {}, QueueOrder::Risk };
}

TicketFilter ofCategory(const char *code)
{
    TicketFilter filter;
    filter.categories = { { code } };
    return filter;
}

/// A ticket in any state, due at any time around noon.
RowPointer anyRow(std::mt19937 &random, int number)
{
    TicketRow made = row(number);
    made.step = Step(random() % stepNames.size());
    made.due = noon + std::chrono::minutes { int(random() % 600) - 200 };
    made.category = { random() % 3 == 0 ? "0201" : "0101" };
    made.isOnAccount = random() % 9 == 0;
    made.isDisputed = random() % 9 == 0;
    made.isJoined = random() % 9 == 0;
    if (!made.isOpen()) {
        made.closedAt = noon - std::chrono::hours { random() % 200 };
    }
    return kept(made);
}

} // namespace

void TestShown::aNewTicketIsOneStep()
{
    ShownQueue shown;
    shown.choose(openOnes(), noon);
    shown.take(std::vector { pointer(1), pointer(3) }, noon);
    const auto steps = shown.take(std::vector { pointer(2) }, noon);
    QVERIFY(steps);
    QCOMPARE(steps->size(), std::size_t(1));
    QCOMPARE(steps->front().kind, RowStep::Kind::Inserted);
    QCOMPARE(steps->front().row, 1);
    QCOMPARE(shown.counts()[std::size_t(QueueView::AllOpen)], 3);
}

void TestShown::aTicketThatBecomesMoreUrgentMoves()
{
    ShownQueue shown;
    shown.choose(openOnes(), noon);
    shown.take(std::vector { pointer(1), pointer(2), pointer(3) }, noon);
    TicketRow urgent = row(3);
    urgent.due = noon + 1h;
    const auto steps = shown.take(std::vector { kept(urgent) }, noon);
    QVERIFY(steps);
    QCOMPARE(steps->front().kind, RowStep::Kind::Moved);
    QCOMPARE(steps->front().from, 2);
    QCOMPARE(steps->front().row, 0);
}

void TestShown::theClockAloneMakesATicketOverdue()
{
    ShownQueue shown;
    shown.choose({ QueueView::Overdue, {}, QueueOrder::Risk }, noon);
    TicketRow soon = row(1);
    soon.due = noon + 90min;
    shown.take(std::vector { kept(soon) }, noon);
    QVERIFY(shown.rows().empty());
    QVERIFY(shown.advance(noon + 31min)->empty());
    QCOMPARE(shown.counts()[std::size_t(QueueView::DueWithinHour)], 1);
    QCOMPARE(shown.advance(noon + 91min)->size(), std::size_t(1));
    QCOMPARE(shown.rows().size(), std::size_t(1));
    QCOMPARE(shown.counts()[std::size_t(QueueView::DueWithinHour)], 0);
}

void TestShown::aClosedTicketLeavesAfterSevenDays()
{
    ShownQueue shown;
    std::mt19937 random(1);
    shown.choose({ QueueView::ToCallBack, {}, QueueOrder::Risk }, noon);
    std::vector<RowPointer> closed;
    for (int number = 0; number < 200; ++number) {
        TicketRow made = row(number);
        made.step = Step::Closed;
        made.closedAt = noon;
        closed.push_back(kept(made));
    }
    QVERIFY(!shown.take(closed, noon));
    QVERIFY(!shown.rows().empty());
    shown.advance(noon + std::chrono::days { 7 });
    QVERIFY(shown.rows().empty());
    QCOMPARE(shown.counts()[std::size_t(QueueView::ToCallBack)], 0);
}

void TestShown::theFilterRulesRowsAndCounts()
{
    ShownQueue shown;
    shown.choose(openOnes(), noon);
    TicketRow other = row(2);
    other.category = { "0201" };
    shown.take(std::vector { pointer(1), kept(other) }, noon);
    shown.choose({ QueueView::AllOpen, ofCategory("0201"), QueueOrder::Risk }, noon);
    QCOMPARE(shown.rows().size(), std::size_t(1));
    QCOMPARE(shown.counts()[std::size_t(QueueView::ToAssign)], 1);
}

void TestShown::anyChangesLeadToWhatLookingAtAllSays()
{
    std::mt19937 random(7);
    for (const QueueView view :
        { QueueView::AllOpen, QueueView::Overdue, QueueView::ToAssign, QueueView::ToCallBack }) {
        for (const QueueOrder order : { QueueOrder::Risk, QueueOrder::Newest, QueueOrder::Step }) {
            Instant now = noon;
            const TicketFilter filter = ofCategory("0101");
            Queue queue;
            ShownQueue shown;
            TicketTableModel model;
            const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            shown.choose({ view, filter, order }, now);
            for (int round = 0; round < 60; ++round) {
                std::vector<RowPointer> changed;
                changed.reserve(120);
                for (std::size_t i = 0; i < (round % 10 == 0 ? 120U : random() % 6); ++i) {
                    changed.push_back(anyRow(random, int(random() % 150)));
                }
                queue.take(changed, now);
                const auto showSteps = [&](const ShownQueue::Steps &steps) {
                    steps ? model.take(*steps) : model.show(shown.rows());
                };
                showSteps(shown.take(changed, now));
                now += std::chrono::minutes { random() % 20 };
                showSteps(shown.advance(now));
                const auto wanted = queue.rows(view, filter, order, now);
                QCOMPARE(shown.rows(), wanted);
                QCOMPARE(shown.counts(), queue.counts(filter, now));
                QCOMPARE(model.rowCount(), int(wanted.size()));
                for (int at = 0; at < model.rowCount(); ++at) {
                    QCOMPARE(model.rowAt(at), wanted[std::size_t(at)]);
                }
            }
        }
    }
}

QTEST_MAIN(TestShown)
#include "tst_shown.moc"
