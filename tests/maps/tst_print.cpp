#include <mapprint/Film.h>
#include <mapprint/SheetFiles.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

using namespace huying;

namespace
{

const GeoPoint place = GeoPoint::fromDegrees(115.0386, 37.2213);

MapColours someColours()
{
    MapColours colours;
    colours.ground = QColor(0xf3f5f8);
    colours.surface = Qt::white;
    colours.ink = QColor(0x1d2733);
    colours.inkSoft = QColor(0x5b6672);
    colours.heat = { QColor(0xfde3c8), QColor(0xf59d5b), QColor(0x8c2d04) };
    colours.family = QStringLiteral("Noto Sans CJK SC");
    return colours;
}

} // namespace

class Print : public Sentences
{
    Q_OBJECT
    CountyScene _scene;
    std::shared_ptr<const HeatPicture> _heat;

    MapSheet sheet() const
    {
        MapSheet made;
        made.title = QStringLiteral("巨鹿县：垃圾类诉求");
        made.period = QStringLiteral("2026年7月1日至7月31日");
        made.made = QStringLiteral("2026年8月1日 09:00");
        made.source = QStringLiteral("数据来源：呼应");
        made.view = _scene.whole();
        made.colours = _scene.colours();
        made.regions = &_scene.regions();
        made.labels = &_scene.labels();
        return made;
    }

    MapSheet heated() const
    {
        MapSheet made = sheet();
        made.heat = _heat;
        made.legend = { QStringLiteral("每平方千米件数，7月"), someColours().heat,
            { QStringLiteral("0"), QStringLiteral("5"), QStringLiteral("10+") }, true, {} };
        return made;
    }

private slots:
    void initTestCase()
    {
        _scene.setColours(someColours());
        _scene.setRegions(simulatedCounty(1).regions);
        HeatColumns columns(gridAround(GeoPoint::fromDegrees(114.8, 37.0), GeoPoint::fromDegrees(115.3, 37.5)));
        HeatPoint point;
        point.point = place;
        point.reportedAt = Instant { std::chrono::hours { 24 * 20'000 } };
        for (int i = 0; i < 50; ++i) {
            columns.append(point);
        }
        _heat = std::make_shared<const HeatPicture>(
            *heatPicture({ columns, {}, 600, std::nullopt, HeatRamp(someColours().heat) }));
    }

    void aPictureIsAsLargeAsAskedFor()
    {
        QCOMPARE(pictureOf(sheet(), 1).size(), QSize(1600, 1131));
        QCOMPARE(pictureOf(sheet(), 3).size(), QSize(4800, 3393));
    }

    /// The warmest spot of the sheet is where the tickets are, at any size.
    void theHeatLiesOnItsPlace()
    {
        for (const int scale : { 1, 2 }) {
            const QImage with = pictureOf(heated(), scale);
            const QImage without = pictureOf(sheet(), scale);
            QPointF sum;
            double weight = 0;
            for (int y = 120 * scale; y < 850 * scale; ++y) {
                for (int x = 60 * scale; x < 1540 * scale; ++x) {
                    const double change = std::abs(qGray(with.pixel(x, y)) - qGray(without.pixel(x, y)));
                    sum += change * QPointF(x + 0.5, y + 0.5);
                    weight += change;
                }
            }
            const WorldRect view = _scene.whole();
            const WorldPoint at = toWorld(place);
            const QRectF frame(48, 120, 1504, 955);
            const double perWorld = std::min(frame.width() / view.width, frame.height() / view.height);
            const QPointF expected =
                frame.center() + QPointF((at.x - view.centre().x) * perWorld, (at.y - view.centre().y) * perWorld);
            QVERIFY2(QLineF(sum / weight / scale, expected).length() < 2,
                qPrintable(QStringLiteral("%1, %2").arg((sum / weight / scale).x()).arg((sum / weight / scale).y())));
        }
    }

    void anSvgShowsWhatThePictureShows()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("map.svg"));
        QVERIFY(writeSheet(heated(), name));
        QSvgRenderer renderer(name);
        QVERIFY(renderer.isValid());
        QImage drawn(1600, 1131, QImage::Format_RGB32);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        const QImage picture = pictureOf(heated(), 1);
        qint64 difference = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                difference += std::abs(qGray(drawn.pixel(x, y)) - qGray(picture.pixel(x, y)));
            }
        }
        const double each = double(difference) / (1600 * 1131);
        QVERIFY2(each < 4, qPrintable(QString::number(each)));
    }

    void aPdfIsOnePageWithItsTitle()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("map.pdf"));
        QVERIFY(writeSheet(heated(), name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QCOMPARE(bytes.count("/Type /Page\n") + bytes.count("/Type /Page "), 1);
    }

    void aFilmHasEveryFrameOnceInItsOrder()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("july.webp"));
        const std::array colours { QColor(200, 30, 30), QColor(30, 160, 60), QColor(40, 60, 200) };
        const auto film = Film::begin(name, QSize(320, 200), 250);
        for (const QColor &colour : colours) {
            QImage frame(320, 200, QImage::Format_RGB32);
            frame.fill(colour);
            QVERIFY((*film)->add(frame));
        }
        QVERIFY(!QFile::exists(name));
        QVERIFY((*film)->finish());
        QImageReader reader(name);
        QCOMPARE(reader.imageCount(), 3);
        for (const QColor &colour : colours) {
            const QColor shown = reader.read().pixelColor(160, 100);
            QVERIFY(std::abs(shown.red() - colour.red()) < 12 && std::abs(shown.blue() - colour.blue()) < 12);
            QCOMPARE(reader.nextImageDelay(), 250);
        }
    }

    void aFilmThatIsGivenUpLeavesNothing()
    {
        const QTemporaryDir folder;
        const QImage frame(32, 20, QImage::Format_RGB32);
        {
            const auto film = Film::begin(folder.filePath(QStringLiteral("july.png")), frame.size(), 250);
            QVERIFY((*film)->add(frame));
            QVERIFY(QFile::exists(folder.filePath(QStringLiteral("july-0001.png"))));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        const auto film = Film::begin(folder.filePath(QStringLiteral("july.png")), frame.size(), 250);
        QVERIFY((*film)->add(frame) && (*film)->add(frame) && (*film)->finish());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
            (QStringList { QStringLiteral("july-0001.png"), QStringLiteral("july-0002.png") }));
        QCOMPARE(Film::begin(QStringLiteral("july.gif"), frame.size(), 250).error().kind, FailureKind::Invalid);
    }

    void anotherEndingIsRefusedAndAFolderThatIsNotThereToo()
    {
        QCOMPARE(writeSheet(sheet(), QStringLiteral("map.bmp")).error().kind, FailureKind::Invalid);
        QCOMPARE(writeSheet(sheet(), QStringLiteral("/nowhere/at/all/map.png")).error().kind, FailureKind::NotFound);
    }
};

QTEST_MAIN(Print)
#include "tst_print.moc"
