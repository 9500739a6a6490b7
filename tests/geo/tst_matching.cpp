#include "Squares.h"

#include <geo/LayerMaking.h>
#include <geo/NameMatch.h>

#include <support/Sentences.h>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Region region(const std::string &code, const std::string &name, RegionLevel level)
{
    Region made;
    made.code = { code };
    made.name = name;
    made.level = level;
    made.households = 60;
    return made;
}

Directory county()
{
    Directory directory;
    directory.set(region("130529", "巨鹿县", RegionLevel::County));
    directory.set(region("130529100", "巨鹿镇", RegionLevel::Township));
    directory.set(region("130529101", "王虎寨镇", RegionLevel::Township));
    directory.set(region("130529100001", "马家营村", RegionLevel::Village));
    directory.set(region("130529100002", "东街村", RegionLevel::Village));
    directory.set(region("130529101001", "东街村", RegionLevel::Village));
    return directory;
}

GeoReading readingOf(std::vector<QString> fields, const std::vector<std::vector<QString>> &rows)
{
    GeoReading reading;
    reading.system = u"CGCS2000"_s;
    reading.fields = std::move(fields);
    int east = 0;
    for (const auto &row : rows) {
        reading.features.push_back({ row, {}, square(east++, 0), {}, {} });
    }
    return reading;
}

Matching villages(const GeoReading &reading)
{
    return *matched(reading, county(), { RegionLevel::Village, { "130529" }, {}, {} });
}

} // namespace

class MatchingTest : public Sentences
{
    Q_OBJECT

private slots:
    void aNameGoesWithoutTheWordForWhatItIs()
    {
        for (const QString &name :
            { u"马家营村"_s, u"马家营 村委会"_s, u"马家营村民委员会"_s, u"马家营村村委会"_s, u"马家营"_s }) {
            QCOMPARE(bareName(name), u"马家营"_s);
        }
        QCOMPARE(bareName(u"村"_s), u"村"_s);
    }

    void aCodeMayGoOnWithZerosAndBeKeptAsANumber()
    {
        QCOMPARE(codeIn(u"130529100000"_s, 9), std::optional<std::string>("130529100"));
        QCOMPARE(codeIn(u"130529.000"_s, 6), std::optional<std::string>("130529"));
        QVERIFY(!codeIn(u"130529100001"_s, 9));
        QVERIFY(!codeIn(u"13052910000x"_s, 9));
        QVERIFY(!codeIn(u"1305"_s, 6));
    }

    void theFieldsThatFitBestAreTaken()
    {
        const Matching matching = villages(readingOf({ u"fid"_s, u"DM"_s, u"MC"_s },
            { { u"1"_s, u"130529100001"_s, u"马家营"_s }, { u"2"_s, u"130529100002"_s, u"别的名字"_s } }));
        QCOMPARE(matching.codeField, u"DM"_s);
        QCOMPARE(matching.nameField, u"MC"_s);
        QCOMPARE(matching.matched(), 2);
        QVERIFY(matching.matches[1].by == MatchedBy::Code);
        QCOMPARE(matching.withoutFeature, std::vector { RegionCode { "130529101001" } });
    }

    void namesMatchToTheLetterOrBare()
    {
        const Matching matching = villages(readingOf({ u"name"_s }, { { u"马家营村"_s }, { u"马家营村委会"_s } }));
        QVERIFY(matching.matches[0].by == MatchedBy::Name);
        QVERIFY(matching.matches[1].by == MatchedBy::BareName);
    }

    void ofTwoOfOneNameTheTownshipDecidesOrNobody()
    {
        const Matching open = villages(readingOf({ u"name"_s }, { { u"东街村"_s } }));
        QVERIFY(open.matches[0].by == MatchedBy::SeveralNames);
        QVERIFY(open.matches[0].region.isEmpty());
        QCOMPARE(open.matches[0].suggestions.size(), 2U);
        const Matching decided = villages(readingOf({ u"name"_s, u"town"_s }, { { u"东街村"_s, u"王虎寨镇"_s } }));
        QCOMPARE(decided.matches[0].region, RegionCode { "130529101001" });
    }

    void whatSoundsAlikeIsOnlySuggested()
    {
        const Matching matching = villages(readingOf({ u"name"_s }, { { u"马甲赢村"_s } }));
        QVERIFY(matching.matches[0].region.isEmpty());
        QCOMPARE(matching.matches[0].suggestions, std::vector { RegionCode { "130529100001" } });
    }

    void aCodeThatNobodyKnowsIsANewRegionOnlyInThisCounty()
    {
        const Matching matching = villages(readingOf(
            { u"code"_s, u"name"_s }, { { u"130529100077"_s, u"新村"_s }, { u"130528100077"_s, u"外村"_s } }));
        QVERIFY(matching.matches[0].by == MatchedBy::NewCode);
        QVERIFY(matching.matches[1].region.isEmpty());
    }

    void aFieldThatIsNotThereIsSaidWithThoseThatAre()
    {
        const auto matching =
            matched(readingOf({ u"a"_s, u"b"_s }, {}), county(), { RegionLevel::Village, { "130529" }, u"c"_s, {} });
        QVERIFY(!matching);
        QVERIFY(matching.error().text.contains(u"a, b"));
    }

    void aLayerHasOneFeatureForEachRegion()
    {
        const GeoReading reading = readingOf({ u"name"_s }, { { u"马家营村"_s }, { u"马家营"_s }, { u"谁也不是"_s } });
        const auto layer = layerOf(reading, villages(reading), RegionLevel::Village, u"a.shp"_s);
        QCOMPARE(layer->features.size(), 1U);
        QCOMPARE(layer->features.front().areas.size(), 2U);
        QCOMPARE(importDesk(*layer), std::string("import-map CGCS2000 a.shp"));
    }

    void aLayerOfNothingIsRefused()
    {
        const GeoReading reading = readingOf({ u"name"_s }, { { u"谁也不是"_s } });
        QVERIFY(!layerOf(reading, villages(reading), RegionLevel::Village, u"a.shp"_s));
    }

    void aRegionGetsItsBordersAndStaysWhatItIs()
    {
        const GeoReading reading = readingOf({ u"code"_s }, { { u"130529100001"_s }, { u"130529100088"_s } });
        const auto layer = layerOf(reading, villages(reading), RegionLevel::Village, u"a.shp"_s);
        const std::vector<Region> regions = regionsOf(*layer, county());
        QCOMPARE(regions.size(), 2U);
        QCOMPARE(regions[0].name, std::string("马家营村"));
        QCOMPARE(regions[0].households, 60);
        QCOMPARE(regions[0].shape, square(0, 0));
        QCOMPARE(regions[1].code, RegionCode { "130529100088" });
        QVERIFY(regions[1].level == RegionLevel::Village);
    }
};

QTEST_GUILESS_MAIN(MatchingTest)
#include "tst_matching.moc"
