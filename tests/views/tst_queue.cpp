#include "Rows.h"

#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

class TestQueue : public Sentences
{
    Q_OBJECT
private slots:
    void anAcceptedTicketWaitsForItsUnit();
    void whatIsPastItsDeadlineIsOverdue();
    void anAnsweredMilestoneIsNotOverdue();
    void onAccountIsNeitherDueNorToBeAssigned();
    void theOneMostAtRiskComesFirst();
    void aTicketClosedLongAgoLeaves();
    void theFilterRulesCountsAndRows();
    void oneInTwentyOfTheClosedIsCalledBack();
};

void TestQueue::anAcceptedTicketWaitsForItsUnit()
{
    QVERIFY(standsIn(row(1), QueueView::ToAssign, noon));
    TicketRow assigned = row(1);
    assigned.step = Step::Assigned;
    QVERIFY(!standsIn(assigned, QueueView::ToAssign, noon));
    QVERIFY(standsIn(assigned, QueueView::AllOpen, noon));
}

void TestQueue::whatIsPastItsDeadlineIsOverdue()
{
    const TicketRow late = row(1);
    QVERIFY(!standsIn(late, QueueView::Overdue, *late.due));
    QVERIFY(standsIn(late, QueueView::Overdue, *late.due + std::chrono::milliseconds { 1 }));
    QVERIFY(standsIn(late, QueueView::DueWithinHour, *late.due - std::chrono::minutes { 60 }));
    QVERIFY(!standsIn(late, QueueView::DueWithinHour, *late.due - std::chrono::minutes { 61 }));
}

void TestQueue::anAnsweredMilestoneIsNotOverdue()
{
    TicketRow answered = row(1);
    answered.milestoneMetAt = noon;
    QVERIFY(!standsIn(answered, QueueView::Overdue, noon + std::chrono::days { 30 }));
}

void TestQueue::onAccountIsNeitherDueNorToBeAssigned()
{
    TicketRow hard = row(1);
    hard.isOnAccount = true;
    hard.due.reset();
    QVERIFY(standsIn(hard, QueueView::OnAccount, noon));
    QVERIFY(!standsIn(hard, QueueView::ToAssign, noon));
    QVERIFY(!standsIn(hard, QueueView::Overdue, noon + std::chrono::days { 90 }));
}

void TestQueue::theOneMostAtRiskComesFirst()
{
    TicketRow soon = row(1);
    soon.due = noon + std::chrono::minutes { 38 };
    TicketRow paused = row(2);
    paused.isOnAccount = true;
    paused.due.reset();
    Queue queue;
    queue.take({ kept(paused), pointer(3), kept(soon) }, noon);
    const auto rows = queue.rows(QueueView::AllOpen, {}, QueueOrder::Risk, noon);
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows.front()->id, soon.id);
    QCOMPARE(rows.back()->id, paused.id);
}

void TestQueue::aTicketClosedLongAgoLeaves()
{
    Queue queue;
    TicketRow closed = row(1);
    queue.take({ kept(closed) }, noon);
    closed.step = Step::Closed;
    closed.closedAt = noon;
    queue.take({ kept(closed) }, noon + std::chrono::days { 1 });
    QCOMPARE(queue.size(), std::size_t(1));
    queue.take({ kept(closed) }, noon + std::chrono::days { 8 });
    QCOMPARE(queue.size(), std::size_t(0));
}

void TestQueue::theFilterRulesCountsAndRows()
{
    TicketRow elsewhere = row(2);
    elsewhere.region = { "130529101201001" };
    Queue queue;
    queue.take({ pointer(1), kept(elsewhere) }, noon);
    TicketFilter filter;
    filter.region = { "130529101" };
    QCOMPARE(queue.counts(filter, noon)[std::size_t(QueueView::ToAssign)], 1);
    QCOMPARE(queue.rows(QueueView::ToAssign, filter, QueueOrder::Risk, noon).front()->id, elsewhere.id);
    filter.until = dayOf(noon) - std::chrono::days { 1 };
    QCOMPARE(queue.counts(filter, noon)[std::size_t(QueueView::AllOpen)], 0);
}

void TestQueue::oneInTwentyOfTheClosedIsCalledBack()
{
    int chosen = 0;
    for (int number = 0; number < 4000; ++number) {
        TicketRow closed = row(number);
        closed.step = Step::Closed;
        closed.closedAt = noon;
        chosen += standsIn(closed, QueueView::ToCallBack, noon + std::chrono::hours { 1 }) ? 1 : 0;
    }
    QVERIFY2(chosen > 150 && chosen < 250, qPrintable(QString::number(chosen)));
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
