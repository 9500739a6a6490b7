#include "PaneFixture.h"

#include <gdal_tools/GdalTools.h>
#include <language/Translation.h>
#include <mapfiles/SheetDialog.h>

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

namespace huying
{

using namespace Qt::StringLiterals;

/// The map's figures as files, asked for at the pane.
class FormsTest : public PaneFixture
{
    Q_OBJECT
    QTemporaryDir _folder;

    QString in(const QString &name) const { return _folder.filePath(name); }
    void show(int count, const DensityFilter &filter = {});
    /// Opens the dialog by its key, chooses the form that ends so and writes it; what the pane then says was written.
    QString written(const QString &file, RegionLevel level = RegionLevel::Township);
    void choose(SheetDialog &dialog, const QString &file, RegionLevel level);

private slots:
    void theDensityThatIsSeenIsWritten();
    void regionsOfTheChosenLevelAreWritten();
    void theFilterGoesWithThem();
    void keysLeadThroughTheDialogAndStopIt();
    void theDialogIsInChinese();
};

void FormsTest::show(int count, const DensityFilter &filter)
{
    WriterProcess writer;
    writer.program.program = QStringLiteral(GEO_WRITER);
    pane->setWriter(writer);
    pane->setSheetWords([] {
        return SheetWords { u"巨鹿县：垃圾"_s, u"2023-05-01 to 2023-05-31"_s, u"the county's ledger"_s, Instant() };
    });
    const std::vector<Spot> some(someTickets.begin(), someTickets.begin() + count);
    pane->setHeat(columnsOf(RegionShapes(regions), some), filter, u"2023-05"_s);
}

void FormsTest::choose(SheetDialog &dialog, const QString &file, RegionLevel level)
{
    const auto boxes = dialog.findChildren<QComboBox *>();
    auto *place = dialog.findChild<FilePlace *>();
    for (int i = 0; i < boxes[0]->count() && !place->file().endsWith(file.right(4)); ++i) {
        boxes[0]->setCurrentIndex(i);
    }
    boxes[1]->setCurrentIndex(boxes[1]->findData(int(level)));
    place->findChild<QLineEdit *>()->setText(in(file));
    const QString folder = qEnvironmentVariable("HUYING_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        QVERIFY(dialog.grab().save(QDir(folder).filePath(u"map-form-%1.png"_s.arg(file))));
    }
    dialog.accept();
}

QString FormsTest::written(const QString &file, RegionLevel level)
{
    QSignalSpy told(pane.get(), &MapPane::fileWritten);
    QTimer::singleShot(0, this, [&] {
        auto *dialog = qobject_cast<SheetDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        choose(*dialog, file, level);
        QTimer::singleShot(30'000, dialog, &QDialog::close); // whatever happens it must not stay
    });
    const auto actions = pane->findChildren<QAction *>();
    const auto asked = std::ranges::find(actions, QKeySequence(u"Alt+E"_s), &QAction::shortcut);
    if (asked != actions.end()) {
        (*asked)->trigger(); // returns when the dialog is gone
    }
    return told.isEmpty() ? QString() : told.front().front().toString();
}

void FormsTest::theDensityThatIsSeenIsWritten()
{
    REQUIRE_GDAL_TOOLS();
    show(1);
    QCOMPARE(written(u"d.tif"_s), in(u"d.tif"_s));
    const GeoPoint place = someTickets.front().point;
    const auto value = pixelAt(in(u"d.tif"_s), place.longitude(), place.latitude());
    const double peak = 1e6 / (2 * std::numbers::pi * 300 * 300); // sigma is half of 600 m
    QVERIFY(value && *value > 0.95 * peak && *value < 1.03 * peak);
    const QJsonValue said = gdalInfo(in(u"d.tif"_s)).value("metadata"_L1)[""_L1];
    QCOMPARE(said["TITLE"_L1].toString(), u"巨鹿县：垃圾"_s);
}

void FormsTest::regionsOfTheChosenLevelAreWritten()
{
    REQUIRE_GDAL_TOOLS();
    show(500);
    QCOMPARE(written(u"g.gpkg"_s, RegionLevel::Grid), in(u"g.gpkg"_s));
    const QJsonObject layer = ogrInfo(in(u"g.gpkg"_s));
    QCOMPARE(layer["name"_L1].toString(), u"grids"_s);
    QCOMPARE(layer["featureCount"_L1].toInt(), int(std::ranges::count(regions, RegionLevel::Grid, &Region::level)));
    int sum = 0;
    for (const auto all = layer["features"_L1].toArray(); const auto feature : all) {
        sum += feature["properties"_L1]["tickets"_L1].toInt();
    }
    QCOMPARE(sum, 500);
}

void FormsTest::theFilterGoesWithThem()
{
    REQUIRE_GDAL_TOOLS();
    DensityFilter filter;
    filter.regions = { { someTickets.front().region.text.substr(0, 9) } };
    show(500, filter);
    QCOMPARE(written(u"t.geojson"_s), in(u"t.geojson"_s));
    const QJsonObject layer = ogrInfo(in(u"t.geojson"_s));
    QCOMPARE(layer["featureCount"_L1].toInt(), 1);
    const QJsonValue figures = layer["features"_L1].toArray().first()["properties"_L1];
    QCOMPARE(figures["code"_L1].toString().toStdString(), filter.regions.front().text);
    const auto inside = std::ranges::count_if(someTickets.begin(), someTickets.begin() + 500,
        [&](const Spot &spot) { return within(spot.region, filter.regions.front()); });
    QCOMPARE(figures["tickets"_L1].toInt(), int(inside));
}

void FormsTest::keysLeadThroughTheDialogAndStopIt()
{
    const DataForm endless { u"E"_s, u"tif"_s, QString(), true, false,
        [](const QString &, const DataChoice &, const std::stop_token &stop) -> std::expected<void, Failure> {
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
            return stopped();
        } };
    SheetDialog dialog(*source, { MapSheet(), nullptr, nullptr }, { endless }, RegionLevel::Village);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_F, Qt::AltModifier);
    const auto boxes = dialog.findChildren<QComboBox *>();
    QVERIFY(boxes[0]->hasFocus());
    QTest::keyClick(boxes[0], Qt::Key_End);
    QTest::keyClick(&dialog, Qt::Key_L, Qt::AltModifier);
    QVERIFY(boxes[1]->hasFocus());
    QTest::keyClick(boxes[1], Qt::Key_Down);
    QCOMPARE(boxes[1]->currentData().toInt(), int(RegionLevel::Grid));
    dialog.findChild<FilePlace *>()->findChild<QLineEdit *>()->setText(in(u"e.tif"_s));
    QTest::keyClick(&dialog, Qt::Key_Return);
    const auto *progress = dialog.findChild<QProgressBar *>();
    QVERIFY(progress->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!progress->isVisible());
    QVERIFY(dialog.isVisible()); // it says that it has stopped, and can be asked again
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void FormsTest::theDialogIsInChinese()
{
    QVERIFY(installTranslation(*qApp)); // stays: this sentence is the last
    show(500);
    QCOMPARE(written(u"v.csv"_s, RegionLevel::Village), in(u"v.csv"_s));
    QFile file(in(u"v.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().startsWith("\xEF\xBB\xBF代码,"));
}

} // namespace huying

QTEST_MAIN(huying::FormsTest)
#include "tst_forms.moc"
