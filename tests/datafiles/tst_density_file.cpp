#include "GdalTools.h"

#include <datafiles/DensityRaster.h>
#include <datafiles/MapDataFiles.h>
#include <heat/TicketGrid.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <cmath>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

constexpr Instant reported = startOf(Day { std::chrono::days { 20'000 } }) + std::chrono::hours { 9 };
const GeoPoint known = GeoPoint::fromDegrees(115.0386, 37.2213);

HeatPoint ticketAt(GeoPoint place)
{
    HeatPoint point;
    point.point = place;
    point.category = { "0903" };
    point.reportedAt = reported;
    return point;
}

WriterProcess writer()
{
    WriterProcess process;
    process.program = { QStringLiteral(GEO_WRITER), u"en"_s };
    return process;
}

double number(const QJsonValue &value)
{
    return value.toDouble(std::nan(""));
}

} // namespace

/// The density as GeoTIFF.
class DensityFile : public Sentences
{
    Q_OBJECT
    QTemporaryDir _folder;
    MapData _data;

    QString in(const QString &name) const { return _folder.filePath(name); }
    std::expected<DensityWritten, Failure> write(const QString &file, const WriterProcess &process = writer()) const
    {
        return writeDensity(_data, 600, file, process, {});
    }
    /// No half file, and no file beside it.
    bool hasOnly(const QStringList &names) const
    {
        return QDir(_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name) == names;
    }

private slots:
    void init()
    {
        Sentences::init();
        for (const auto all = QDir(_folder.path()).entryList(QDir::Files); const QString &name : all) {
            QFile::remove(in(name));
        }
        _data = MapData();
        _data.regions = simulatedCounty(1).regions;
        _data.columns =
            HeatColumns(gridOver({ GeoPoint::fromDegrees(114.86, 37.08), GeoPoint::fromDegrees(115.23, 37.36) }));
        _data.columns.append(ticketAt(known));
        _data.filter.from = startOf(dayOf(reported));
        _data.filter.until = endOf(dayOf(reported));
        _data.filter.categories = { { "09" } };
        _data.title = u"巨鹿县: 垃圾"_s;
        _data.source = u"the county's ledger"_s;
        _data.madeAt = reported + std::chrono::hours { 24 };
    }

    void aKnownTicketsPixelHasTheRightValueAndPlace()
    {
        REQUIRE_GDAL_TOOLS();
        const auto made = write(in(u"d.tif"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QCOMPARE(made->tickets, 1U);
        // One ticket under a Gaussian of sigma = 300 m; the pixel's middle is at most 71 m from it.
        const double peak = 1e6 / (2 * std::numbers::pi * 300 * 300);
        const auto value = pixelAt(in(u"d.tif"_s), known.longitude(), known.latitude());
        QVERIFY(value && *value > 0.95 * peak && *value < 1.03 * peak);
        QVERIFY(std::abs(*value - double { made->highest }) < 0.03 * peak);
        const double east = 0.0147; // 1.3 km in degrees of longitude: the kernel ends at 900 m, and there are cells
        for (const double away : { -east, east }) {
            QCOMPARE(pixelAt(in(u"d.tif"_s), known.longitude() + away, known.latitude()), 0.0);
        }
        QVERIFY(hasOnly({ u"d.tif"_s }));
    }

    void itLiesWhereTheGridLies()
    {
        REQUIRE_GDAL_TOOLS();
        const auto made = write(in(u"d.tif"_s));
        QVERIFY(made);
        const QJsonObject info = gdalInfo(in(u"d.tif"_s));
        QCOMPARE(info["size"_L1].toArray(), (QJsonArray { made->columns, made->rows }));
        QVERIFY(info["coordinateSystem"_L1]["wkt"_L1].toString().contains(u"ID[\"EPSG\",3857]"));
        // Its corners lie around the grid's, not further out than the kernel reaches and a cell.
        const HeatGrid &grid = _data.columns.grid();
        const double metresPerCell = 2 * std::numbers::pi * 6378137 * grid.worldPerCell;
        const double room = (900 + 3 * made->cellMetres) / grid.cellMetres * metresPerCell;
        const double west = (grid.origin.x - 0.5) * 2 * std::numbers::pi * 6378137;
        const double north = (0.5 - grid.origin.y) * 2 * std::numbers::pi * 6378137;
        const QJsonArray corner = info["cornerCoordinates"_L1]["upperLeft"_L1].toArray();
        QVERIFY(number(corner[0]) < west && number(corner[0]) > west - room);
        QVERIFY(number(corner[1]) > north && number(corner[1]) < north + room);
        const QJsonArray other = info["cornerCoordinates"_L1]["lowerRight"_L1].toArray();
        const double side = made->cellMetres / grid.cellMetres * metresPerCell;
        QVERIFY(std::abs(number(other[0]) - number(corner[0]) - made->columns * side) < 0.01);
        QVERIFY(std::abs(number(corner[1]) - number(other[1]) - made->rows * side) < 0.01);
    }

    void outsideTheCountyThereIsNoValue()
    {
        REQUIRE_GDAL_TOOLS();
        QVERIFY(write(in(u"d.tif"_s)));
        QVERIFY(!pixelAt(in(u"d.tif"_s), 114.862, 37.082));
        const QJsonObject band = gdalInfo(in(u"d.tif"_s)).value("bands"_L1).toArray().at(0).toObject();
        QCOMPARE(number(band["noDataValue"_L1]), double { GeoRaster::nothing });
        QCOMPARE(band["type"_L1].toString(), u"Float32"_s);
        QVERIFY(number(band["minimum"_L1]) >= 0); // nothing is no low value
        std::erase_if(_data.regions, [](const Region &region) { return region.level == RegionLevel::County; });
        QVERIFY(write(in(u"all.tif"_s)));
        QCOMPARE(pixelAt(in(u"all.tif"_s), 114.862, 37.082), 0.0);
    }

    void itSaysWhatItIs()
    {
        REQUIRE_GDAL_TOOLS();
        _data.filter.channels = { Channel::Citizen };
        QVERIFY(write(in(u"d.tif"_s)));
        const QJsonObject info = gdalInfo(in(u"d.tif"_s));
        const QJsonValue said = info["metadata"_L1][""_L1];
        QCOMPARE(said["PERIOD_START"_L1].toString(), QString::fromStdString(isoDay(dayOf(reported))));
        QCOMPARE(said["PERIOD_END"_L1].toString(), QString::fromStdString(isoDay(dayOf(reported))));
        QCOMPARE(said["FILTER"_L1].toString(), u"category=09; channel=citizen"_s);
        QCOMPARE(said["UNIT"_L1].toString(), u"tickets per square kilometre and period"_s);
        QCOMPARE(said["KERNEL_RADIUS_METRES"_L1].toString(), u"600"_s);
        QCOMPARE(said["SOURCE"_L1].toString(), _data.source);
        QCOMPARE(said["TITLE"_L1].toString(), _data.title);
        QVERIFY(said["SOFTWARE"_L1].toString().startsWith(u"Huying 0"));
        QCOMPARE(info["bands"_L1].toArray().first()["unit"_L1].toString(), u"tickets/km2"_s);
    }

    void allOfItIsTheTicketsItCounted()
    {
        for (int i = 0; i < 99; ++i) {
            _data.columns.append(ticketAt(GeoPoint::fromDegrees(115.0 + i * 0.0007, 37.2 + i * 0.0004)));
        }
        const auto counted = density(_data.columns, _data.filter, 600);
        const auto output = densityOutput(_data, *counted, 600);
        QVERIFY(output);
        double sum = 0;
        for (const float value : std::get<GeoRaster>(output->content).values) {
            sum += value == GeoRaster::nothing ? 0 : double { value };
        }
        QVERIFY(std::abs(sum * counted->cellMetres * counted->cellMetres / 1e6 - 100) < 0.5);
        QCOMPARE(outputFrom(streamOf(*output)), *output);
    }

    void whatCannotBeWrittenIsSaidInOneSentence_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("no folder") << in(u"nowhere/d.tif"_s) << FailureKind::Refused;
        QTest::newRow("no permission") << u"/proc/d.tif"_s << FailureKind::Refused;
        QTest::newRow("a folder") << in(u"folder.tif"_s) << FailureKind::Invalid;
        QTest::newRow("another ending") << in(u"d.png"_s) << FailureKind::Invalid;
    }
    void whatCannotBeWrittenIsSaidInOneSentence()
    {
        QFETCH(const QString, file);
        QFETCH(const FailureKind, kind);
        QDir(_folder.path()).mkdir(u"folder.tif"_s);
        const auto made = write(file);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, kind);
        QVERIFY(!made.error().text.contains(u'\n') && made.error().text.endsWith(u'.'));
        QVERIFY(hasOnly({}));
    }

    void aWriterThatFailsLeavesTheOldFile_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("crashes") << u"cat > /dev/null; kill -SEGV $$"_s;
        QTest::newRow("says nothing") << u"cat > /dev/null"_s;
        QTest::newRow("says rubbish") << u"cat > /dev/null; echo yes"_s;
        QTest::newRow("does not listen") << u"exit 0"_s;
        QTest::newRow("hangs") << u"exec sleep 60"_s;
        QTest::newRow("is not there") << QString();
    }
    void aWriterThatFailsLeavesTheOldFile()
    {
        QFETCH(const QString, script);
        QFile old(in(u"d.tif"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QFile program(in(u"writer.sh"_s));
        QVERIFY(program.open(QIODevice::WriteOnly) && program.write("#!/bin/sh\n" + script.toUtf8() + '\n') > 0);
        program.close();
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        WriterProcess process = writer();
        process.program.program = script.isEmpty() ? in(u"none.sh"_s) : program.fileName();
        process.patience = std::chrono::seconds { 2 };
        QVERIFY(!write(in(u"d.tif"_s), process));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "old");
        QVERIFY(hasOnly({ u"d.tif"_s, u"writer.sh"_s }));
    }

    void itCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto made = writeDensity(_data, 600, in(u"d.tif"_s), writer(), stop.get_token());
        QVERIFY(!made);
        QCOMPARE(made.error().kind, FailureKind::Cancelled);
        const auto output = densityOutput(_data, *density(_data.columns, _data.filter, 600), 600);
        const auto written = writeGeography(*output, in(u"d.tif"_s), writer(), stop.get_token());
        QCOMPARE(written.error().kind, FailureKind::Cancelled);
        QVERIFY(hasOnly({}));
    }

    void aTornRequestIsNone()
    {
        const auto output = densityOutput(_data, *density(_data.columns, _data.filter, 2400), 2400);
        const QByteArray whole = streamOf(*output);
        for (qsizetype length = 0; length < whole.size(); length += std::max<qsizetype>(1, length / 3)) {
            QVERIFY(!outputFrom(whole.left(length)));
        }
        QVERIFY(!outputFrom(whole + 'x'));
    }
};

QTEST_GUILESS_MAIN(DensityFile)
#include "tst_density_file.moc"
