#include <programs_run/Programs.h>

#include <gdal_tools/GdalTools.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

/// A county's ledger, and the map's figures out of it.
struct Desk {
    Workplace place;
    QString ledger = place.path(u"county.ledger"_s);
    bool isSimulated = place.simulate(ledger, 800);

    QString path(const QString &name) const { return place.path(name); }
    Ran exported(const QStringList &more) const
    {
        return place.huyingctl(QStringList { u"export-map"_s, u"--ledger"_s, ledger } + more);
    }
    QJsonObject told(const QStringList &more) const { return exported(more + QStringList { u"--json"_s }).json(); }
    QStringList files(const QString &pattern) const { return QDir(place.path({})).entryList({ pattern }, QDir::Files); }
};

} // namespace

/// huyingctl export-map.
class ExportMapTest : public Sentences
{
    Q_OBJECT

private slots:
    void bothFilesAreWrittenAndCounted()
    {
        REQUIRE_GDAL_TOOLS();
        const Desk desk;
        QVERIFY(desk.isSimulated);
        const QJsonObject told = desk.told({ u"--density"_s, desk.path(u"d.tif"_s), u"--regions"_s,
            desk.path(u"r.gpkg"_s), u"--level"_s, u"village"_s, u"--radius"_s, u"1200"_s });
        const int tickets = told["regions"_L1]["tickets"_L1].toInt();
        QVERIFY(tickets > 700 && tickets <= 800); // void ones do not count
        QCOMPARE(told["density"_L1]["tickets"_L1].toInt() + told["density"_L1]["withoutPlace"_L1].toInt(), tickets);
        const QJsonObject layer = ogrInfo(desk.path(u"r.gpkg"_s));
        QCOMPARE(layer["name"_L1].toString(), u"villages"_s);
        QCOMPARE(layer["featureCount"_L1].toInt(), told["regions"_L1]["regions"_L1].toInt());
        int sum = told["regions"_L1]["elsewhere"_L1].toInt();
        for (const auto all = layer["features"_L1].toArray(); const auto feature : all) {
            sum += feature["properties"_L1]["tickets"_L1].toInt();
        }
        QCOMPARE(sum, tickets);
        const QJsonObject info = gdalInfo(desk.path(u"d.tif"_s));
        QCOMPARE(info["metadata"_L1][""_L1]["KERNEL_RADIUS_METRES"_L1].toString(), u"1200"_s);
        QVERIFY(info["metadata"_L1][""_L1]["SOURCE"_L1].toString().contains(u"ledger"));
    }

    void filtersCountTogether()
    {
        const Desk desk;
        const auto counted = [&](const QStringList &filter) {
            return desk.told(QStringList { u"--regions"_s, desk.path(u"r.csv"_s) } + filter)
                .value("regions"_L1)["tickets"_L1]
                .toInt(-1);
        };
        const int all = counted({});
        const int early = counted({ u"--to"_s, u"2026-11-09"_s });
        const int late = counted({ u"--from"_s, u"2026-11-10"_s });
        QVERIFY(early > 0 && late > 0);
        QCOMPARE(early + late, all);
        const int hotline = counted({ u"--channel"_s, u"hotline"_s });
        QVERIFY(hotline > 0 && hotline < all);
        QVERIFY(counted({ u"--channel"_s, u"hotline,citizen"_s }) > hotline);
        const int town = counted({ u"--region"_s, u"130529100"_s });
        QVERIFY(town > 0 && town < all);
        QVERIFY(counted({ u"--region"_s, u"130529100"_s, u"--step"_s, u"closed"_s }) < town);
        QVERIFY(counted({ u"--category"_s, u"01"_s, u"--class"_s, u"other"_s }) < all);
    }

    void aBackendGivesTheSame()
    {
        const Desk desk;
        const QStringList file { u"--regions"_s, desk.path(u"r.csv"_s), u"--json"_s };
        const Ran fromFile = desk.exported(file);
        const ServedCounty county(desk.place, desk.ledger);
        QVERIFY(county.isServing());
        const Ran fromBackend =
            desk.place.huyingctl(QStringList { u"export-map"_s, u"--backend"_s, county.url() } + file);
        QCOMPARE(fromBackend.status, 0);
        QCOMPARE(fromBackend.json(), fromFile.json());
    }

    void itSpeaksChinese()
    {
        const Desk desk;
        const QStringList wish { u"--regions"_s, desk.path(u"r.csv"_s), u"--language"_s, u"zh_CN"_s };
        QVERIFY(desk.exported(wish).answer.contains(u"地区"));
        QFile file(desk.path(u"r.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().contains("每千人"));
        QVERIFY(desk.exported({ u"--help"_s, u"--language"_s, u"zh_CN"_s }).answer.contains(u"密度"));
        QVERIFY(desk.exported({ u"--help"_s }).answer.contains(u"--radius"));
    }

    void wrongUsageIsSaidBeforeAnythingIsRead_data()
    {
        QTest::addColumn<QStringList>("wish");
        QTest::newRow("nothing asked") << QStringList {};
        QTest::newRow("density in another form") << QStringList { u"--density"_s, u"d.png"_s };
        QTest::newRow("regions in another form") << QStringList { u"--regions"_s, u"r.shp"_s };
        const QStringList regions { u"--regions"_s, u"r.csv"_s };
        QTest::newRow("no level") << regions + QStringList { u"--level"_s, u"street"_s };
        QTest::newRow("no day") << regions + QStringList { u"--from"_s, u"yesterday"_s };
        QTest::newRow("backwards") << regions
                + QStringList { u"--from"_s, u"2026-11-02"_s, u"--to"_s, u"2026-11-01"_s };
        QTest::newRow("no channel") << regions + QStringList { u"--channel"_s, u"hotline,smoke"_s };
        QTest::newRow("no radius") << QStringList { u"--density"_s, u"d.tif"_s, u"--radius"_s, u"5"_s };
    }
    void wrongUsageIsSaidBeforeAnythingIsRead()
    {
        QFETCH(const QStringList, wish);
        const Workplace place;
        const Ran ran = place.huyingctl(QStringList { u"export-map"_s, u"--ledger"_s, u"none.ledger"_s } + wish);
        QVERIFY2(ran.isOneComplaint(2), qPrintable(ran.complaint));
    }

    void whatTheLogDoesNotKnowIsNotCountedAsNothing()
    {
        const Desk desk;
        for (const QString &option : { u"--category"_s, u"--region"_s, u"--unit"_s }) {
            const Ran ran = desk.exported({ u"--regions"_s, desk.path(u"r.csv"_s), option, u"999999"_s });
            QVERIFY2(ran.isOneComplaint() && ran.complaint.contains(u"999999"), qPrintable(ran.complaint));
        }
        QVERIFY(desk.files(u"r.csv*"_s).isEmpty());
    }

    void aFullDiskLeavesTheOldFile()
    {
        const Desk desk;
        QFile old(desk.path(u"r.gpkg"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        // No file may grow beyond 256 kB: to the program it is as if the disk were full.
        const Ran ran = desk.place.limited(u"ulimit -f 512"_s,
            { u"export-map"_s, u"--ledger"_s, desk.ledger, u"--regions"_s, desk.path(u"r.gpkg"_s), u"--level"_s,
                u"grid"_s });
        QVERIFY2(ran.isOneComplaint() && ran.complaint.contains(u"no room"), qPrintable(ran.complaint));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "old");
        QCOMPARE(desk.files(u"r.gpkg*"_s), QStringList { u"r.gpkg"_s });
    }
};

QTEST_GUILESS_MAIN(ExportMapTest)
#include "tst_exportmap.moc"
