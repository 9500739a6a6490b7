#include <domain/TicketFilter.h>
#include <language/Initials.h>
#include <support/Sentences.h>

using namespace huying;

class InitialsTest : public Sentences
{
    Q_OBJECT

    static Directory county()
    {
        Directory directory;
        Region region;
        region.code = { "130529101" };
        region.name = "王虎寨镇";
        region.level = RegionLevel::Township;
        directory.set(region);
        region.code = { "130529101001" };
        region.name = "王六村";
        region.level = RegionLevel::Village;
        directory.set(region);
        directory.set(Unit { { "u01" }, "供水服务中心", UnitKind::Department, {} });
        directory.set(Unit { { "u02" }, "民政局", UnitKind::Department, {} });
        return directory;
    }

private slots:
    void theyAreTheFirstLettersOfTheSyllables_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("initials");
        QTest::newRow("unit") << QByteArray("供水服务中心") << QByteArray("gsfwzx");
        QTest::newRow("township") << QByteArray("王虎寨镇") << QByteArray("whzz");
        QTest::newRow("with digits") << QByteArray("03网格") << QByteArray("03wg");
        QTest::newRow("with other signs") << QByteArray("城管（A区）") << QByteArray("cgaq");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void theyAreTheFirstLettersOfTheSyllables()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, initials);
        QCOMPARE(QByteArray::fromStdString(initialsOf(name.toStdString())), initials);
    }

    void aWordStandsForTheUnitsAndPlacesThatItBegins()
    {
        const Initials initials(county());
        const std::vector<WordSense> unit { { "gsfw", {}, { { "u01" } } } };
        QCOMPARE(initials.sensesOf("gsfw"), unit);
        const std::vector<WordSense> places { { "wh", { { "130529101" } }, {} } };
        QCOMPARE(initials.sensesOf("WH 路灯"), places);
        QVERIFY(initials.sensesOf("w").empty() && initials.sensesOf("路灯").empty() && initials.sensesOf("xy").empty());
    }

    void aRowOfThePlaceOrTheUnitPasses()
    {
        TicketRow row;
        row.region = { "130529101001002" };
        row.lead = { "u02" };
        TicketFilter filter;
        filter.words = "whz";
        QVERIFY(!passes(row, filter));
        filter.senses = Initials(county()).sensesOf(filter.words);
        QVERIFY(passes(row, filter));
        filter.words = "gsfwzx";
        filter.senses = Initials(county()).sensesOf(filter.words);
        QVERIFY(!passes(row, filter));
        row.lead = { "u01" };
        QVERIFY(passes(row, filter));
    }
};

QTEST_APPLESS_MAIN(InitialsTest)
#include "tst_initials.moc"
