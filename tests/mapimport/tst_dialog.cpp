#include <common/ThemeSource.h>
#include <mapimport/ImportMapDialog.h>
#include <simulation/SimulatedCounty.h>

#include <support/Sentences.h>
#include <support/SharedData.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Theme themeOf(Brightness brightness)
{
    QFile tokens(u":/huying/styles/tokens.json"_s);
    return tokens.open(QIODevice::ReadOnly) ? readTheme(tokens.readAll(), brightness).value() : Theme {};
}

std::shared_ptr<const Directory> county()
{
    Directory directory;
    for (CountyFact &fact : factsOf(simulatedCounty(7))) {
        directory.set(std::move(fact));
    }
    return std::make_shared<const Directory>(std::move(directory));
}

QComboBox *choiceWith(const QWidget &dialog, const QString &item)
{
    for (const auto all = dialog.findChildren<QComboBox *>(); QComboBox *const choice : all) {
        if (choice->findText(item) >= 0) {
            return choice;
        }
    }
    return nullptr;
}

void choose(const QWidget &dialog, const QString &item)
{
    QComboBox *const choice = choiceWith(dialog, item);
    choice->setCurrentText(item);
    emit choice->activated(choice->currentIndex());
}

void keep(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("HUYING_SHOTS");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        window.grab().save(folder + u'/' + name + u".png"_s);
    }
}

QLineEdit *lineWith(const QWidget &dialog, const QString &placeholder)
{
    for (const auto all = dialog.findChildren<QLineEdit *>(); QLineEdit *const line : all) {
        if (line->placeholderText() == placeholder) {
            return line;
        }
    }
    return nullptr;
}

/// The dialog over the simulated county, and what it tells.
struct Opened {
    ThemeSource source { themeOf(Brightness::Light), themeOf(Brightness::Dark) };
    ImportMapDialog dialog { source, county(), { "130529" }, {} };
    QSignalSpy answered { &dialog.reading(), &FileReading::answered };

    Opened()
    {
        dress(*qApp, source);
        ReaderProcess reader;
        reader.program = QStringLiteral(GEO_READER);
        dialog.reading().setReader(reader);
    }
};

bool says(const QWidget &dialog, const QString &words)
{
    const auto labels = dialog.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
}

} // namespace

class ImportDialogTest : public Sentences
{
    Q_OBJECT

private slots:
    void theRealCountyIsAskedAboutLookedAtAndTakenIn()
    {
        const QString file = sharedData(u"boundaries/city_130500_19_counties_gcj02.geojson"_s);
        REQUIRE_SHARED_DATA(file);
        Opened opened;
        ImportMapDialog &dialog = opened.dialog;
        QSignalSpy &answered = opened.answered;
        QSignalSpy wanted(&dialog, &ImportMapDialog::layerWanted);
        choose(dialog, u"the county's border"_s);
        dialog.open(file);
        QVERIFY(answered.wait(60'000));
        QVERIFY(says(dialog, u"--datum"_s));
        keep(dialog, u"import-asks"_s);
        choose(dialog, u"GCJ-02"_s);
        QVERIFY(answered.wait(60'000));
        QCOMPARE(dialog.findChild<QTableWidget *>()->rowCount(), 19);
        QVERIFY(says(dialog, u"1 of 19"_s));
        QVERIFY(says(dialog, u"南宫市"_s));
        keep(dialog, u"import-read"_s);
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<GeoLayer>().features.size(), 1U);
        dialog.answer(Failure { FailureKind::Refused, u"not yours"_s });
        QVERIFY(says(dialog, u"not yours"_s));
        QVERIFY(dialog.isVisible());
        dialog.answer(std::nullopt);
        QVERIFY(!dialog.isVisible());
    }

    void roadsAndSchoolsBecomeALayerOfTheMap()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"places.geojson"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[
            {"type":"Feature","properties":{"name":"巨鹿中学"},"geometry":{"type":"Point","coordinates":[115.03,37.22]}},
            {"type":"Feature","properties":{"name":"邢德公路"},"geometry":{"type":"LineString","coordinates":[[114.9,37.2],[115.0,37.22],[115.2,37.21]]}},
            {"type":"Feature","properties":{"name":""},"geometry":{"type":"Polygon","coordinates":[[[115.05,37.25],[115.08,37.25],[115.07,37.28],[115.05,37.25]]]}}]})");
        file.close();
        Opened opened;
        ImportMapDialog &dialog = opened.dialog;
        QSignalSpy &answered = opened.answered;
        QSignalSpy wanted(&dialog, &ImportMapDialog::referenceWanted);
        choose(dialog, u"something else: roads, waters, schools …"_s);
        dialog.open(name);
        QVERIFY(answered.wait(60'000));
        QVERIFY(says(dialog, u"3 features, which become the layer “places”"_s));
        QVERIFY(!dialog.findChild<QTableWidget *>()->isVisible());
        keep(dialog, u"import-layer"_s);
        QLineEdit *const called = lineWith(dialog, u"places"_s);
        called->setText(u"公共场所"_s);
        QVERIFY(says(dialog, u"become the layer “公共场所”"_s));
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        const auto layer = wanted.front().front().value<ReferenceLayer>();
        QCOMPARE(layer.name, std::string("公共场所"));
        QCOMPARE(layer.system, std::string("CGCS2000"));
        QCOMPARE(layer.features.size(), 3U);
        QCOMPARE(layer.features[0].name, std::string("巨鹿中学"));
        QCOMPARE(layer.features[0].points.size(), 1U);
        QCOMPARE(layer.features[1].lines.front().size(), 3U);
        QCOMPARE(layer.features[2].areas.size(), 1U);
        QVERIFY(layer.features[2].name.empty());
    }
};

QTEST_MAIN(ImportDialogTest)
#include "tst_dialog.moc"
