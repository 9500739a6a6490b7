#include "DeskFixture.h"

#include <support/TicketStory.h>
#include <ticket/ActionForm.h>

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace huying;
using namespace Qt::StringLiterals;

/// What is done with a ticket: buttons, keys, forms.
class TicketActions : public DeskFixture
{
    Q_OBJECT
private slots:
    void assigningToThoseResponsibleTakesOneKey()
    {
        const TicketSight ticket = sight(u"assign");
        see(ticket);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_D);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][0].value<TicketId>(), ticket.ticket.id);
        QCOMPARE(acted[0][1].value<Version>(), ticket.ticket.version);
        const auto content = acted[0][2].value<TicketContent>();
        QCOMPARE(std::get<Assigned>(content).lead, ticket.responsible->lead);
    }

    void aFormIsFilledAndSentFromTheKeyboard()
    {
        const TicketSight ticket = sight(u"assign");
        see(ticket);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_N);
        QVERIFY(pane().actions().form());
        QTest::keyClicks(QApplication::focusWidget(), u"xde"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(std::get<Noted>(acted[0][2].value<TicketContent>()).text, "xde");
        QVERIFY(!pane().actions().form());
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
    }

    void anEmptyReasonIsToldAndNotSent()
    {
        see(sight(u"overdue"));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_T);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0);
        const auto labels = pane().actions().form()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text() == u"请填写理由。"_s; }));
    }

    void aRefreshKeepsWhatIsTyped()
    {
        const TicketSight ticket = sight(u"overdue");
        see(ticket);
        QVERIFY(open());
        press(Qt::Key_N);
        QWidget *field = QApplication::focusWidget();
        QTest::keyClicks(field, u"abc"_s);

        see(later(ticket, Noted { "已电话联系" }, colleague()));

        QCOMPARE(QApplication::focusWidget(), field);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(field)->toPlainText(), u"abc"_s);
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][1].value<Version>(), ticket.ticket.version + 1);
    }

    void whatOthersDecideMeanwhileIsConfirmedTwice()
    {
        const TicketSight ticket = sight(u"overdue");
        see(ticket);
        QVERIFY(open());
        press(Qt::Key_T);
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
        const TicketSight changed = later(ticket, assignment("D08"), colleague());
        QVERIFY(changed.ticket.version > 0);
        see(changed);
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][1].value<Version>(), changed.ticket.version);
    }

    void whatIsBegunStaysWithItsTicket()
    {
        const TicketSight ticket = sight(u"overdue");
        see(ticket);
        QVERIFY(open());
        press(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
        see(sight(u"closed"));
        QVERIFY(!pane().actions().form());
        see(ticket);
        QVERIFY(pane().actions().form());
        QCOMPARE(pane().actions().form()->findChild<QPlainTextEdit *>()->toPlainText(), u"abc"_s);
    }

    void aRefreshKeepsTheScrollPosition()
    {
        const TicketSight ticket = sight(u"overdue");
        desk->resize(1200, 520);
        see(ticket);
        QVERIFY(open());
        QScrollBar *bar = pane().scroll().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        bar->setValue(80);
        see(later(ticket, Noted { "已电话联系" }, colleague()));
        QCOMPARE(bar->value(), 80);
    }

    void everyActionHasAKeyOfItsOwn()
    {
        for (const NamedSight &named : tellingSights(county)) {
            QSet<QString> keys;
            for (const OfferedAction &action : actionsFor(named.sight)) {
                QVERIFY(!action.word.isEmpty());
                QVERIFY2(!keys.contains(action.key.toString()), qPrintable(action.word));
                keys << action.key.toString();
            }
            for (const std::string_view kind : named.sight.possible) {
                const auto offered = actionsFor(named.sight);
                QVERIFY2(std::ranges::contains(offered, kind, &OfferedAction::kind), kind.data());
            }
        }
    }

    void everyFormOpensAndCloses()
    {
        QVERIFY(open());
        for (const NamedSight &named : tellingSights(county)) {
            see(named.sight);
            for (const OfferedAction &action : actionsFor(named.sight)) {
                if (action.content) {
                    continue;
                }
                press(Qt::Key(action.key[0].key()));
                QVERIFY2(pane().actions().form(), qPrintable(action.word));
                QCOMPARE(pane().actions().form()->kind(), action.kind);
                press(Qt::Key_Escape);
                QVERIFY2(!pane().actions().form(), qPrintable(action.word));
            }
        }
    }

    void aRefusedActionIsDoneAgainOrDropped()
    {
        see(sight(u"refused"));
        QVERIFY(open());
        QSignalSpy again(&pane(), &TicketPane::againWanted);
        QSignalSpy drop(&pane(), &TicketPane::dropWanted);
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(again.count(), 1);
        QCOMPARE(drop.count(), 1);
    }

    void theLastOwnActionIsTakenBackByKey()
    {
        const TicketSight ticket = sight(u"assign");
        QVERIFY(ticket.undoable);
        see(ticket);
        QVERIFY(open());
        QSignalSpy undo(&pane(), &TicketPane::undoWanted);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(undo[0][1].value<EventId>(), *ticket.undoable);
    }
};

QTEST_MAIN(TicketActions)
#include "tst_actions.moc"
