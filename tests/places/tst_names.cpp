#include <places/PlaceNames.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

namespace huying
{

namespace
{

void add(Directory &directory, const char *code, const char *name, RegionLevel level)
{
    Region region;
    region.code.text = code;
    region.name = name;
    region.level = level;
    directory.set(region);
}

Directory county()
{
    Directory directory;
    add(directory, "130529", "巨鹿县", RegionLevel::County);
    add(directory, "130529100", "巨鹿镇", RegionLevel::Township);
    add(directory, "130529102", "西郭城镇", RegionLevel::Township);
    add(directory, "130529102205", "马家营村", RegionLevel::Village);
    add(directory, "130529102205001", "01网格", RegionLevel::Grid);
    add(directory, "130529102205003", "03网格", RegionLevel::Grid);
    add(directory, "130529102206", "西马家营村", RegionLevel::Village);
    add(directory, "130529100205", "马家营村", RegionLevel::Village);
    return directory;
}

std::vector<std::string> codes(const PlaceNames &names, std::string_view words, std::size_t limit = 20)
{
    std::vector<std::string> found;
    for (const PlaceMatch &match : names.find(words, limit)) {
        found.push_back(match.code.text);
    }
    return found;
}

using Codes = std::vector<std::string>;

} // namespace

/// What place somebody means.
class NamesTest : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase() { names_ = PlaceNames(county()); }
    void aNameIsFoundByItsBeginningFirst();
    void initialsStandForAName();
    void aCodeStandsForItsRegion();
    void severalWordsNarrowDownFromTheTownship();
    void aGridIsFoundByItsVillagesNameBeforeIt();
    void theNameIsGivenFromTheTownshipDown();
    void nothingIsFoundForNothing();
    void atMostSoManyAreGiven();
    void theWholeCountyIsSearched();

private:
    PlaceNames names_;
};

void NamesTest::aNameIsFoundByItsBeginningFirst()
{
    QCOMPARE(codes(names_, "马家营"), (Codes { "130529100205", "130529102205", "130529102206" }));
    QCOMPARE(codes(names_, "西马"), Codes { "130529102206" });
    QCOMPARE(codes(names_, "营村").size(), 3U);
}

void NamesTest::initialsStandForAName()
{
    QCOMPARE(codes(names_, "xgcz"), Codes { "130529102" });
    QCOMPARE(codes(names_, "XGC").front(), std::string("130529102"));
    QCOMPARE(codes(names_, "mjyc"), (Codes { "130529100205", "130529102205", "130529102206" }));
}

void NamesTest::aCodeStandsForItsRegion()
{
    QCOMPARE(codes(names_, "130529102205").front(), std::string("130529102205"));
    QCOMPARE(codes(names_, "13052910220500"), (Codes { "130529102205001", "130529102205003" }));
    QCOMPARE(codes(names_, "205003"), Codes { "130529102205003" });
}

void NamesTest::severalWordsNarrowDownFromTheTownship()
{
    QCOMPARE(codes(names_, "xgc mjyc"), (Codes { "130529102205", "130529102206" }));
    QCOMPARE(codes(names_, "西郭城　马家营"), (Codes { "130529102205", "130529102206" }));
    QCOMPARE(codes(names_, "巨鹿镇 西马").size(), 0U);
}

void NamesTest::aGridIsFoundByItsVillagesNameBeforeIt()
{
    QCOMPARE(codes(names_, "马家营村03"), Codes { "130529102205003" });
    QCOMPARE(codes(names_, "mjyc03"), Codes { "130529102205003" });
    QCOMPARE(codes(names_, "马家营 03"), Codes { "130529102205003" });
}

void NamesTest::theNameIsGivenFromTheTownshipDown()
{
    const PlaceMatch match = names_.find("mjyc01").front();
    QCOMPARE(match.name, std::string("西郭城镇 马家营村 01网格"));
    QCOMPARE(match.level, RegionLevel::Grid);
}

void NamesTest::nothingIsFoundForNothing()
{
    QVERIFY(names_.find("").empty());
    QVERIFY(names_.find("  ").empty());
    QVERIFY(names_.find("火星").empty());
    QVERIFY(names_.find("\xff\xfe").empty());
    QVERIFY(PlaceNames().find("马").empty());
}

void NamesTest::atMostSoManyAreGiven()
{
    QCOMPARE(codes(names_, "1305291", 3), (Codes { "130529100", "130529102", "130529100205" }));
}

void NamesTest::theWholeCountyIsSearched()
{
    Directory directory;
    for (const Region &region : simulatedCounty(7).regions) {
        directory.set(region);
    }
    const PlaceNames names(directory);
    for (const auto &[code, region] : directory.regions()) {
        if (region.level == RegionLevel::Village) {
            QVERIFY(!names.find(region.name).empty());
            QCOMPARE(names.find(code.text).front().code, code);
        }
    }
}

} // namespace huying

QTEST_APPLESS_MAIN(huying::NamesTest)
#include "tst_names.moc"
