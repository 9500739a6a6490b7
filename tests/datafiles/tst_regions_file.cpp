#include "GdalTools.h"

#include <datafiles/MapDataFiles.h>
#include <datafiles/RegionTable.h>
#include <domain/Directory.h>
#include <heat/TicketGrid.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cmath>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

constexpr Day today { std::chrono::days { 20'300 } };

WriterProcess writer()
{
    WriterProcess process;
    process.program = { QStringLiteral(GEO_WRITER), u"en"_s };
    return process;
}

/// Whether `place` lies in the GeoJSON areas of `feature`, by the even-odd rule.
bool contains(const QJsonObject &feature, GeoPoint place)
{
    bool isInside = false;
    for (const auto polygons = feature["geometry"_L1]["coordinates"_L1].toArray(); const auto polygon : polygons) {
        for (const auto rings = polygon.toArray(); const auto each : rings) {
            GeoArea ring;
            for (const auto corners = each.toArray(); const auto corner : corners) {
                ring.corners.push_back(GeoPoint::fromDegrees(corner[0].toDouble(), corner[1].toDouble()));
            }
            ring.corners.pop_back(); // the first once more
            isInside = isInside != ring.contains(place);
        }
    }
    return isInside;
}

/// Twice the area that the ring encloses; positive where it runs against the clock.
double turnOf(const QJsonArray &ring)
{
    double sum = 0;
    for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
        sum += ring[i][0].toDouble() * ring[i + 1][1].toDouble() - ring[i + 1][0].toDouble() * ring[i][1].toDouble();
    }
    return sum;
}

} // namespace

/// Regions with their figures as GeoPackage, GeoJSON and CSV.
class RegionFiles : public Sentences
{
    Q_OBJECT
    QTemporaryDir _folder;
    MapData _data;
    Region _grid; ///< that has tickets

    QString in(const QString &name) const { return _folder.filePath(name); }
    const Region &township() const
    {
        return *std::ranges::find(_data.regions, RegionCode { _grid.code.text.substr(0, 9) }, &Region::code);
    }
    std::ptrdiff_t countAt(RegionLevel level) const { return std::ranges::count(_data.regions, level, &Region::level); }
    bool write(const QString &name, const RegionsWish &wish) const
    {
        const auto made = writeRegions(_data, wish, in(name), writer(), {});
        return made && std::ptrdiff_t(made->regions) == countAt(wish.level);
    }
    void add(int count, Day day, Timeliness timeliness)
    {
        for (int i = 0; i < count; ++i) {
            HeatPoint point;
            point.point = _grid.centre;
            point.region = _grid.code;
            point.category = { "0903" };
            point.reportedAt = startOf(day) + std::chrono::hours { 9 };
            point.timeliness = timeliness;
            _data.columns.append(point);
        }
    }

private slots:
    void initTestCase()
    {
        _data.regions = simulatedCounty(1).regions;
        _grid = *std::ranges::find(_data.regions, RegionLevel::Grid, &Region::level);
        _data.columns =
            HeatColumns(gridOver({ GeoPoint::fromDegrees(114.86, 37.08), GeoPoint::fromDegrees(115.23, 37.36) }));
        for (int week = 1; week <= 4; ++week) {
            add(2, today - std::chrono::days { 7 * week }, Timeliness::InTime);
        }
        add(7, today, Timeliness::InTime);
        add(3, today, Timeliness::Late);
        add(1, today, Timeliness::Open);
        _data.filter.from = startOf(today - std::chrono::days { 6 });
        _data.filter.until = endOf(today);
        _data.title = u"巨鹿县: 垃圾"_s;
        _data.source = u"the county's ledger"_s;
    }

    void aGeoPackageHasAllRegionsWhereTheyAre_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<RegionLevel>("level");
        QTest::newRow("townships") << u"t.gpkg"_s << RegionLevel::Township;
        QTest::newRow("villages") << u"v.gpkg"_s << RegionLevel::Village;
        QTest::newRow("grids") << u"g.gpkg"_s << RegionLevel::Grid;
        QTest::newRow("townships as GeoJSON") << u"t.geojson"_s << RegionLevel::Township;
        QTest::newRow("villages as GeoJSON") << u"v.geojson"_s << RegionLevel::Village;
    }
    void aGeoPackageHasAllRegionsWhereTheyAre()
    {
        REQUIRE_GDAL_TOOLS();
        QFETCH(const QString, file);
        QFETCH(const RegionLevel, level);
        QVERIFY(write(file, { level }));
        const QJsonObject layer = ogrInfo(in(file));
        QCOMPARE(layer["featureCount"_L1].toInt(), int(countAt(level)));
        const QJsonObject geometry = layer["geometryFields"_L1].toArray().first().toObject();
        QCOMPARE(geometry["type"_L1].toString(), u"MultiPolygon"_s);
        QVERIFY(geometry["coordinateSystem"_L1]["wkt"_L1].toString().contains(u"ID[\"EPSG\",4326]"));
        const QJsonArray extent = geometry["extent"_L1].toArray();
        QVERIFY(extent[0].toDouble() > 114.8 && extent[2].toDouble() < 115.3);
        QVERIFY(extent[1].toDouble() > 37.0 && extent[3].toDouble() < 37.4);
        const std::string code = _grid.code.text.substr(0, codeLength(level));
        const QJsonObject found = featureOf(layer, u"code"_s, QString::fromStdString(code));
        QCOMPARE(found["properties"_L1]["tickets"_L1].toInt(), 11);
        QVERIFY(contains(found, _grid.centre));
    }

    void figuresStandBesideWhatTheyAreMadeOf()
    {
        REQUIRE_GDAL_TOOLS();
        QVERIFY(write(u"t.gpkg"_s, { RegionLevel::Township }));
        const QJsonObject layer = ogrInfo(in(u"t.gpkg"_s));
        const QJsonValue figures =
            featureOf(layer, u"code"_s, QString::fromStdString(township().code.text)).value("properties"_L1);
        QCOMPARE(figures["name"_L1].toString(), QString::fromStdString(township().name));
        QCOMPARE(figures["parent_code"_L1].toString(), u"130529"_s);
        QCOMPARE(figures["level"_L1].toString(), u"township"_s);
        QCOMPARE(figures["residents"_L1].toInt(), township().residents);
        QCOMPARE(figures["households"_L1].toInt(), township().households);
        QCOMPARE(figures["per_1000_residents"_L1].toDouble(), 11 * 1000.0 / township().residents);
        QCOMPARE(figures["per_100_households"_L1].toDouble(), 11 * 100.0 / township().households);
        QCOMPARE(figures["met_on_time"_L1].toInt(), 7);
        QCOMPARE(figures["fell_due"_L1].toInt(), 10);
        QCOMPARE(figures["on_time_share"_L1].toDouble(), 0.7);
        QCOMPARE(figures["past_mean"_L1].toDouble(), 2.0);
        QCOMPARE(figures["past_count"_L1].toInt(), 3); // only weeks that begin after the first ticket
        QCOMPARE(figures["past_step_days"_L1].toInt(), 7);
        QCOMPARE(figures["past_deviation"_L1].toDouble(), *unusualness(11, std::array { 2U, 2U, 2U }));
        QCOMPARE(
            figures["period_start"_L1].toString(), QString::fromStdString(isoDay(today - std::chrono::days { 6 })));
        QCOMPARE(figures["period_end"_L1].toString(), QString::fromStdString(isoDay(today)));
        for (const auto &[name, type] : { std::pair(u"code"_s, u"String"_s), { u"tickets"_s, u"Integer64"_s },
                 { u"per_1000_residents"_s, u"Real"_s }, { u"past_deviation"_s, u"Real"_s },
                 { u"met_on_time"_s, u"Integer64"_s }, { u"is_silent"_s, u"Integer"_s } }) {
            QCOMPARE(fieldOf(layer, name).value("type"_L1).toString(), type);
        }
        QCOMPARE(fieldOf(layer, u"is_silent"_s).value("subType"_L1).toString(), u"Boolean"_s);
        QCOMPARE(layer["metadata"_L1][""_L1]["TICKETS"_L1].toString(), u"11"_s);
    }

    void aRegionWithoutTicketsHasNoShare()
    {
        REQUIRE_GDAL_TOOLS();
        QVERIFY(write(u"g.gpkg"_s, { RegionLevel::Grid }));
        const auto other = std::ranges::find_if(_data.regions,
            [&](const Region &region) { return region.level == RegionLevel::Grid && region.code != _grid.code; });
        const QJsonValue figures =
            featureOf(ogrInfo(in(u"g.gpkg"_s)), u"code"_s, QString::fromStdString(other->code.text))
                .value("properties"_L1);
        QCOMPARE(figures["tickets"_L1].toInt(-1), 0);
        QCOMPARE(figures["fell_due"_L1].toInt(-1), 0);
        QVERIFY(figures["on_time_share"_L1].isNull());
    }

    void geoJsonIsAsRfc7946WantsIt()
    {
        QVERIFY(write(u"t.geojson"_s, { RegionLevel::Township }));
        QFile file(in(u"t.geojson"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(object["type"_L1].toString(), u"FeatureCollection"_s);
        QVERIFY(!object.contains("crs"_L1));
        for (const auto all = object["features"_L1].toArray(); const auto feature : all) {
            const QJsonArray ring = feature["geometry"_L1]["coordinates"_L1][0][0].toArray();
            QVERIFY(ring.size() >= 4);
            QCOMPARE(ring.first(), ring.last());
            QVERIFY(turnOf(ring) > 0); // the outer ring runs against the clock
            QVERIFY(std::abs(ring.first()[0].toDouble() - 115) < 0.3); // longitude first
        }
    }

    void csvIsForSpreadsheets()
    {
        QVERIFY(write(u"t.csv"_s, { RegionLevel::Township }));
        QFile file(in(u"t.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                                 "code,"));
        QVERIFY(bytes.contains(township().name.c_str()));
        QVERIFY(!bytes.contains("POLYGON"));
        QCOMPARE(bytes.count("\r\n"), countAt(RegionLevel::Township) + 1);
    }

    void csvMayHaveBorders()
    {
        REQUIRE_GDAL_TOOLS();
        QVERIFY(write(u"v.csv"_s, { RegionLevel::Village, true }));
        const QJsonObject layer = ogrInfo(in(u"v.csv"_s));
        QCOMPARE(layer["featureCount"_L1].toInt(), int(countAt(RegionLevel::Village)));
        const std::string code = _grid.code.text.substr(0, codeLength(RegionLevel::Village));
        const QJsonObject found = featureOf(layer, u"code"_s, QString::fromStdString(code));
        QVERIFY(contains(found, _grid.centre));
        QCOMPARE(found["properties"_L1]["tickets"_L1].toString(), u"11"_s);
    }

    void onlyRegionsThatTheFilterTouchesAreThere()
    {
        MapData narrowed = _data;
        narrowed.filter.regions = { township().code };
        const auto counts = regionCounts(narrowed.columns, narrowed.filter);
        QCOMPARE(regionTable(narrowed, RegionLevel::Township, *counts).table.rows.size(), 1U);
        const RegionTable grids = regionTable(narrowed, RegionLevel::Grid, *counts);
        QVERIFY(grids.table.rows.size() > 1 && std::ptrdiff_t(grids.table.rows.size()) < countAt(RegionLevel::Grid));
        QCOMPARE(grids.tickets, 11);
        QCOMPARE(grids.elsewhere, 0);
    }

    void aRegionWithoutBordersStaysWithItsFigures()
    {
        REQUIRE_GDAL_TOOLS();
        MapData bare = _data;
        for (Region &region : bare.regions) {
            region.shape.clear();
        }
        for (const QString &file : { u"bare.gpkg"_s, u"bare.geojson"_s }) {
            const auto made = writeRegions(bare, { RegionLevel::Township }, in(file), writer(), {});
            QVERIFY(made);
            QCOMPARE(made->withoutBorders, made->regions);
            const QJsonObject found =
                featureOf(ogrInfo(in(file)), u"code"_s, QString::fromStdString(township().code.text));
            QCOMPARE(found["properties"_L1]["tickets"_L1].toInt(), 11);
            QVERIFY(found["geometry"_L1].isNull());
        }
    }

    void whatIsNotWrittenIsSaid()
    {
        QCOMPARE(writeRegions(_data, {}, in(u"r.shp"_s), writer(), {}).error().kind, FailureKind::Invalid);
        MapData empty = _data;
        empty.regions.clear();
        QCOMPARE(writeRegions(empty, {}, in(u"r.gpkg"_s), writer(), {}).error().kind, FailureKind::NotFound);
        QCOMPARE(writeRegions(_data, {}, in(u"nowhere/r.csv"_s), writer(), {}).error().kind, FailureKind::Refused);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(
            writeRegions(_data, {}, in(u"r.csv"_s), writer(), stop.get_token()).error().kind, FailureKind::Cancelled);
        QVERIFY(!QFile::exists(in(u"r.csv"_s)));
    }

    void aTableArrivesAsItWasSent()
    {
        const auto counts = regionCounts(_data.columns, _data.filter);
        const GeoOutput output { GeoOutput::Format::GeoJson, u"x"_s, { { u"A"_s, u"b"_s } },
            regionTable(_data, RegionLevel::Township, *counts).table };
        const QByteArray whole = streamOf(output);
        QCOMPARE(outputFrom(whole), output);
        for (qsizetype length = 0; length < whole.size(); length += 1 + length / 20) {
            QVERIFY(!outputFrom(whole.left(length)));
        }
        QByteArray many = whole;
        many.replace(QByteArray("\0\0\0\x14", 4), QByteArray("\x7f\xff\xff\xff", 4)); // of fields
        QVERIFY(!outputFrom(many));
    }
};

QTEST_GUILESS_MAIN(RegionFiles)
#include "tst_regions_file.moc"
