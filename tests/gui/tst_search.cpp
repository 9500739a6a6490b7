#include "DeskFixture.h"

#include <common/ActionButton.h>
#include <common/EmptyState.h>

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>
#include <memory>

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
        lookForNothing();
        QCOMPARE(wanted->count(), 1);
        const ArchiveAsk ask = asked();
        QCOMPARE(ask.filter.words, "1998");
        QVERIFY(!desk->queue().views().chosen());
        QCOMPARE(QApplication::focusWidget(), field);
        press(Qt::Key_A);
        press(Qt::Key_Backspace);
        QVERIFY(!pane().actions().form());

        press(Qt::Key_Return);
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        const RowPointer old = county.rows().front();
        desk->queue().showPage(ask, { old }, false);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<TicketId>(), old->id);

        const auto asks = wanted->count();
        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_Escape);
        QCOMPARE(desk->queue().views().chosen(), QueueView::ToAssign);
        QVERIFY(desk->queue().table().model()->rowCount() > 5);
        QCOMPARE(wanted->count(), asks);
    }

    void whatIsFoundLateLeavesTheKeyboardWhereItIsByThen()
    {
        lookForNothing();
        desk->queue().views().setFocus();
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        desk->queue().showPage(asked(), { county.rows().front() }, false);
        QCOMPARE(desk->queue().table().model()->rowCount(), 1);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().views());
        QCOMPARE(chosen.count(), 0);
    }

    void whereNothingIsFoundTheKeyboardStaysInTheField()
    {
        lookForNothing();
        desk->queue().showPage(asked(), {}, false);
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), field);
        QCOMPARE(wanted->count(), 1);
        desk->queue().removeAll(); // another is signed in: asks again, and goes nowhere by itself
        QCOMPARE(wanted->count(), 2);
        desk->queue().showPage(asked(), { county.rows().front() }, false);
        QCOMPARE(QApplication::focusWidget(), field);
    }

    void clearingTheFiltersKeepsTheWords()
    {
        lookForNothing();
        TicketFilter filter = desk->queue().filters().filter();
        filter.channel = Channel::Hotline;
        desk->queue().filters().setFilter(filter);
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk->queue().filters().filter().words, "1998");
        QVERIFY(!desk->queue().filters().isNarrowed());
    }

    void theButtonInTheEmptyViewDoesTheSame()
    {
        lookForNothing();
        desk->queue().views().choose(QueueView::ToAssign);
        auto *everywhere = desk->queue().findChild<EmptyState *>()->findChild<ActionButton *>();
        QVERIFY(everywhere->isVisible());
        QTest::mouseClick(everywhere, Qt::LeftButton);
        QVERIFY(!desk->queue().views().chosen());
        QVERIFY(!everywhere->isVisible());
        QCOMPARE(QApplication::focusWidget(), field);
    }

    void whoChoosesAViewMeanwhileStaysThere()
    {
        lookForNothing();
        desk->queue().views().choose(QueueView::Overdue);
        desk->queue().setWords({});
        QCOMPARE(desk->queue().views().chosen(), QueueView::Overdue);
    }

    void onTheMapWhatIsFoundIsShownToo()
    {
        desk->setMap(new QWidget);
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        desk->choose(DeskWindow::Place::Map);
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"-0101"_s);
        press(Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<TicketId>(), *desk->queue().table().chosen());
        press(Qt::Key_Return); // also when another ticket is shown by now
        QCOMPARE(chosen.count(), 2);
    }

    void whileClosedTicketsAreFetchedOpenOnesAreFoundAtOnce()
    {
        desk->queue().setFirstPart(true);
        desk->queue().views().choose(QueueView::OnAccount);
        desk->queue().take(county.rows());
        QVERIFY(open());
        press(Qt::Key_K, Qt::ControlModifier);
        const auto rows = county.rows();
        const RowPointer row = *std::ranges::find_if(
            rows, [](const RowPointer &each) { return each->step == Step::Handling && !each->isOnAccount; });
        QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(row->number));
        press(Qt::Key_Return);
        QCOMPARE(desk->queue().views().chosen(), QueueView::AllOpen);
        QCOMPARE(*desk->queue().table().chosen(), row->id);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
    }

    void whileAnotherTicketIsOnItsWayNothingIsDoneToTheOneShown()
    {
        const TicketSight shown = sight(u"assign");
        see(shown);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        pane().expect(county.rows().front()->id);
        press(Qt::Key_A);
        QVERIFY(!pane().actions().form());
        pane().expect(shown.ticket.id);
        press(Qt::Key_A);
        QVERIFY(pane().actions().form());
        QCOMPARE(acted.count(), 0);
    }

protected slots:
    void cleanup()
    {
        wanted.reset();
        DeskFixture::cleanup();
    }

private:
    /// In a view that is not empty, for words that none of its tickets has.
    void lookForNothing()
    {
        see(sight(u"assign"));
        desk->queue().views().choose(QueueView::ToAssign);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 5);
        wanted = std::make_unique<QSignalSpy>(&desk->queue(), &QueueScreen::archiveWanted);
        press(Qt::Key_K, Qt::ControlModifier);
        field = QApplication::focusWidget();
        QTest::keyClicks(field, u"1998"_s);
        press(Qt::Key_Return);
    }
    ArchiveAsk asked() const { return wanted->last().front().value<ArchiveAsk>(); }

    std::unique_ptr<QSignalSpy> wanted;
    QWidget *field = nullptr;
};

QTEST_MAIN(SearchTest)
#include "tst_search.moc"
