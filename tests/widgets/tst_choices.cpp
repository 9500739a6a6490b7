#include "TestTheme.h"

#include <common/ChipButton.h>
#include <common/ChoicePopup.h>
#include <common/ChoiceTree.h>
#include <common/ThemeSource.h>
#include <support/Sentences.h>
#include <views/Choices.h>

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

/// A tree of a city elsewhere: deep, long, and with an ampersand in a name.
std::vector<TreeChoice> manyChoices()
{
    std::vector<TreeChoice> choices { { u"All"_s, u"*"_s, {} }, { u"Signs & Signals"_s, u"01"_s, {} },
        { u"Sign Repair"_s, u"0101"_s, u"01"_s }, { u"Street Lights"_s, u"02"_s, {} },
        { u"Street Light Outages"_s, u"0201"_s, u"02"_s } };
    for (int i = 10; i < 99; ++i) {
        choices.push_back({ u"Other %1"_s.arg(i), QString::number(i), {} });
    }
    return choices;
}

} // namespace

class ChoicesTest : public Sentences
{
    Q_OBJECT

    ThemeSource source { linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark) };
    std::unique_ptr<ChipButton> chip;
    ChoicePopup *popup = nullptr;
    QString chosen;

    bool openPopup()
    {
        chip->show();
        if (!QTest::qWaitForWindowExposed(chip.get())) {
            return false;
        }
        chip->click();
        return QTest::qWaitForWindowExposed(popup);
    }

    QLineEdit &words() { return *popup->tree().findChild<QLineEdit *>(); }

private slots:
    void initTestCase() { dress(*qApp, source); }

    void init()
    {
        chip = std::make_unique<ChipButton>(source, u"Category"_s);
        popup = new ChoicePopup(source, chip.get());
        popup->tree().setChoices(manyChoices());
        chosen = u"*"_s;
        chip->setPopup(popup, [this] { return chosen; });
        connect(popup, &ChoicePopup::chosen, this, [this](const QString &value) { chosen = value; });
    }

    void cleanup() { chip.reset(); }

    void aLongTreeDoesNotCoverTheScreen()
    {
        QVERIFY(openPopup());
        const QRect screen = chip->screen()->availableGeometry();
        QVERIFY(popup->height() < 0.7 * screen.height());
        QVERIFY(screen.contains(popup->geometry()));
    }

    void typingNarrowsAndEnterTakes()
    {
        QVERIFY(openPopup());
        QTest::keyClicks(&words(), u"outag"_s);
        QCOMPARE(popup->tree().value(), u"0201"_s);
        QTest::keyClick(&words(), Qt::Key_Return);
        QCOMPARE(chosen, u"0201"_s);
        QVERIFY(!popup->isVisible());
    }

    void aBranchCanBeTakenAsAWhole()
    {
        QVERIFY(openPopup());
        QTest::keyClicks(&words(), u"street lights"_s);
        QTest::keyClick(&words(), Qt::Key_Return);
        QCOMPARE(chosen, u"02"_s);
    }

    void escapeTakesNothing()
    {
        QVERIFY(openPopup());
        QTest::keyClicks(&words(), u"outag"_s);
        QTest::keyClick(&words(), Qt::Key_Escape);
        QCOMPARE(chosen, u"*"_s);
        QVERIFY(!popup->isVisible());
    }

    void itOpensAtWhatIsChosen()
    {
        chosen = u"0101"_s;
        QVERIFY(openPopup());
        QCOMPARE(popup->tree().value(), u"0101"_s);
    }

    void whatNothingMatchesTakesNothing()
    {
        QVERIFY(openPopup());
        QTest::keyClicks(&words(), u"no such thing"_s);
        QCOMPARE(popup->tree().value(), QString());
        QTest::keyClick(&words(), Qt::Key_Return);
        QCOMPARE(chosen, u"*"_s);
    }

    void anAmpersandInANameIsShown()
    {
        QVERIFY(openPopup());
        QTest::keyClicks(&words(), u"signs &"_s);
        QCOMPARE(popup->tree().value(), u"01"_s);
    }
};

QTEST_MAIN(ChoicesTest)
#include "tst_choices.moc"
