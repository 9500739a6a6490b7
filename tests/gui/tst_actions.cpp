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

namespace
{

/// One of each kind that has a form, with every field filled, and otherwise than it opens.
std::vector<TicketContent> enteredContents(const DeskCounty &county)
{
    const Day day = dayOf(county.now) + std::chrono::days { 9 };
    const CategoryCode category = county.directory->categories().rbegin()->first;
    return { Accepted { category, DeadlineClass::Consultation, 3 }, Voided { VoidReason::OtherCounty, "属宁晋县" },
        Assigned { { "D08" }, { { "D02" }, { "D03" } }, {}, "请核实" }, HandlingBegun { "李工" },
        FirstAnswered { "已派人" }, Answered { "已修复" }, Returned { "非本单位" }, Disputed { "交界" },
        Ruled { { "D08" }, { { "D02" } }, "按区划", true },
        ExtensionAsked { { .workingDays = 5, .until = {} }, "等料" },
        ExtensionGranted { { .workingDays = {}, .until = endOf(day) }, "只此一次" }, ExtensionRefused { "可按时" },
        PutOnAccount { "待资金", "张局", day }, Resumed { "到位" },
        Conferred { day - std::chrono::days { 10 }, { { "D02" }, { "D03" } }, "共同整治" },
        Urged { UrgingLevel::LeaderNotice, "限期" }, FollowedUp { true, "已说明" },
        Rated { Rating::Dissatisfied, "仍不亮" }, CalledBack { CallBackMeans::Visit, true, false, true, "已走访" },
        Reopened { "又坏" }, Noted { "更正" } };
}

} // namespace

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

    void ofATicketThatIsNotHereARefusedActionIsReadAndDropped()
    {
        TicketSight gone;
        gone.refused = sight(u"refused").refused;
        gone.ticket.number = "20230712-02-0031";
        gone.isHere = false;
        see(gone);
        QVERIFY(open());
        if (const QString folder = qEnvironmentVariable("HUYING_SHOTS"); !folder.isEmpty()) {
            pane().window()->grab().save(folder + u"/gone.png"_s);
        }
        QSignalSpy again(&pane(), &TicketPane::againWanted);
        QSignalSpy drop(&pane(), &TicketPane::dropWanted);
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_N);
        QVERIFY(!pane().actions().form());
        press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(again.count(), 0);
        QCOMPARE(drop.count(), 1);
        see(sight(u"refused"));
        QVERIFY(pane().actions().isVisible());
    }

    void aRefusedActionIsChangedInItsForm()
    {
        const TicketSight ticket = sight(u"refused");
        see(ticket);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        QSignalSpy instead(&pane(), &TicketPane::actedInstead);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const ActionForm *form = pane().actions().form();
        QVERIFY(form);
        QVERIFY(form->content() == ticket.refused.front().content);
        QVERIFY(!form->isTouched());
        press(Qt::Key_Escape);
        QVERIFY(!pane().actions().form());
        QCOMPARE(acted.count() + instead.count(), 0);
    }

    void whatIsChangedIsSentInPlaceOfTheRefusedAction()
    {
        TicketSight ticket = sight(u"refused");
        ticket.refused.front().content = Noted { "已核实" };
        see(ticket);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        QSignalSpy instead(&pane(), &TicketPane::actedInstead);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0);
        QCOMPARE(instead.count(), 1);
        QCOMPARE(instead[0][0].value<EventId>(), ticket.refused.front().event);
        QCOMPARE(instead[0][1].value<TicketId>(), ticket.ticket.id);
        QCOMPARE(instead[0][2].value<Version>(), ticket.ticket.version);
        QCOMPARE(std::get<Noted>(instead[0][3].value<TicketContent>()).text, "已核实abc");
        QVERIFY(!pane().actions().form());
    }

    void everythingThatWasEnteredStandsInItsFormAgain()
    {
        QVERIFY(open());
        TicketSight ticket = sight(u"refused");
        for (const TicketContent &content : enteredContents(county)) {
            ticket.refused.front().content = content;
            see(ticket);
            press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
            const char *kind = ticketKindNames[content.index()].data();
            QVERIFY2(pane().actions().form(), kind);
            QVERIFY2(pane().actions().form()->content() == content, kind);
            press(Qt::Key_Escape);
        }
    }

    void whatHasNoFormCannotBeChanged()
    {
        TicketSight ticket = sight(u"refused");
        ticket.refused.front().content = Undone { ticket.ticket.id };
        see(ticket);
        QVERIFY(open());
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!pane().actions().form());
    }

    void whatIsBegunIsNotThrownAwayForARefusedAction()
    {
        see(sight(u"refused"));
        QVERIFY(open());
        press(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(pane().actions().form());
        QCOMPARE(pane().actions().form()->kind(), std::string_view("noted"));
        QCOMPARE(pane().actions().form()->findChild<QPlainTextEdit *>()->toPlainText(), u"abc"_s);
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

    void whereTheQueueHasGoneOnTheSameKeyLeadsBack()
    {
        const TicketSight ticket = sight(u"assign");
        const TicketSight next = sight(u"overdue");
        QVERIFY(!next.undoable);
        see(next);
        QVERIFY(open());
        QVERIFY(!pane().actions().findChild<QWidget *>(u"back"_s));
        see(ticket);
        press(Qt::Key_D);
        see(next);
        QVERIFY(pane().actions().findChild<QWidget *>(u"back"_s)->isVisible());
        QSignalSpy wanted(&pane(), &TicketPane::ticketWanted);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<TicketId>(), ticket.ticket.id);
        see(ticket);
        QSignalSpy undo(&pane(), &TicketPane::undoWanted);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        see(sight(u"account"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!pane().actions().findChild<QWidget *>(u"back"_s)); // nothing is left to take back
    }
};

QTEST_MAIN(TicketActions)
#include "tst_actions.moc"
