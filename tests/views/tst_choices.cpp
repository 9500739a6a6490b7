#include <support/Sentences.h>
#include <views/Choices.h>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Category category(const char *code, const char *name)
{
    Category category;
    category.code = { code };
    category.name = name;
    return category;
}

Region region(const char *code, const char *name, RegionLevel level)
{
    Region region;
    region.code = { code };
    region.name = name;
    region.level = level;
    return region;
}

} // namespace

class TreeChoicesTest : public Sentences
{
    Q_OBJECT

private slots:
    void aCategoryStandsBelowTheOneItsCodeBeginsWith()
    {
        Directory directory;
        directory.set(category("0102", "路灯"));
        directory.set(category("01", "城乡建设"));
        const std::vector<TreeChoice> expected { { u"城乡建设"_s, u"01"_s, {}, u"cxjs"_s },
            { u"路灯"_s, u"0102"_s, u"01"_s, u"ld"_s } };
        QCOMPARE(categoryChoices(directory), expected);
    }

    void regionsGoFromTownshipToGrid()
    {
        Directory directory;
        directory.set(region("130529", "巨鹿县", RegionLevel::County));
        directory.set(region("130529100", "巨鹿镇", RegionLevel::Township));
        directory.set(region("130529100001", "南街村", RegionLevel::Village));
        directory.set(region("130529100001002", "02网格", RegionLevel::Grid));
        const std::vector<TreeChoice> expected { { u"巨鹿镇"_s, u"130529100"_s, u"130529"_s, u"jlz"_s },
            { u"南街村"_s, u"130529100001"_s, u"130529100"_s, u"njc"_s },
            { u"02网格"_s, u"130529100001002"_s, u"130529100001"_s } };
        QCOMPARE(regionChoices(directory), expected);
    }
};

QTEST_APPLESS_MAIN(TreeChoicesTest)
#include "tst_choices.moc"
