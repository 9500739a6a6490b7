#include "TileServer.h"

#include <support/Sentences.h>
#include <tiles/BaseMap.h>
#include <tiles/FolderTiles.h>
#include <tiles/MBTiles.h>
#include <tiles/NetworkTiles.h>

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace huying;
using namespace huying::testing;

namespace
{

const TileAddress some { 3, 6, 2 };

void write(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Rows from the south, as the format has it.
void writeMBTiles(const QString &name)
{
    sqlite3 *database = nullptr;
    sqlite3_open(name.toUtf8().constData(), &database);
    sqlite3_exec(database,
        "CREATE TABLE metadata (name TEXT, value TEXT); INSERT INTO metadata VALUES ('attribution', '某测绘院'); "
        "CREATE "
        "TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO tiles VALUES (3, 6, 5, ?)", -1, &insert, nullptr);
    const QByteArray bytes = png(colourOf(3, 6, 2));
    sqlite3_bind_blob(insert, 1, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_finalize(insert);
    sqlite3_close(database);
}

QColor middleOf(const QImage *image)
{
    return image == nullptr ? QColor() : image->pixelColor(image->width() / 2, image->height() / 2);
}

} // namespace

class Tiles : public Sentences
{
    Q_OBJECT
private slots:
    void aTileCoversItsPartOfTheWorld()
    {
        QCOMPARE((TileAddress { 0, 0, 0 }).rect(), (WorldRect { 0, 0, 1, 1 }));
        QCOMPARE((TileAddress { 2, 3, 1 }).rect(), (WorldRect { 0.75, 0.25, 0.25, 0.25 }));
        QCOMPARE((TileAddress { 2, 3, 1 }).parent(), (TileAddress { 1, 1, 0 }));
    }

    void aViewIsCoveredByItsTilesFromTheMiddleOn()
    {
        const WorldPoint county = toWorld(115.04, 37.22);
        const WorldRect view { county.x - 4e-4, county.y - 2e-4, 8e-4, 4e-4 };
        const auto tiles = tilesIn(view, 13);
        QVERIFY(tiles.front().rect().contains(county));
        for (const WorldPoint corner :
            { WorldPoint { view.left, view.top }, WorldPoint { view.left + view.width, view.top + view.height } }) {
            QVERIFY(std::ranges::any_of(tiles, [&](const auto &tile) { return tile.rect().contains(corner); }));
        }
        QCOMPARE(tileLevel(256 * std::exp2(13.4), 18), 13);
        QCOMPARE(tileLevel(256 * std::exp2(19), 16), 16);
    }

    void aFolderGivesWhatIsInItAndSaysWhatIsNot()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("3/6/2.png")), png(colourOf(3, 6, 2)));
        write(folder.filePath(QStringLiteral("3/6/3.jpg")), "no picture");
        FolderTiles tiles(folder.path());
        QSignalSpy arrived(&tiles, &TileSource::arrived);
        QSignalSpy missed(&tiles, &TileSource::missed);
        QCOMPARE(tiles.deepest(), 3);
        tiles.ask(some);
        tiles.ask({ 3, 6, 3 });
        tiles.ask({ 3, 0, 0 });
        QTRY_COMPARE(missed.count(), 2);
        QCOMPARE(arrived.count(), 1);
        const auto image = arrived[0][1].value<QImage>();
        QCOMPARE(middleOf(&image), colourOf(3, 6, 2));
    }

    void anMBTilesFileCountsItsRowsFromTheSouth()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("county.mbtiles"));
        writeMBTiles(name);
        const auto tiles = MBTiles::open(name);
        QVERIFY2(tiles, tiles ? "" : qPrintable(tiles.error().text));
        QCOMPARE((*tiles)->attribution(), QStringLiteral("某测绘院"));
        QSignalSpy arrived(tiles->get(), &TileSource::arrived);
        (*tiles)->ask(some);
        QTRY_COMPARE(arrived.count(), 1);
    }

    void aFileThatIsNoMBTilesIsRefused()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("other"));
        write(name, "SQLite format 3 it is not");
        QCOMPARE(MBTiles::open(name).error().kind, FailureKind::Damaged);
        QCOMPARE(MBTiles::open(folder.filePath(QStringLiteral("none"))).error().kind, FailureKind::NotFound);
    }

    void whatAServerGaveIsThereWhenTheNetworkIsAway()
    {
        const QTemporaryDir cache;
        TileServer server;
        const NetworkTilesSettings settings { .address = server.address(), .servers = {}, .cacheFolder = cache.path() };
        {
            NetworkTiles tiles(settings);
            QSignalSpy arrived(&tiles, &TileSource::arrived);
            tiles.ask(some);
            QTRY_COMPARE(arrived.count(), 1);
        }
        server.close();
        NetworkTiles tiles(settings);
        QSignalSpy arrived(&tiles, &TileSource::arrived);
        QSignalSpy missed(&tiles, &TileSource::missed);
        tiles.ask(some);
        tiles.ask({ 3, 0, 0 });
        QTRY_COMPARE(arrived.count(), 1);
        QTRY_COMPARE(missed.count(), 1);
        QCOMPARE(missed[0][1].toBool(), false);
        QCOMPARE(server.asked().size(), 1);
    }

    void hostileAnswersAreNoTiles_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("words") << QByteArray("<html>sign in first</html>");
        QTest::newRow("a huge picture") << png(Qt::white, 1'500);
        QTest::newRow("more than a tile can be") << QByteArray(5 * 1024 * 1024, 'x');
        QTest::newRow("cut off") << png(Qt::white).left(60);
    }

    void hostileAnswersAreNoTiles()
    {
        QFETCH(const QByteArray, words);
        TileServer server;
        server.answer(words);
        NetworkTiles tiles({ .address = server.address(), .servers = {}, .cacheFolder = {} });
        QSignalSpy missed(&tiles, &TileSource::missed);
        tiles.ask(some);
        QTRY_COMPARE(missed.count(), 1);
        QCOMPARE(missed[0][1].toBool(), false);
    }

    void whatIsInSightIsAskedForOnceAndACoarserTileStandsInMeanwhile()
    {
        TileServer server;
        BaseMap base;
        base.show(layersOf({ BaseMapKind::Server, server.address(), {}, QStringLiteral("测试") }, {}).value());
        QCOMPARE(base.attribution(), QStringLiteral("测试"));
        base.want({ some.parent() });
        QTRY_VERIFY(base.tile(0, some.parent()) != nullptr);
        QCOMPARE(base.best(0, some), std::optional(some.parent()));
        base.want({ some });
        base.want({ some });
        QTRY_VERIFY(base.tile(0, some) != nullptr);
        QCOMPARE(middleOf(base.tile(0, some)), colourOf(3, 6, 2));
        QCOMPARE(server.asked().size(), 2);
    }

    void aChoiceThatCannotBeShownSaysWhy()
    {
        QCOMPARE(
            layersOf({ BaseMapKind::Server, QStringLiteral("http://127.0.0.1/{z}/{x}.png"), {}, {} }, {}).error().kind,
            FailureKind::Invalid);
        QCOMPARE(layersOf({ BaseMapKind::Server, QStringLiteral("file:///{z}/{x}/{y}.png"), {}, {} }, {}).error().kind,
            FailureKind::Invalid);
        QCOMPARE(layersOf({ BaseMapKind::Folder, QStringLiteral("/nowhere/at/all"), {}, {} }, {}).error().kind,
            FailureKind::NotFound);
        QCOMPARE(layersOf({ BaseMapKind::Tianditu, {}, {}, {} }, {}).error().kind, FailureKind::Invalid);
        QVERIFY(layersOf({}, {})->layers.empty());
    }

    void tiandituHasTwoLayersAndItsKeyInTheAddressAlone()
    {
        const auto made = layersOf({ BaseMapKind::Tianditu, {}, QStringLiteral("a&b"), {} }, {});
        QCOMPARE(made->layers.size(), std::size_t { 2 });
        QCOMPARE(made->attribution, QStringLiteral("天地图"));
        const auto &names = dynamic_cast<const NetworkTiles &>(*made->layers[1]);
        const QUrl address = names.addressOf({ 12, 3355, 1589 });
        QVERIFY(address.path().startsWith(QStringLiteral("/cva_w/")));
        QVERIFY(address.query().contains(QStringLiteral("TILEMATRIX=12&TILEROW=1589&TILECOL=3355&tk=a%26b")));
    }

    void theChoiceIsKeptInTheSettings()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings")), QSettings::IniFormat);
        QCOMPARE(readBaseMap(settings), BaseMapChoice {});
        const BaseMapChoice choice { BaseMapKind::Tianditu, {}, QStringLiteral("钥匙"), {} };
        writeBaseMap(settings, choice);
        QCOMPARE(readBaseMap(settings), choice);
    }
};

QTEST_GUILESS_MAIN(Tiles)
#include "tst_tiles.moc"
