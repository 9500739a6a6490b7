#include "DeskFixture.h"

#include <deskwindow/SignInDialog.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace huying;
using namespace Qt::StringLiterals;

/// Who works at the desk: asked for, told, and who else looks at the ticket.
class SignInTest : public DeskFixture
{
    Q_OBJECT

    SignInDialog *dialog() { return desk->findChild<SignInDialog *>(); }

    bool isSaid(QStringView words)
    {
        const auto labels = desk->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

private slots:
    void nameAndPasswordAreEnteredByKeysAlone()
    {
        QVERIFY(open());
        desk->askSignIn({});
        QTRY_VERIFY(dialog()->isActiveWindow());
        QSignalSpy wanted(desk.get(), &DeskWindow::signInWanted);
        QTest::keyClicks(QApplication::focusWidget(), u"wang"_s);
        press(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"a long password"_s);
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"wang"_s);
        QCOMPARE(wanted.first().last().toString(), u"a long password"_s);
        QVERIFY(!dialog()->password().isEnabled());
    }

    void aWrongPasswordIsSaidAndTypedAnew()
    {
        QVERIFY(open());
        desk->askSignIn({});
        QTRY_VERIFY(dialog()->isActiveWindow());
        dialog()->name().setText(u"wang"_s);
        dialog()->password().setText(u"wrong"_s);
        press(Qt::Key_Return);
        desk->failSignIn(u"用户名或密码错误。"_s);
        QVERIFY(isSaid(u"用户名或密码错误。"));
        QVERIFY(dialog()->password().text().isEmpty());
        QCOMPARE(dialog()->password().echoMode(), QLineEdit::Password);
        QTRY_VERIFY(dialog()->password().hasFocus());
        QCOMPARE(dialog()->name().text(), u"wang"_s);
    }

    void nothingIsSentWithoutBoth()
    {
        QVERIFY(open());
        desk->askSignIn({});
        QTRY_VERIFY(dialog()->isActiveWindow());
        QSignalSpy wanted(desk.get(), &DeskWindow::signInWanted);
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(isSaid(u"请填写"));
    }

    void whoIsSignedInStandsInTheTopLine()
    {
        QVERIFY(open());
        desk->askSignIn({});
        QTRY_VERIFY(dialog()->isVisible());
        desk->setWho(u"王某某"_s, true);
        QVERIFY(isSaid(u"王某某"));
        QTRY_VERIFY(!dialog()->isVisible());
    }

    void whoElseLooksAtTheTicketIsSaid()
    {
        QVERIFY(open());
        TicketSight seen = sight(u"overdue");
        seen.lookers = { "李某", "赵某" };
        see(seen);
        QVERIFY(isSaid(u"李某、赵某 正在查看此工单"));
        seen.lookers.clear();
        see(seen);
        QVERIFY(!isSaid(u"正在查看"));
    }

    void whatHasGoneOutOfSightIsShownNoMore()
    {
        QVERIFY(open());
        const TicketSight seen = sight(u"overdue");
        see(seen);
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take({ std::make_shared<const TicketRow>(rowOf(seen.ticket, *county.rules)) });
        QVERIFY(desk->queue().queue().find(seen.ticket.id));
        desk->remove({ seen.ticket.id });
        QVERIFY(!desk->queue().queue().find(seen.ticket.id));
        QVERIFY(!pane().ticket());
        desk->removeAll();
        QCOMPARE(desk->queue().queue().size(), std::size_t { 0 });
        QCOMPARE(desk->queue().table().model()->rowCount(), 0);
    }
};

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
