#include "DeskFixture.h"

#include <ticket/ActionForm.h>
#include <ticket/NewTicketDialog.h>
#include <ticket/PlaceField.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QQuickWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWindow>

#include <algorithm>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

/// Brings a part that is drawn with OpenGL when it is first seen, as the map does.
class LateMap : public QWidget
{
protected:
    void showEvent(QShowEvent *event) override
    {
        QWidget::showEvent(event);
        if (children().isEmpty()) {
            (new QQuickWidget(this))->show();
        }
    }
};

} // namespace

/// The window and its queue.
class DeskTest : public DeskFixture
{
    Q_OBJECT
private slots:
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

    void theTimeLeftIsRightFromTheFirstMoment()
    {
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take(county.rows());
        QVERIFY(open());
        const QAbstractItemModel &model = *desk->queue().table().model();
        QTRY_VERIFY(model.rowCount() > 60);
        const QRegularExpression years(u"[0-9]{4,}"_s);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString left = model.index(row, TicketTableModel::TimeLeftColumn).data().toString();
            QVERIFY2(!left.contains(years), qPrintable(left));
        }
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

    void aPlaceIsFoundByWordsAndByCoordinates()
    {
        desk->setPlaces(std::make_shared<const Places>(*county.directory));
        QVERIFY(open());
        press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = desk->findChild<NewTicketDialog *>();
        QVERIFY(dialog);
        QLineEdit *find = dialog->findChild<PlaceField *>();
        QTRY_VERIFY(QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget()));
        const auto grid = std::ranges::find_if(
            county.directory->regions(), [](const auto &each) { return each.second.level == RegionLevel::Grid; });
        find->setFocus();
        QTest::keyClicks(find, QString::fromStdString(grid->first.text));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(dialog->entered().place.region, grid->first);
        const GeoPoint point = std::next(grid)->second.centre;
        find->setText(u"%1, %2"_s.arg(point.latitude(), 0, 'f', 7).arg(point.longitude(), 0, 'f', 7));
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(dialog->entered().place.region, std::next(grid)->first);
        QCOMPARE(dialog->entered().place.point, point);
        find->setText(u"-71.06 42.36"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(dialog->entered().place.region.isEmpty());
        QCOMPARE(dialog->entered().place.point, GeoPoint::fromDegrees(-71.06, 42.36));
        dialog->clear();
        QVERIFY(!dialog->entered().place.point);
        dialog->close();
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
            const auto labels = desk->findChildren<QLabel *>();
            for (const auto *label : labels) {
                QVERIFY2(!english.match(label->text()).hasMatch() || label->text().contains(u"XT2307"_s),
                    qPrintable(label->text()));
            }
            const auto buttons = desk->findChildren<QAbstractButton *>();
            for (const auto *button : buttons) {
                QVERIFY2(!english.match(button->text()).hasMatch(), qPrintable(button->text()));
            }
        }
    }

    void aMapThatBringsOpenGlLeavesTheWindowWhereItWas()
    {
        desk->setMap(new LateMap);
        QVERIFY(open());
        const QRect place(140, 90, 1300, 800);
        desk->setGeometry(place);
        QTRY_COMPARE(desk->windowHandle()->geometry(), place);
        desk->openNewTicket();
        auto *dialog = desk->findChild<NewTicketDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        dialog->reject();

        const QPointer<QWindow> before = desk->windowHandle();
        desk->choose(DeskWindow::Place::Map);
        QVERIFY(QTest::qWaitForWindowExposed(desk.get()));
        QVERIFY(!before); // made anew
        QTRY_COMPARE(desk->windowHandle()->geometry(), place);
        QTRY_VERIFY(desk->isActiveWindow());
        QCOMPARE(dialog->windowHandle()->transientParent(), desk->windowHandle());
        const QWindow *const now = desk->windowHandle();
        desk->choose(DeskWindow::Place::Queue);
        desk->choose(DeskWindow::Place::Map);
        QCOMPARE(desk->windowHandle(), now);
        QCOMPARE(desk->windowHandle()->geometry(), place);
    }
};

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
