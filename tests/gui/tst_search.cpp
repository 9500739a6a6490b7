#include "DeskFixture.h"

#include <common/ActionButton.h>
#include <common/EmptyState.h>

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace huying;
using namespace Qt::StringLiterals;

/// Finding tickets from the top line.
class SearchTest : public DeskFixture
{
    Q_OBJECT
private slots:
    void searchingNarrowsTheQueue()
    {
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 60);
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"-0101"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(desk->queue().table().model()->rowCount(), 1);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
    }

    void lettersTypedIntoTheSearchAreNoActions()
    {
        see(sight(u"assign"));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"dxa"_s);
        QCOMPARE(acted.count(), 0);
        QVERIFY(!pane().actions().form());
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"dxa"_s);
    }

    /// Letters are actions on the ticket that is shown: they must not reach it while nothing has been found.
    void wordsThatTheViewDoesNotHaveAreLookedForInAllTickets()
    {
        see(sight(u"assign"));
        desk->queue().views().choose(QueueView::ToAssign);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 5);
        QSignalSpy wanted(&desk->queue(), &QueueScreen::archiveWanted);
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_K, Qt::ControlModifier);
        QWidget *const field = QApplication::focusWidget();
        QTest::keyClicks(field, u"1998"_s);
        press(Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        const auto ask = wanted[0][0].value<ArchiveAsk>();
        QCOMPARE(ask.filter.words, "1998");
        QVERIFY(!desk->queue().views().chosen());
        QCOMPARE(QApplication::focusWidget(), field);
        press(Qt::Key_A);
        press(Qt::Key_Backspace);
        QCOMPARE(acted.count(), 0);
        QVERIFY(!pane().actions().form());

        press(Qt::Key_Return);
        const RowPointer old = county.rows().front();
        desk->queue().showPage(ask, { old }, false);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<TicketId>(), old->id);

        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_Escape);
        QCOMPARE(desk->queue().views().chosen(), QueueView::ToAssign);
        QVERIFY(desk->queue().table().model()->rowCount() > 5);
    }

    void whoChoosesAViewMeanwhileStaysThere()
    {
        desk->queue().views().choose(QueueView::ToAssign);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 5);
        desk->queue().setWords(u"1998"_s);
        auto *everywhere = desk->queue().findChild<EmptyState *>()->findChild<ActionButton *>();
        QVERIFY(everywhere->isVisible());
        everywhere->click();
        QVERIFY(!desk->queue().views().chosen());
        QVERIFY(!everywhere->isVisible());
        desk->queue().views().choose(QueueView::Overdue);
        QVERIFY(everywhere->isVisible());
        desk->queue().setWords({});
        QCOMPARE(desk->queue().views().chosen(), QueueView::Overdue);
    }
};

QTEST_MAIN(SearchTest)
#include "tst_search.moc"
