#include "HeatTickets.h"

#include <mapprint/SheetFiles.h>
#include <mapview/MapSheets.h>
#include <scene/CountyScene.h>
#include <simulation/SimulatedCounty.h>
#include <support/Sentences.h>

#include <QFile>
#include <QTemporaryDir>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

/// 15 tickets on the first day, 5 on the second, 2 of them at no place.
HeatColumns twentyTickets(const std::vector<Region> &regions)
{
    const auto grid = std::ranges::find(regions, RegionLevel::Grid, &Region::level);
    std::vector<HeatPoint> points(20);
    for (int i = 0; i < 20; ++i) {
        points[std::size_t(i)].reportedAt = start + std::chrono::hours { i < 15 ? i : 9 + i };
        if (i < 18) {
            points[std::size_t(i)].point = grid->centre;
            points[std::size_t(i)].region = grid->code;
        }
    }
    return columnsOf(points);
}

} // namespace

/// What a sheet and a film's frames say of what they show.
class SheetsTest : public Sentences
{
    Q_OBJECT
    CountyScene _scene;
    std::vector<Region> _regions = simulatedCounty(1).regions;
    HeatColumns _columns = twentyTickets(_regions);
    std::vector<Frame> _days { frameAt(start, FrameStep::ByDay),
        frameAt(start + std::chrono::hours { 24 }, FrameStep::ByDay) };

    MapSight sight() const
    {
        return { &_scene, _scene.whole(), { u"巨鹿县：工单"_s, u"2023-05-23 to 2023-05-24"_s, u"the ledger"_s, start },
            u"last 30 days"_s };
    }
    HeatWish wish() const { return { _columns, {}, 600, std::nullopt, HeatRamp(_scene.colours().heat) }; }
    MapSheet frameOf(const FilmShow &show, const Frame &frame) const
    {
        const FilmPlan plan = filmOf(sight(), show, _days, { u"first"_s, u"second"_s });
        for (const Frame &each : _days) {
            plan.look(each);
        }
        return plan.sheetOf(frame, {});
    }

private slots:
    void initTestCase()
    {
        MapColours colours;
        colours.heat = { Qt::white, Qt::red };
        _scene.setColours(colours);
        _scene.setRegions(_regions);
    }

    void aSheetOfDensitySaysItsDaysAndHowManyTickets()
    {
        _scene.setHeat(std::make_shared<const HeatPicture>(*heatPicture(wish())), u"last 30 days"_s);
        const MapSheet sheet = sheetOf(sight()).sheet;
        QCOMPARE(sheet.period, u"2023-05-23 to 2023-05-24"_s);
        QCOMPARE(sheet.tally, u"18 tickets, and 2 without a place in the county"_s);
        QVERIFY2(sheet.legend.title.endsWith(u"last 30 days"_s), qPrintable(sheet.legend.title));
    }

    void aSheetOfRegionsSaysItToo()
    {
        _scene.setHeat({}, {});
        _scene.setRegionPicture(std::make_shared<const RegionPicture>(regionPicture(
            *regionCounts(_columns, {}), _scene.regions(), RegionLevel::Grid, RegionMeasure::Tickets, std::nullopt)));
        QCOMPARE(sheetOf(sight()).sheet.tally, u"18 tickets, and 2 whose place is not known so closely"_s);
    }

    /// What a sheet says in words, from the texts of its SVG.
    QString saidBy(const MapSheet &sheet) const
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"map.svg"_s));
        return writeSheet(sheet, file.fileName()) && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                                                    : QString();
    }

    void theLampsOfTheTicketsOnItAreExplained()
    {
        const GeoPoint here = _regions.front().centre;
        const GeoPoint there = _regions.back().centre;
        _scene.setPins({ { {}, there, Lamp::Paused }, { {}, here, Lamp::Overdue }, { {}, here, Lamp::Overdue } });
        MapSheet sheet = sheetOf(sight()).sheet;
        const CountyScene &scene = _scene;
        const MapLabels labels = scene.labels();
        sheet.labels = &labels;
        sheet.regions = &scene.regions();
        QVERIFY(saidBy(sheet).contains(u"Overdue: 2<"_s));
        QVERIFY(saidBy(sheet).contains(u"On account: 1<"_s));
        const WorldPoint at = toWorld(here);
        const double side = _scene.whole().width / 1000;
        sheet.view = { at.x - side / 2, at.y - side / 2, side, side };
        QVERIFY(saidBy(sheet).contains(u"Overdue: 2<"_s));
        QVERIFY(!saidBy(sheet).contains(u"On account"_s));
        sheet.pins.clear();
        QVERIFY(!saidBy(sheet).contains(u"Open tickets"_s));
        _scene.setPins({});
    }

    void whatTheTimeBarShowsIsSaidByItsDay()
    {
        MapSight seen = sight();
        seen.period = u"2023-05-23 (Tue)"_s;
        seen.isFrame = true;
        QCOMPARE(sheetOf(seen).sheet.period, u"2023-05-23 (Tue)"_s);
    }

    void eachFrameOfAFilmSaysItsOwnNumber()
    {
        for (const bool isByRegion : { false, true }) {
            const FilmShow show { wish(), RegionLevel::Grid, RegionMeasure::Tickets, std::nullopt, isByRegion };
            QCOMPARE(frameOf(show, _days[0]).tally, u"15 tickets"_s);
            const MapSheet second = frameOf(show, _days[1]);
            QCOMPARE(second.period, u"second"_s);
            QCOMPARE(second.tally,
                isByRegion ? u"3 tickets, and 2 whose place is not known so closely"_s
                           : u"3 tickets, and 2 without a place in the county"_s);
        }
    }
};

QTEST_MAIN(SheetsTest)
#include "tst_sheets.moc"
