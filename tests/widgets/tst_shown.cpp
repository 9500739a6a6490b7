#include "TestTheme.h"

#include <common/ActionButton.h>
#include <common/ConnectionIndicator.h>
#include <common/DayStrip.h>
#include <common/EmptyState.h>
#include <common/Labels.h>
#include <common/MessageBar.h>
#include <common/RowDelegate.h>
#include <common/StepBar.h>
#include <common/ThemeSource.h>
#include <common/Type.h>
#include <support/Sentences.h>

#include <QApplication>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolTip>
#include <QVBoxLayout>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

void fill(QStandardItemModel &model, int rows)
{
    for (int row = 0; row < rows; ++row) {
        model.appendRow({ new QStandardItem(u"one"_s), new QStandardItem(u"two"_s) });
    }
}

} // namespace

class ShownTest : public Sentences
{
    Q_OBJECT

    ThemeSource source { linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark) };
    std::unique_ptr<QWidget> window;
    QVBoxLayout *column = nullptr;

    template <class Widget>
    Widget *put(Widget *widget)
    {
        column->addWidget(widget);
        return widget;
    }

    bool open()
    {
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    DayStrip *putDays(int count)
    {
        auto *strip = put(new DayStrip(source));
        QList<ShownDay> days;
        for (int day = 1; day <= count; ++day) {
            days << ShownDay { QString::number(day), u"off"_s, DayState::NotCounted };
        }
        strip->setDays(days);
        return strip;
    }

    QTableView *putTable(QStandardItemModel &model)
    {
        fill(model, 3);
        auto *table = put(new QTableView);
        table->setModel(&model);
        showAsRows(*table, source);
        return table;
    }

private slots:
    void initTestCase() { dress(*qApp, source); }

    void init()
    {
        Sentences::init();
        source.wear(Brightness::Light);
        window = std::make_unique<QWidget>();
        column = new QVBoxLayout(window.get());
        window->resize(460, 300);
    }

    void cleanup() { window.reset(); }

    void theStepsAreToldInWords()
    {
        auto *steps = put(new StepBar(source));
        steps->setSteps({ { u"Reported"_s, u"09:12"_s, StepState::Done },
            { u"Accepted"_s, u"4 min"_s, StepState::Current }, { u"Assigned"_s } });
        QCOMPARE(steps->accessibleDescription(), u"Reported 09:12, now: Accepted 4 min, Assigned"_s);
    }

    void aDoneStepHasItsColourAndTheCurrentOneAccent()
    {
        auto *steps = put(new StepBar(source));
        steps->setSteps(
            { { u"Reported"_s, u"09:12"_s, StepState::Done }, { u"Accepted"_s, u"4 min"_s, StepState::Current } });
        QVERIFY(open());
        const QImage image = steps->grab().toImage();
        QCOMPARE(image.pixelColor(10, 2), source.theme().colours.inTime);
        QCOMPARE(image.pixelColor(image.width() - 10, 2), source.theme().colours.accent);
    }

    void daysThatDoNotFitWrap()
    {
        DayStrip *strip = putDays(20);
        QCOMPARE(strip->heightForWidth(396), 2 * 44 + 4);
        QCOMPARE(strip->heightForWidth(800), 44);
    }

    void arrowsGoFromDayToDay()
    {
        put(new QLineEdit);
        DayStrip *strip = putDays(5);
        QVERIFY(open());
        QVERIFY(!strip->currentDay());
        strip->setFocus(Qt::TabFocusReason);
        QCOMPARE(strip->currentDay(), 0);

        QTest::keyClick(strip, Qt::Key_Right);
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->currentDay(), 2);
        QTest::keyClick(strip, Qt::Key_End);
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->currentDay(), 4);
    }

    void aDayTellsItsReason()
    {
        auto *strip = put(new DayStrip(source));
        strip->setDays({ { u"1"_s, u"off"_s, DayState::NotCounted, u"National Day, notice 2022-16"_s, true } });
        QCOMPARE(strip->accessibleDescription(), u"National Day, notice 2022-16 (today)"_s);
        QVERIFY(open());
        QHelpEvent asked(QEvent::ToolTip, QPoint(5, 5), strip->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(strip, &asked);
        QCOMPARE(QToolTip::text(), u"National Day, notice 2022-16 (today)"_s);
        QToolTip::hideText();
    }

    void aStripWithoutDaysStandsKeys()
    {
        DayStrip *strip = putDays(0);
        QVERIFY(open());
        strip->setFocus(Qt::TabFocusReason);
        QTest::keyClick(strip, Qt::Key_Right);
        QVERIFY(!strip->currentDay());
    }

    void theConnectionIsToldInWords()
    {
        auto *line = put(new ConnectionIndicator(source));
        line->setConnection({ LineState::Offline, u"13:58:40"_s, 12 });
        QCOMPARE(line->accessibleDescription(), u"Offline, as of 13:58:40, to send 12"_s);
    }

    void theConnectionIsAsWideAtEverySecond()
    {
        auto *line = put(new ConnectionIndicator(source));
        line->setConnection({ LineState::Online, u"11:11:11"_s, 0 });
        const int before = line->sizeHint().width();
        line->setConnection({ LineState::Online, u"20:48:39"_s, 0 });
        QCOMPARE(line->sizeHint().width(), before);
    }

    void aCutLabelTellsTheWhole()
    {
        auto *label = put(new ElidedLabel(QString(200, u'w')));
        QVERIFY(open());
        QVERIFY(label->isCut());
        QHelpEvent asked(QEvent::ToolTip, QPoint(5, 5), label->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(label, &asked);
        QCOMPARE(label->toolTip(), label->text());
        label->setText(u"short"_s);
        QApplication::sendEvent(label, &asked);
        QVERIFY(label->toolTip().isEmpty());
    }

    void aCutLabelSaysItsBriefWordsWhole()
    {
        auto *label = put(new ElidedLabel(QString(200, u'w')));
        label->setBrief(u"4,936"_s);
        QVERIFY(open());
        QCOMPARE(label->seen(), u"4,936"_s);
        QVERIFY(label->isCut());
        label->setText(u"4,936 by risk"_s);
        QCOMPARE(label->seen(), label->text());
    }

    void aMessageIsShownUntilItIsClosed()
    {
        auto *bar = put(new MessageBar(source));
        QSignalSpy dismissed(bar, &MessageBar::dismissed);
        QVERIFY(open());
        QVERIFY(!bar->isVisible());
        bar->say(MessageKind::Error, u"Not sent."_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(), u"Not sent."_s);

        QTest::keyClick(bar, Qt::Key_Escape);

        QVERIFY(!bar->isVisible());
        QCOMPARE(dismissed.count(), 1);
    }

    void aMessagesCrossIsReachedByTab()
    {
        auto *bar = put(new MessageBar(source));
        QVERIFY(open());
        bar->say(MessageKind::Note, u"Assigned."_s);
        auto *cross = bar->findChild<IconButton *>();
        QVERIFY(cross);
        cross->setFocus(Qt::TabFocusReason);
        QTest::keyClick(cross, Qt::Key_Space);
        QVERIFY(!bar->isVisible());
    }

    void anEmptyStateHasRoomForAllItsWords()
    {
        auto *empty = put(new EmptyState(source, Icon::Queue, u"Tickets to be assigned would be here."_s,
            QString(40, u'x').replace(u'x', u"word "_s).trimmed()));
        QVERIFY(open());
        for (const auto labels = empty->findChildren<QLabel *>(); const QLabel *label : labels) {
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
        QVERIFY(!empty->accessibleDescription().isEmpty());
    }

    void figuresInLabelsAreEquallyWide()
    {
        auto *label = put(new QLabel(u"1"_s));
        setTextRole(*label, TextRole::Figure);
        QVERIFY(open());
        const QFontMetricsF metrics(label->font());
        QCOMPARE(label->font().pixelSize(), source.theme().type.figure);
        QCOMPARE(metrics.horizontalAdvance(u"11:11"_s), metrics.horizontalAdvance(u"88:88"_s));
    }

    void rowsAreAsHighAsTheTokenSays()
    {
        QStandardItemModel model;
        const QTableView *table = putTable(model);
        QVERIFY(open());
        QCOMPARE(table->rowHeight(0), source.theme().space.row);
        QCOMPARE(table->horizontalHeader()->height(), source.theme().space.row);
    }

    void theSelectedRowHasABarAtItsLeft()
    {
        QStandardItemModel model;
        QTableView *table = putTable(model);
        QVERIFY(open());
        table->setFocus();
        table->selectRow(1);
        const QImage image = table->viewport()->grab().toImage();
        const int middle = table->rowViewportPosition(1) + 16;
        const Colours &c = source.theme().colours;
        QCOMPARE(image.pixelColor(0, middle), c.accent);
        QCOMPARE(image.pixelColor(2, middle), c.accent);
        QCOMPARE(image.pixelColor(4, middle), c.accentTint);
        QCOMPARE(image.pixelColor(table->columnViewportPosition(1), middle), c.accentTint);
    }

    void theBarFollowsTheFirstColumnShown()
    {
        QStandardItemModel model;
        QTableView *table = putTable(model);
        table->horizontalHeader()->moveSection(0, 1);
        QVERIFY(open());
        table->setFocus();
        table->selectRow(1);
        const QImage image = table->viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(1, table->rowViewportPosition(1) + 16), source.theme().colours.accent);
    }

    void theWholeRowUnderThePointerIsMarked()
    {
        QStandardItemModel model;
        QTableView *table = putTable(model);
        QVERIFY(open());
        const int middle = table->rowViewportPosition(2) + 16;
        // The screen's own pointer may leave the window just then, so it is moved until it is seen.
        int moves = 0;
        const auto colour = [&] {
            QTest::mouseMove(table->viewport(), QPoint(20 + ++moves % 2, middle));
            return table->viewport()->grab().toImage().pixelColor(table->columnViewportPosition(1) + 2, middle);
        };
        QTRY_COMPARE(colour(), source.theme().colours.hover);
    }

    void rowsAreSeparatedByOneLine()
    {
        QStandardItemModel model;
        QTableView *table = putTable(model);
        QVERIFY(open());
        const QImage image = table->viewport()->grab().toImage();
        const Colours &c = source.theme().colours;
        QCOMPARE(image.pixelColor(2, 31), c.line);
        QCOMPARE(image.pixelColor(2, 30), c.surface);
        QCOMPARE(image.pixelColor(2, 32), c.surface);
    }
};

QTEST_MAIN(ShownTest)
#include "tst_shown.moc"
