#include "ClusterSentences.h"

#include <programs_run/Programs.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto townships = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"巨鹿镇","code":"130529100000"},"geometry":{"type":"Polygon","coordinates":
[[[115.0,37.2],[115.1,37.2],[115.1,37.3],[115.0,37.3],[115.0,37.2]]]}},
{"type":"Feature","properties":{"name":"王虎寨镇","code":"130529101000"},"geometry":{"type":"Polygon","coordinates":
[[[115.1,37.2],[115.2,37.2],[115.2,37.3],[115.1,37.3],[115.1,37.2]]]}}]})";
constexpr auto roads = "名称,wkt\n邢德公路,\"LINESTRING(114.9 37.2,115.2 37.21)\"\n巨鹿中学,POINT(115.03 37.22)\n";

} // namespace

/// The map's commands on a database: what they do there is what they do in a file.
class TestMaps : public ClusterSentences
{
    Q_OBJECT

    std::unique_ptr<Workplace> _place;

    QString path(const QString &name) const { return _place->path(name); }
    QString written(const QString &name, const char *text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) > 0 ? file.fileName() : QString();
    }
    Ran ctl(const QStringList &arguments) const { return _place->huyingctl(arguments + QStringList { u"--json"_s }); }
    Ran importMap(const QString &file, const QStringList &into) const
    {
        return ctl(QStringList { u"import-map"_s, file, u"--datum"_s, u"GCJ-02"_s } + into);
    }
    QByteArray figures(const QString &ledger, const QString &name) const
    {
        const Ran ran = ctl({ u"export-map"_s, u"--ledger"_s, ledger, u"--regions"_s, path(name), u"--level"_s,
            u"township"_s, u"--to"_s, u"2026-11-20"_s });
        QFile file(path(name));
        return ran.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : ran.complaint.toUtf8();
    }
    QJsonArray layers(const QStringList &of) const
    {
        return ctl(QStringList { u"map-layers"_s } + of).json()[u"layers"_s].toArray();
    }

private slots:
    void init()
    {
        Sentences::init();
        _place = std::make_unique<Workplace>();
        empty();
        QVERIFY(_place->simulate(path(u"county"_s), 300));
        QCOMPARE(ctl({ u"move"_s, u"--from"_s, path(u"county"_s), u"--to"_s, cluster().url() }).status, 0);
    }

    void figuresOfADatabaseAreThoseOfItsFile()
    {
        const QByteArray there = figures(cluster().url(), u"there.csv"_s);
        QCOMPARE(there.count('\n'), 11); // ten townships and a head
        QCOMPARE(there, figures(path(u"county"_s), u"here.csv"_s));
    }

    void bordersAndLayersGoIntoADatabase()
    {
        const QStringList into { u"--ledger"_s, cluster().url() };
        const Ran borders = importMap(written(u"townships.geojson"_s, townships), into);
        QVERIFY2(borders.status == 0, qPrintable(borders.complaint));
        QCOMPARE(borders.json().value(u"matched"_s).toInt(), 2);
        const QStringList other { u"--level"_s, u"other"_s, u"--name"_s, u"道路"_s };
        QCOMPARE(importMap(written(u"roads.csv"_s, roads), into + other).status, 0);
        QCOMPARE(layers(into).size(), 1);
        QCOMPARE(layers(into + QStringList { u"--withdraw"_s, u"水系"_s }).size(), 0); // there is none: refused
        QCOMPARE(layers(into).size(), 1);
        QCOMPARE(ctl(QStringList { u"map-layers"_s, u"--withdraw"_s, u"道路"_s } + into).status, 0);
        QCOMPARE(layers(into).size(), 0);
        QCOMPARE(ctl(QStringList { u"check"_s } + into).status, 0);
    }

    void theyGoThroughABackendToo()
    {
        const ServedCounty county(*_place, cluster().url());
        QVERIFY(county.isServing());
        const QStringList into { u"--backend"_s, county.url() };
        const Ran borders = importMap(written(u"townships.geojson"_s, townships), into);
        QVERIFY2(borders.status == 0, qPrintable(borders.complaint));
        QCOMPARE(borders.json().value(u"matched"_s).toInt(), 2);
        const QStringList other { u"--level"_s, u"other"_s, u"--name"_s, u"道路"_s };
        QCOMPARE(importMap(written(u"roads.csv"_s, roads), into + other).status, 0);
        const QJsonArray stored = layers({ u"--ledger"_s, cluster().url() });
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored[0][u"name"].toString(), u"道路"_s);
    }
};

QTEST_GUILESS_MAIN(TestMaps)
#include "tst_maps.moc"
