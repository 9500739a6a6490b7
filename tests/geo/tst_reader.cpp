#include "Squares.h"

#include <Files.h>
#include <geo/Coverage.h>
#include <geo/LayerMaking.h>
#include <geo/ReaderProcess.h>
#include <geo/RemarkWords.h>

#include <support/Sentences.h>
#include <support/SharedData.h>

#include <QElapsedTimer>
#include <QProcess>

#include <cmath>
#include <format>
#include <thread>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

using Read = std::expected<GeoReading, GeoRefusal>;

ReaderProcess reader()
{
    ReaderProcess process;
    process.program = QStringLiteral(GEO_READER);
    process.language = u"en"_s;
    return process;
}

Read read(const GeoRequest &request)
{
    return readGeography(request, reader(), {});
}

Read read(const std::filesystem::path &file, const QString &system = {})
{
    GeoRequest request;
    request.file = file;
    request.system = system;
    request.areSiblings = true;
    return read(request);
}

/// A feature of GeoJSON: a square of 0.01 degrees.
std::string feature(const std::string &name, double east, double north)
{
    return std::format(
        R"({{"type":"Feature","properties":{{"name":"{}","code":"130529100001"}},"geometry":{{"type":"Polygon",)"
        R"("coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
        name, east, north, east + 0.01, north, east + 0.01, north + 0.01, east, north + 0.01, east, north);
}

std::string collection(const std::string &features, const std::string &more = {})
{
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

/// A file that GDAL's own program makes of GeoJSON.
std::filesystem::path translated(Files &files, const std::string &name, const QStringList &options,
    const std::string &json = collection(feature("东街村", 115, 37)))
{
    const auto source = files.write("source.geojson", json);
    const auto target = files.path(name);
    QProcess process;
    process.start(u"ogr2ogr"_s,
        options + QStringList { QString::fromStdString(target.string()), QString::fromStdString(source.string()) });
    process.waitForFinished(60'000);
    return target;
}

/// A program in the reader's place.
Read readWith(Files &files, const std::string &script, std::chrono::milliseconds patience = std::chrono::seconds { 20 })
{
    const auto program = files.write("reader.sh", "#!/bin/sh\n" + script);
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    ReaderProcess process = reader();
    process.program = QString::fromStdString(program.string());
    process.patience = patience;
    GeoRequest request;
    request.file = "/x.gpkg";
    return readGeography(request, process, {});
}

} // namespace

class ReaderTest : public Sentences
{
    Q_OBJECT

private slots:
    void aFileNearChinaWithoutASystemIsAskedAbout()
    {
        Files files;
        const auto file = files.write("a.geojson", collection(feature("东街村", 115, 37)));
        const Read asked = read(file);
        QVERIFY(!asked);
        QVERIFY(asked.error().wants == GeoRefusal::Wants::System);
        QVERIFY(asked.error().choices.contains(u"GCJ-02"_s));
        QVERIFY(asked.error().failure.text.contains(u"--datum"));
        const Read said = read(file, u"GCJ-02"_s);
        QVERIFY(said);
        QCOMPARE(said->system, u"GCJ-02"_s);
        QVERIFY(said->features[0].areas[0][0][0].longitudeE7 < 1'149'990'000);
    }

    void aFileThatSaysItsSystemOrLiesAbroadIsNot()
    {
        Files files;
        const std::string said = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)";
        const auto inChina = files.write("a.geojson", collection(feature("东街村", 115, 37), said));
        QVERIFY(read(inChina));
        QVERIFY(read(files.write("b.geojson", collection(feature("Boston", -71, 42)))));
        const auto null = files.write("c.geojson", collection(feature("东街村", 115, 37), R"("crs":null,)"));
        QVERIFY(!read(null));
    }

    void theRealCountyLiesWhereItBelongs()
    {
        const QString file = sharedData(u"boundaries/county_130529_gcj02.geojson"_s);
        REQUIRE_SHARED_DATA(file);
        QVERIFY(!read(file.toStdString()));
        const Read county = read(file.toStdString(), u"GCJ-02"_s);
        const Read asIs = read(file.toStdString(), u"WGS-84"_s);
        QVERIFY(county && asIs);
        QCOMPARE(county->features.size(), 1U);
        QCOMPARE(county->placesLeft(), 334);
        const GeoPoint there = county->features[0].areas[0][0][0];
        const GeoPoint before = asIs->features[0].areas[0][0][0];
        const double metres = std::hypot(
            (before.longitudeE7 - there.longitudeE7) * 0.00889, (before.latitudeE7 - there.latitudeE7) * 0.0111);
        QVERIFY2(std::abs(metres - 545) < 40, qPrintable(QString::number(metres)));
        QVERIFY(std::abs(squareMetresOf(county->features[0].areas) / 1e6 - 631) < 25);
    }

    void theCountyThatCrossesItselfIsMendedAndNamed()
    {
        const QString file = sharedData(u"boundaries/city_130500_19_counties_gcj02.geojson"_s);
        REQUIRE_SHARED_DATA(file);
        const Read city = read(file.toStdString(), u"GCJ-02"_s);
        QVERIFY(city);
        QCOMPARE(city->features.size(), 19U);
        const auto matching = matched(*city, {}, { RegionLevel::County, { "130529" }, {}, {} });
        QCOMPARE(matching->matched(), 1);
        const QStringList sentences = remarkSentences(*city, *matching, 100);
        QCOMPARE(std::ranges::count(city->remarks, GeoRemarkKind::Mended, &GeoRemark::kind), 1);
        QVERIFY(std::ranges::any_of(sentences, [](const QString &said) { return said.contains(u"南宫市"); }));
        const auto layer = layerOf(*city, *matching, RegionLevel::County, u"19.geojson"_s);
        QCOMPARE(layer->features.size(), 1U);
    }

    void shapefilesOfGbkAndOfUtf8AreRead()
    {
        for (const char *const encoding : { "GBK", "UTF-8", "" }) {
            Files files;
            const auto file = translated(files, "villages.shp",
                { u"-f"_s, u"ESRI Shapefile"_s, u"-lco"_s,
                    u"ENCODING=%1"_s.arg(QLatin1StringView(*encoding == 0 ? "GBK" : encoding)) });
            if (*encoding == 0) {
                std::filesystem::remove(files.path("villages.cpg"));
            }
            const Read villages = read(file);
            QVERIFY2(villages, qPrintable(villages ? QString() : villages.error().failure.text));
            QCOMPARE(villages->features[0].values[0], u"东街村"_s);
            QCOMPARE(villages->system, u"WGS-84"_s);
        }
    }

    void theSystemOfAShapefileIsTakenFromItsPrj()
    {
        Files files;
        const auto file = translated(
            files, "v.shp", { u"-f"_s, u"ESRI Shapefile"_s, u"-s_srs"_s, u"EPSG:4326"_s, u"-t_srs"_s, u"EPSG:4526"_s });
        const Read villages = read(file);
        QVERIFY2(villages, qPrintable(villages ? QString() : villages.error().failure.text));
        QCOMPARE(villages->system, u"CGCS2000/GK3-38"_s);
        const GeoPoint corner = villages->features[0].areas[0][0][0];
        QVERIFY(std::abs(corner.longitudeE7 - 1'150'000'000) <= 100'000);
        std::filesystem::remove(files.path("v.prj"));
        const Read asked = read(file);
        QVERIFY(!asked);
        QVERIFY(asked.error().choices.contains(u"CGCS2000/GK3-38"_s));
        QVERIFY(read(file, u"CGCS2000/GK3-38"_s));
    }

    void everyKindOfFileIsRead()
    {
        for (const auto &[name, driver] :
            { std::pair("v.gpkg", u"GPKG"_s), std::pair("v.kml", u"LIBKML"_s), std::pair("v.fgb", u"FlatGeobuf"_s) }) {
            Files files;
            const Read villages = read(translated(files, name, { u"-f"_s, driver, u"-a_srs"_s, u"EPSG:4326"_s }));
            QVERIFY2(villages, qPrintable(villages ? QString() : villages.error().failure.text));
            QCOMPARE(villages->driver, driver);
            QCOMPARE(villages->features.size(), 1U);
        }
        Files files;
        const Read points =
            read(files.write("p.csv", "名称,经度,纬度\n井盖,115.04,37.22\n路灯,115.05,37.23\n"), u"WGS-84"_s);
        QVERIFY2(points, qPrintable(points ? QString() : points.error().failure.text));
        QCOMPARE(points->features[1].points.front(), GeoPoint::fromDegrees(115.05, 37.23));
        QCOMPARE(points->features[1].values[0], u"路灯"_s);
    }

    void heightsGoAndCurvesBecomeLines()
    {
        Files files;
        const Read read3d =
            read(files.write("z.csv",
                     "wkt,name\n\"CURVEPOLYGON Z (CIRCULARSTRING Z (115 37 5,115.01 37.01 5,115.02 37 5,"
                     "115.01 36.99 5,115 37 5))\",a\n"),
                u"WGS-84"_s);
        QVERIFY2(read3d, qPrintable(read3d ? QString() : read3d.error().failure.text));
        QVERIFY(read3d->features[0].areas[0][0].size() > 20);
    }

    void aCoordinateThatIsNoPlaceRefusesTheFile()
    {
        Files files;
        for (const char *const wkt : { "POINT (115 nan)", "POINT (999 37)", "LINESTRING (115 37,999 37)" }) {
            const Read none =
                read(files.write("n.csv", std::format("wkt,name\n\"POINT (115 37)\",a\n\"{}\",b\n", wkt)), u"WGS-84"_s);
            QVERIFY(!none);
        }
    }

    void severalLayersAreAskedAbout()
    {
        Files files;
        const auto file = translated(files, "two.gpkg", { u"-f"_s, u"GPKG"_s, u"-nln"_s, u"one"_s });
        translated(files, "two.gpkg", { u"-f"_s, u"GPKG"_s, u"-update"_s, u"-nln"_s, u"two"_s });
        const Read asked = read(file);
        QVERIFY(!asked);
        QVERIFY(asked.error().wants == GeoRefusal::Wants::Layer);
        QCOMPARE(asked.error().choices, (QStringList { u"one"_s, u"two"_s }));
        GeoRequest request;
        request.file = file;
        request.layer = u"two"_s;
        QVERIFY(read(request));
    }

    void tooManyCornersAreSimplifiedAndSaidSo()
    {
        Files files;
        std::string ring;
        for (int i = 0; i <= 20'000; ++i) {
            const double turn = i % 20'000 * 6.283185307179586 / 20'000;
            ring += std::format("{}{} {}", i == 0 ? "" : ",", 115 + 0.1 * std::cos(turn), 37 + 0.1 * std::sin(turn));
        }
        GeoRequest request;
        request.file = files.write("round.csv", "wkt,name\n\"POLYGON ((" + ring + "))\",a\n");
        request.system = u"WGS-84"_s;
        request.mostPlaces = 2'000;
        const Read round = read(request);
        QVERIFY2(round, qPrintable(round ? QString() : round.error().failure.text));
        QCOMPARE(round->placesInFile, 20'000);
        QVERIFY(round->placesLeft() <= 2'000);
        QVERIFY(round->toleranceMetres >= 1);
    }

    void whatIsNoFileOfGeographyIsRefused()
    {
        Files files;
        QVERIFY(read("/nowhere.gpkg").error().failure.kind == FailureKind::NotFound);
        QVERIFY(read("/vsicurl/http://127.0.0.1/a.gpkg").error().failure.kind == FailureKind::NotFound);
        QVERIFY(read(files.write("a.exe", "MZ")).error().failure.kind == FailureKind::Invalid);
        QVERIFY(read(files.write("a.gpkg", "no database")).error().failure.kind == FailureKind::Damaged);
        QVERIFY(read(files.write("a.vrt", "<OGRVRTDataSource/>")).error().failure.kind == FailureKind::Invalid);
        QVERIFY(read(files.write("b.geojson", "<OGRVRTDataSource></OGRVRTDataSource>")).error().failure.kind
            == FailureKind::Damaged);
    }

    void aReaderThatCrashesTakesNobodyAlong()
    {
        Files files;
        const Read crashed = readWith(files, "kill -SEGV $$\n");
        QVERIFY(!crashed);
        QVERIFY(crashed.error().failure.text.contains(u"crash"));
    }

    void aReaderThatHangsIsStopped()
    {
        Files files;
        QElapsedTimer timer;
        timer.start();
        const Read hung = readWith(files, "exec sleep 60\n", std::chrono::milliseconds { 300 });
        QVERIFY(!hung);
        QVERIFY(hung.error().failure.kind == FailureKind::Full);
        QVERIFY(timer.elapsed() < 30'000);
    }

    void aReaderThatFloodsOrTalksNonsenseIsStopped()
    {
        Files files;
        QVERIFY(!readWith(files, "exec cat /dev/zero\n"));
        QVERIFY(!readWith(files, "exec yes\n"));
    }

    void halfOfALayerIsNone()
    {
        Files files;
        GeoReading reading;
        reading.fields = { u"name"_s };
        reading.features = { { { u"a"_s }, {}, square(0, 0), {}, {} } };
        const QByteArray whole = framesOf(reading);
        files.write("half.bin", std::string_view(whole.constData(), std::size_t(whole.size() - 4)));
        const Read half = readWith(files, "cat " + files.path("half.bin").string() + "\n");
        QVERIFY(!half);
        QVERIFY(half.error().failure.kind == FailureKind::Damaged);
        files.write("whole.bin", std::string_view(whole.constData(), std::size_t(whole.size())));
        QVERIFY(readWith(files, "cat " + files.path("whole.bin").string() + "\n"));
    }

    void whoeverWaitsCanStop()
    {
        Files files;
        const auto program = files.write("reader.sh", "#!/bin/sh\nexec sleep 60\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        ReaderProcess process = reader();
        process.program = QString::fromStdString(program.string());
        std::stop_source stop;
        stop.request_stop();
        const Read stopped = readGeography({}, process, stop.get_token());
        QVERIFY(stopped.error().failure.kind == FailureKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ReaderTest)
#include "tst_reader.moc"
