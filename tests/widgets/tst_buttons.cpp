#include "TestTheme.h"

#include <common/ActionButton.h>
#include <common/ChipButton.h>
#include <common/CountPill.h>
#include <common/DateField.h>
#include <common/KeyHint.h>
#include <common/NavigationRail.h>
#include <common/ThemeSource.h>
#include <support/Sentences.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTextCharFormat>

using namespace huying;
using namespace Qt::StringLiterals;

class ButtonsTest : public Sentences
{
    Q_OBJECT

    ThemeSource source { linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark) };
    std::unique_ptr<QWidget> window;
    QHBoxLayout *row = nullptr;

    template <class Widget>
    Widget *put(Widget *widget)
    {
        row->addWidget(widget);
        return widget;
    }

    bool open()
    {
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    NavigationRail *putRail()
    {
        auto *rail = put(new NavigationRail(source));
        rail->addPlace(Icon::Queue, u"Queue"_s);
        rail->addPlace(Icon::Map, u"Map"_s);
        rail->addPlaceAtFoot(Icon::Settings, u"Settings"_s);
        return rail;
    }

private slots:
    void initTestCase() { dress(*qApp, source); }

    void init()
    {
        Sentences::init();
        source.wear(Brightness::Light);
        window = std::make_unique<QWidget>();
        row = new QHBoxLayout(window.get());
    }

    void cleanup() { window.reset(); }

    void altAndANumberChoosesAPlace()
    {
        NavigationRail *rail = putRail();
        QSignalSpy chosen(rail, &NavigationRail::placeChosen);
        QVERIFY(open());

        QTest::keyClick(window->windowHandle(), Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(window->windowHandle(), Qt::Key_3, Qt::AltModifier);

        QCOMPARE(chosen.count(), 2);
        QCOMPARE(rail->chosen(), 2);
    }

    void arrowsGoFromPlaceToPlace()
    {
        NavigationRail *rail = putRail();
        rail->choose(0);
        QVERIFY(open());
        rail->place(0)->setFocus(Qt::TabFocusReason);

        QTest::keyClick(rail->place(0), Qt::Key_Down);

        QCOMPARE(rail->chosen(), 1);
    }

    void thePlaceAtTheFootStandsAtTheFoot()
    {
        NavigationRail *rail = putRail();
        window->resize(300, 600);
        QVERIFY(open());
        QCOMPARE(rail->place(2)->geometry().bottom(), rail->rect().bottom());
        QCOMPARE(rail->place(0)->geometry().top(), 0);
    }

    void theKeyInAButtonPressesIt()
    {
        auto *assign = put(new ActionButton(source, ActionRank::Primary, u"Assign"_s, QKeySequence(u"D"_s)));
        QSignalSpy clicks(assign, &QAbstractButton::clicked);
        QVERIFY(open());

        QTest::keyClick(window->windowHandle(), Qt::Key_D);

        QCOMPARE(clicks.count(), 1);
    }

    void aLetterTypedIntoAFieldPressesNothing()
    {
        auto *field = put(new QLineEdit);
        auto *assign = put(new ActionButton(source, ActionRank::Primary, u"Assign"_s, QKeySequence(u"D"_s)));
        QSignalSpy clicks(assign, &QAbstractButton::clicked);
        QVERIFY(open());
        field->setFocus();

        QTest::keyClick(field, Qt::Key_D);

        QCOMPARE(clicks.count(), 0);
        QCOMPARE(field->text(), u"d"_s);
    }

    void aDisabledButtonDoesNotHearItsKey()
    {
        auto *assign = put(new ActionButton(source, ActionRank::Primary, u"Assign"_s, QKeySequence(u"D"_s)));
        assign->setEnabled(false);
        QSignalSpy clicks(assign, &QAbstractButton::clicked);
        QVERIFY(open());

        QTest::keyClick(window->windowHandle(), Qt::Key_D);

        QCOMPARE(clicks.count(), 0);
    }

    void returnPressesTheButtonInFocus()
    {
        auto *assign = put(new ActionButton(source, ActionRank::Secondary, u"Assign"_s));
        QSignalSpy clicks(assign, &QAbstractButton::clicked);
        QVERIFY(open());
        assign->setFocus(Qt::TabFocusReason);

        QTest::keyClick(assign, Qt::Key_Return);
        QTest::keyClick(assign, Qt::Key_Space);

        QCOMPARE(clicks.count(), 2);
    }

    void theFocusRingIsTwoPixelsOfAccent()
    {
        put(new QLineEdit);
        auto *button = put(new ActionButton(source, ActionRank::Secondary, u"Assign"_s));
        QVERIFY(open());
        button->setFocus(Qt::TabFocusReason);
        const QImage image = button->grab().toImage();
        const QColor accent = source.theme().colours.accent;
        const int middle = image.height() / 2;
        QCOMPARE(image.pixelColor(0, middle), accent);
        QCOMPARE(image.pixelColor(1, middle), accent);
        QVERIFY(image.pixelColor(2, middle) != accent);
    }

    void noRingFollowsThePointer()
    {
        put(new QLineEdit);
        auto *button = put(new ActionButton(source, ActionRank::Secondary, u"Assign"_s));
        QVERIFY(open());
        button->setFocus(Qt::MouseFocusReason);
        const QImage image = button->grab().toImage();
        QVERIFY(image.pixelColor(1, image.height() / 2) != source.theme().colours.accent);
    }

    void tabReachesEveryControl()
    {
        QList<QWidget *> all { put(new ActionButton(source, ActionRank::Primary, u"Assign"_s)),
            put(new ChipButton(source, u"Category"_s)), put(new IconButton(source, Icon::Filter, u"Filter"_s)) };
        QVERIFY(open());
        all.first()->setFocus(Qt::TabFocusReason);
        for (QWidget *expected : all) {
            QCOMPARE(QApplication::focusWidget(), expected);
            QTest::keyClick(expected, Qt::Key_Tab);
        }
    }

    void everyControlHasANameForThoseWhoHearIt()
    {
        const QList<QWidget *> all { put(new ActionButton(source, ActionRank::Primary, u"Assign"_s)),
            put(new IconButton(source, Icon::Filter, u"Filter"_s)), put(new KeyHint(source, QKeySequence(u"Ctrl+K"_s))),
            putRail()->place(1) };
        for (QWidget *widget : all) {
            const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(heard && !heard->text(QAccessible::Name).isEmpty());
        }
    }

    void aChipSaysWhatWasChosen()
    {
        auto *chip = put(new ChipButton(source, u"Category"_s));
        chip->setChoices({ { u"all"_s, 0 }, { u"lamps"_s, 7 } });
        QSignalSpy chosen(chip, &ChipButton::chosen);
        QCOMPARE(chip->text(), u"Category: all"_s);

        chip->menu()->actions().at(1)->trigger();

        QCOMPARE(chip->text(), u"Category: lamps"_s);
        QCOMPARE(chip->value(), QVariant(7));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first(), QVariant(7));
    }

    void theSameChoiceAgainIsNoChange()
    {
        auto *chip = put(new ChipButton(source, u"Category"_s));
        chip->setChoices({ { u"all"_s, 0 }, { u"lamps"_s, 7 } });
        chip->choose(7);
        QSignalSpy chosen(chip, &ChipButton::chosen);
        chip->choose(7);
        chip->choose(99);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(chip->value(), QVariant(7));
    }

    void aChipGrowsWithItsWords()
    {
        auto *chip = put(new ChipButton(source, u"Category"_s));
        chip->setChoices({ { u"all"_s, 0 }, { u"lamps and manholes"_s, 7 } });
        const int before = chip->sizeHint().width();
        chip->choose(7);
        QVERIFY(chip->sizeHint().width() > before);
    }

    void aPillWithNothingToSayIsHidden()
    {
        auto *pill = put(new CountPill(source, Icon::ArrowUp));
        QVERIFY(open());
        QVERIFY(!pill->isVisible());
        pill->say(u"12 new"_s);
        QVERIFY(pill->isVisible());
        pill->say({});
        QVERIFY(!pill->isVisible());
    }

    void aKeyIsShownWithoutPlus() { QCOMPARE(keyText(QKeySequence(u"Ctrl+Shift+K"_s)), u"Ctrl Shift K"_s); }

    void fieldsAndButtonsAreEquallyHigh()
    {
        const int height = source.theme().space.control;
        auto *choice = new QComboBox;
        choice->addItem(u"One"_s);
        const QList<QWidget *> all { put(new ActionButton(source, ActionRank::Primary, u"Assign"_s)),
            put(new QLineEdit), put(choice), put(new DateField(source, QDate(2023, 7, 12))),
            put(new QPushButton(u"OK"_s)) };
        QVERIFY(open());
        for (QWidget *widget : all) {
            QVERIFY2(widget->height() == height,
                qPrintable(
                    u"%1: %2"_s.arg(QLatin1StringView(widget->metaObject()->className())).arg(widget->height())));
        }
    }

    void weekendsAreNotRedInLightAndDark()
    {
        auto *field = put(new DateField(source, QDate(2023, 7, 12)));
        const auto ink = [&] { return field->calendarWidget()->weekdayTextFormat(Qt::Sunday).foreground().color(); };
        QCOMPARE(ink(), linkedTheme(Brightness::Light).colours.inkSoft);
        source.wear(Brightness::Dark);
        QCOMPARE(ink(), linkedTheme(Brightness::Dark).colours.inkSoft);
    }

    void aFieldInFocusDoesNotMove()
    {
        auto *field = put(new QLineEdit);
        put(new QLineEdit);
        QVERIFY(open());
        const QSize before = field->sizeHint();
        field->setFocus(Qt::TabFocusReason);
        QCOMPARE(field->sizeHint(), before);
    }

    void lightAndDarkChangeWhileRunning()
    {
        auto *button = put(new ActionButton(source, ActionRank::Secondary, u"Assign"_s));
        QVERIFY(open());
        const auto ground = [&] { return button->grab().toImage().pixelColor(4, button->height() / 2); };
        QCOMPARE(ground(), linkedTheme(Brightness::Light).colours.surface);

        source.wear(Brightness::Dark);

        QCOMPARE(ground(), linkedTheme(Brightness::Dark).colours.surface);
        QCOMPARE(QApplication::palette().color(QPalette::Base), linkedTheme(Brightness::Dark).colours.surface);
    }
};

QTEST_MAIN(ButtonsTest)
#include "tst_buttons.moc"
