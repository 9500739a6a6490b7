#include "DeskCounty.h"

#include <common/ActionButton.h>
#include <common/Translation.h>
#include <deskwindow/DeskWindow.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>
#include <ticket/ActionForm.h>
#include <ticket/NewTicketDialog.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Theme linkedTheme(Brightness brightness)
{
    QFile file(u":/huying/styles/tokens.json"_s);
    return file.open(QIODevice::ReadOnly) ? readTheme(file.readAll(), brightness).value() : Theme();
}

} // namespace

class DeskTest : public Sentences
{
    Q_OBJECT

    ThemeSource source { linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark) };
    DeskCounty county;
    std::unique_ptr<DeskWindow> desk;

    TicketPane &pane() { return desk->ticketPane(); }

    bool open()
    {
        desk->show();
        desk->activateWindow();
        return QTest::qWaitForWindowActive(desk.get());
    }

    /// New buttons are there once the events are worked off.
    void see(const TicketSight &sight)
    {
        pane().show(std::make_shared<const TicketSight>(sight));
        QCoreApplication::processEvents();
    }

    TicketSight sight(QStringView name)
    {
        for (NamedSight &named : tellingSights(county)) {
            if (named.name == name) {
                return named.sight;
            }
        }
        return {};
    }

    /// The ticket after something more has happened to it.
    TicketSight later(const TicketSight &before, TicketContent content, Author author = colleague())
    {
        Ticket ticket = before.ticket;
        const TicketEvent event { numbered(7'000'000 + ticket.version), ticket.id, ticket.version, std::move(author),
            county.now, std::move(content) };
        if (!apply(ticket, event, *county.rules)) {
            return {};
        }
        return sightOf(county, ticket);
    }

    /// A key as it is pressed, wherever the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : desk.get(), key, modifiers);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(installTranslation(*qApp));
        dress(*qApp, source);
        county = deskCounty(120);
    }

    void init()
    {
        Sentences::init();
        source.wear(Brightness::Light);
        desk = std::make_unique<DeskWindow>(source, [this] { return county.now; }, u"巨鹿县"_s, u"一席"_s);
        desk->setDirectory(county.directory);
        desk->setRules(county.rules);
        DeskStatus status;
        status.line = DeskStatus::Line::Online;
        desk->setStatus(status);
        desk->resize(1500, 900);
    }

    void cleanup() { desk.reset(); }

    void theQueueStandsTheModelTester()
    {
        const QAbstractItemModelTester tester(
            desk->queue().table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 60);
        desk->queue().views().choose(QueueView::ToAssign);
        QVERIFY(desk->queue().table().model()->rowCount() > 0);
    }

    void aRowThatIsChosenIsTold()
    {
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().model()->rowCount() > 2);
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        desk->queue().table().setFocus();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(chosen.last().first().value<TicketId>(), *desk->queue().table().chosen());
    }

    void rowsThatArriveAboveKeepThePlace()
    {
        desk->queue().views().choose(QueueView::AllOpen);
        auto rows = county.rows();
        const std::vector<RowPointer> arriving { rows.begin(), rows.begin() + 20 };
        rows.erase(rows.begin(), rows.begin() + 20);
        desk->queue().take(rows);
        QVERIFY(open());
        TicketTable &table = desk->queue().table();
        QTRY_VERIFY(table.model()->rowCount() > 60);
        table.setFocus();
        table.selectRow(40);
        table.scrollTo(table.model()->index(40, 1), QAbstractItemView::PositionAtTop);
        const TicketId chosen = *table.chosen();
        const int before = table.visualRect(table.currentIndex()).top();
        const int count = table.model()->rowCount();

        desk->queue().take(arriving);

        QTRY_VERIFY(table.model()->rowCount() > count);
        QCOMPARE(*table.chosen(), chosen);
        QCOMPARE(table.visualRect(table.currentIndex()).top(), before);
    }

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

        see(later(ticket, Noted { "已电话联系" }));

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
        const TicketSight changed = later(ticket, assignment("D08"));
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
        see(later(ticket, Noted { "已电话联系" }));
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
                const bool isPair = kind == "joined" || kind == "separated";
                const auto offered = actionsFor(named.sight);
                QVERIFY2(isPair || std::ranges::contains(offered, kind, &OfferedAction::kind), kind.data());
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

    void aNewTicketIsReportedFromTheKeyboard()
    {
        QVERIFY(open());
        QSignalSpy reported(desk.get(), &DeskWindow::reported);
        press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = desk->findChild<NewTicketDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(reported.count(), 0);
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"lamp out"_s);
        press(Qt::Key_Escape);
        QVERIFY(open());
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(dialog->entered().title, "lamp out");
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(reported.count(), 1);
        QCOMPARE(reported[0][0].value<Reported>().title, "lamp out");
        QCOMPARE(reported[0][0].value<Reported>().channel, Channel::Hotline);
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

    void aTicketThatLeavesTheViewGivesWayToTheNext()
    {
        desk->queue().views().choose(QueueView::ToAssign);
        desk->queue().take(county.rows());
        QVERIFY(open());
        TicketTable &table = desk->queue().table();
        QTRY_VERIFY(table.model()->rowCount() > 5);
        table.setFocus();
        table.selectRow(2);
        const TicketId done = *table.chosen();
        QSignalSpy chosen(&desk->queue(), &QueueScreen::ticketChosen);
        auto row = std::make_shared<TicketRow>(*desk->queue().queue().find(done));
        row->step = Step::Assigned;
        desk->queue().take({ row });
        QTRY_COMPARE(chosen.count(), 1);
        QVERIFY(chosen[0][0].value<TicketId>() != done);
        QCOMPARE(chosen[0][0].value<TicketId>(), *table.chosen());
    }

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

    void theWindowIsWhereItWasLeft()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
        desk->keepIn(settings);
        QVERIFY(open());
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(source.theme().brightness, Brightness::Dark);
        desk->close();
        source.wear(Brightness::Light);
        DeskWindow other(source, [this] { return county.now; }, u"巨鹿县"_s, u"一席"_s);
        other.keepIn(settings);
        QCOMPARE(source.theme().brightness, Brightness::Dark);
        QCOMPARE(other.size(), desk->size());
    }

    /// No English is left on the desk, but for what is a name: 12345, Ctrl, Esc, single keys.
    void everythingIsChinese()
    {
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        static const QRegularExpression english(u"[A-Za-z]{4,}"_s);
        for (const NamedSight &named : tellingSights(county)) {
            see(named.sight);
            for (const auto *label : desk->findChildren<QLabel *>()) {
                QVERIFY2(!english.match(label->text()).hasMatch() || label->text().contains(u"XT2307"_s),
                    qPrintable(label->text()));
            }
            for (const auto *button : desk->findChildren<QAbstractButton *>()) {
                QVERIFY2(!english.match(button->text()).hasMatch(), qPrintable(button->text()));
            }
        }
    }
};

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
