#include "ColourSight.h"
#include "TestTheme.h"

#include <common/Icons.h>
#include <common/StyleSheet.h>
#include <common/ThemeSource.h>
#include <common/Type.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QSignalSpy>

#include <initializer_list>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

using Member = QColor Colours::*;

QString nameOf(Member member)
{
    for (const ColourToken &token : colourTokens()) {
        if (token.member == member) {
            return token.name;
        }
    }
    return {};
}

void addPairs(std::initializer_list<Member> fronts, std::initializer_list<Member> grounds, double least)
{
    for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
        const Colours colours = linkedTheme(brightness).colours;
        for (const Member front : fronts) {
            for (const Member ground : grounds) {
                const QString name = u"%1: %2 on %3"_s.arg(
                    brightness == Brightness::Dark ? u"dark"_s : u"light"_s, nameOf(front), nameOf(ground));
                QTest::newRow(qPrintable(name)) << colours.*front << colours.*ground << least;
            }
        }
    }
}

constexpr auto panes = { &Colours::ground, &Colours::surface, &Colours::sunken, &Colours::hover, &Colours::accentTint };

} // namespace

class ThemeTest : public Sentences
{
    Q_OBJECT
private slots:
    void textCanBeReadOnItsGround_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        using C = Colours;
        addPairs({ &C::ink, &C::inkSoft, &C::accent, &C::inTimeInk, &C::soonInk, &C::overdueInk, &C::pausedInk }, panes,
            4.5);
        addPairs({ &C::ink }, { &C::inTimeTint, &C::soonTint, &C::overdueTint, &C::pausedTint }, 4.5);
        addPairs({ &C::inTimeInk }, { &C::inTimeTint }, 4.5);
        addPairs({ &C::soonInk }, { &C::soonTint }, 4.5);
        addPairs({ &C::overdueInk }, { &C::overdueTint }, 4.5);
        addPairs({ &C::pausedInk }, { &C::pausedTint }, 4.5);
        addPairs({ &C::accentInk }, { &C::accent, &C::accentStrong }, 4.5);
        addPairs({ &C::railInkSoft }, { &C::rail }, 4.5);
        addPairs({ &C::railInk }, { &C::rail, &C::railHover, &C::railChosen }, 4.5);
        addPairs({ &C::tipInk }, { &C::tip }, 4.5);
        addPairs({ &C::redBoardInk }, { &C::redBoard }, 4.5);
        addPairs({ &C::redBoard, &C::blackBoard }, { &C::ground, &C::surface }, 4.5);
    }

    void textCanBeReadOnItsGround()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double reached = contrast(front, ground);
        QVERIFY2(reached >= least, qPrintable(u"%1 to 1"_s.arg(reached)));
    }

    void marksCanBeSeenOnTheirGround_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        using C = Colours;
        addPairs({ &C::inTime, &C::soon, &C::overdue, &C::paused, &C::accent }, panes, 3.0);
        addPairs({ &C::soon }, { &C::soonTint }, 3.0);
        addPairs({ &C::overdue }, { &C::overdueTint }, 3.0);
        addPairs({ &C::accent }, { &C::inTimeTint, &C::pausedTint }, 3.0);
        addPairs({ &C::edgeStrong }, { &C::ground, &C::surface }, 3.0);
        addPairs({ &C::railRing }, { &C::rail, &C::railHover }, 3.0);
    }

    void marksCanBeSeenOnTheirGround() { textCanBeReadOnItsGround(); }

    void lampsStayApartWithoutRedOrGreenCones_data()
    {
        QTest::addColumn<Brightness>("brightness");
        QTest::addColumn<Sight>("sight");
        for (const auto &[name, sight] : { std::pair { "full", Sight::Full }, std::pair { "protan", Sight::Protanopia },
                 std::pair { "deutan", Sight::Deuteranopia } }) {
            QTest::addRow("light, %s", name) << Brightness::Light << sight;
            QTest::addRow("dark, %s", name) << Brightness::Dark << sight;
        }
    }

    /// The shapes differ besides: see tst_marks.
    void lampsStayApartWithoutRedOrGreenCones()
    {
        QFETCH(Brightness, brightness);
        QFETCH(Sight, sight);
        const Theme theme = linkedTheme(brightness);
        for (int one = 0; one < 4; ++one) {
            for (int other = one + 1; other < 4; ++other) {
                const double apart = distance(seen(lampColour(theme, static_cast<Lamp>(one)), sight),
                    seen(lampColour(theme, static_cast<Lamp>(other)), sight));
                QVERIFY2(apart >= 10, qPrintable(u"lamps %1 and %2: %3"_s.arg(one).arg(other).arg(apart)));
            }
        }
    }

    void theHeatRisesEvenlyInGrey()
    {
        for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
            const QList<QColor> heat = linkedTheme(brightness).ramps.heat;
            QCOMPARE(heat.first().alpha(), 0);
            for (int step = 2; step < heat.size(); ++step) {
                const double rise =
                    (lightness(heat[step]) - lightness(heat[step - 1])) * (brightness == Brightness::Dark ? 1 : -1);
                QVERIFY2(rise > 10 && rise < 26, qPrintable(u"step %1: %2"_s.arg(step).arg(rise)));
            }
        }
    }

    void theLevelsAreSevenStepsInOneDirection()
    {
        for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
            const Ramps ramps = linkedTheme(brightness).ramps;
            QCOMPARE(ramps.levels.size(), 7);
            QCOMPARE(ramps.change.size(), 7);
            for (int step = 1; step < 7; ++step) {
                const double rise = lightness(ramps.levels[step]) - lightness(ramps.levels[step - 1]);
                QVERIFY(brightness == Brightness::Dark ? rise > 4 : rise < -4);
            }
        }
    }

    void aMissingTokenIsNamed()
    {
        QByteArray tokens = linkedTokens();
        const auto theme = readTheme(tokens.replace("\"ink-soft\"", "\"ink-loud\""), Brightness::Light);
        QVERIFY(!theme);
        QCOMPARE(theme.error().kind, FailureKind::Invalid);
        QVERIFY(theme.error().text.contains(u"ink-soft"_s));
    }

    void anUnknownTokenIsNamed()
    {
        QByteArray tokens = linkedTokens();
        tokens.replace("\"colours\": {", "\"colours\": { \"glow\": { \"light\": \"#FFFFFF\", \"dark\": \"#FFFFFF\" },");
        const auto theme = readTheme(tokens, Brightness::Light);
        QVERIFY(!theme);
        QVERIFY(theme.error().text.contains(u"glow"_s));
    }

    void whatIsNoJsonIsRefused()
    {
        QVERIFY(!readTheme("{ torn", Brightness::Light));
        QVERIFY(!readTheme({}, Brightness::Dark));
    }

    void theStyleSheetKnowsAllItsTokens()
    {
        const QString sheet = styleSheet(linkedTheme(Brightness::Dark));
        QVERIFY(sheet.size() > 5000);
        QVERIFY(!sheet.contains(u"${"_s));
    }

    void theStyleSheetHoldsNoColourOfItsOwn()
    {
        QFile file(u":/huying/styles/desk.qss"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        static const QRegularExpression colour(u"#[0-9A-Fa-f]{3,8}\\b|rgba?\\("_s);
        QVERIFY(!colour.match(source).hasMatch());
    }

    void thePicturesOfTheStyleSheetAreThere()
    {
        static const QRegularExpression address(u"url\\((:[^)]+)\\)"_s);
        for (const Brightness brightness : { Brightness::Light, Brightness::Dark }) {
            for (const auto &match : address.globalMatch(styleSheet(linkedTheme(brightness)))) {
                QVERIFY2(QFile::exists(match.captured(1)), qPrintable(match.captured(1)));
            }
        }
    }

    void everyIconIsDrawnInOneColourAtOneSize()
    {
        QStringList named;
        for (const char *name : iconNames) {
            named << QLatin1StringView(name) + ".svg"_L1;
            QFile file(":/huying/icons/"_L1 + named.last());
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("stroke-width=\"1.5\""), name);
            QVERIFY2(svg.contains("stroke=\"currentColor\"") && !svg.contains('#'), name);
        }
        named.sort();
        QCOMPARE(QDir(u":/huying/icons"_s).entryList(QDir::Files, QDir::Name), named);
    }

    void figuresAreEquallyWide()
    {
        const Theme theme = linkedTheme(Brightness::Light);
        for (const Weight weight : { Weight::Regular, Weight::Strong }) {
            const QFontMetricsF metrics(uiFont(theme, theme.type.body, weight));
            for (const auto all = u"0123456789"_s; const QChar figure : all) {
                QCOMPARE(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(u'0'));
            }
        }
    }

    void theFontIsTheOneThatIsMeant()
    {
        const Theme theme = linkedTheme(Brightness::Light);
        QCOMPARE(QFontInfo(uiFont(theme, theme.type.body)).family(), u"Noto Sans CJK SC"_s);
    }

    void sizesOnTheWallAreFractionsOfItsHeight()
    {
        const Theme theme = linkedTheme(Brightness::Dark);
        QCOMPARE(wallPixels(theme, WallText::Smallest, 1080), 18);
        QCOMPARE(wallPixels(theme, WallText::Body, 1080), 27);
        QCOMPARE(wallPixels(theme, WallText::Figure, 2160), 180);
    }

    void qmlSeesTheSameValues()
    {
        const Theme theme = linkedTheme(Brightness::Dark);
        const QVariantMap values = qmlValues(theme);
        QCOMPARE(values[u"brightness"_s].toString(), u"dark"_s);
        QCOMPARE(values[u"colours"_s].toMap()[u"inkSoft"_s].value<QColor>(), theme.colours.inkSoft);
        QCOMPARE(values[u"ramps"_s].toMap()[u"heat"_s].toList().size(), theme.ramps.heat.size());
        QCOMPARE(values[u"space"_s].toMap()[u"rowCompact"_s].toInt(), 26);
        QCOMPARE(values[u"wall"_s].toMap()[u"figure"_s].toInt(), 12);
    }

    void aChangeOfBrightnessIsToldOnce()
    {
        ThemeSource source(linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark));
        QSignalSpy changes(&source, &ThemeSource::changed);

        source.wear(Brightness::Dark);
        source.wear(Brightness::Dark);

        QCOMPARE(changes.count(), 1);
        QCOMPARE(source.theme().brightness, Brightness::Dark);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
