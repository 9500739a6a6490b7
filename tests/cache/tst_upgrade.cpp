#include "Log.h"

#include <cache/CacheUpgrade.h>
#include <support/OldSchema.h>
#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;

class Upgrading : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;

    std::filesystem::path path(const char *name) const
    {
        return _folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    /// A cache with one closed ticket and one that is with a unit.
    void make() const
    {
        Log log;
        TicketStory closed(rules());
        closed.untilClosed();
        Reported second = report();
        second.number = "20230713-02-0002";
        second.title = "井盖破损";
        TicketStory open(rules(), second, *instantFromIso("2023-07-13 09:00"));
        open.untilAssigned();
        log.add(closed);
        log.add(open);
        auto cache = Cache::open(path("now"), {});
        const auto stored = (*cache)->store(log.whole(), {});
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().text));
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        make();
    }

    void aCacheOfAnOlderSchemaBecomesWhatANewOneIs_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("schema 1") << 1;
        QTest::newRow("schema 2") << 2;
        QTest::newRow("schema 3") << 3;
        QTest::newRow("schema 4") << 4;
    }
    void aCacheOfAnOlderSchemaBecomesWhatANewOneIs()
    {
        QFETCH(const int, version);
        const auto made = makeOld(path("now"), path("old"), FileKind::Cache, version);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        QVERIFY(Cache::open(path("old"), {}));
        QCOMPARE(differenceBetween(path("old"), path("now")), std::string());
        auto reader = CacheReader::open(path("old"));
        TicketFilter filter;
        filter.words = "井盖";
        QCOMPARE((*reader)->rows().page(filter, {}, 10)->size(), std::size_t { 1 });
    }

    void aStepThatIsKilledIsAsIfItHadNotBegun()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Cache, 1));
        std::filesystem::copy_file(path("old"), path("copy"));
        QVERIFY(isKilledInUpgrade(path("old"), FileKind::Cache, foldingAnew({})));
        QCOMPARE(Database::open(path("old"), Opening::Read)->number("PRAGMA user_version").value(), 1);
        QCOMPARE(differenceBetween(path("old"), path("copy")), std::string());
        QVERIFY(Cache::open(path("old"), {}));
        QCOMPARE(differenceBetween(path("old"), path("now")), std::string());
    }

    void aNewerCacheIsRefusedWithAClearWordAndLeftAlone()
    {
        QVERIFY(Database::open(path("now"), Opening::Write)->execute("PRAGMA user_version = 999"));
        const auto newer = Cache::open(path("now"), {});
        QVERIFY(!newer);
        QCOMPARE(newer.error().kind, FailureKind::Newer);
        QVERIFY2(newer.error().text.contains(u"999"), qPrintable(newer.error().text));
        QCOMPARE(Database::open(path("now"), Opening::Read)->number("PRAGMA user_version").value(), 999);
    }

    void aCacheWithoutOldTrailsIsKeptAndOwnsThatItsFiguresAreNotWhole()
    {
        QVERIFY(makeOld(path("now"), path("old"), FileKind::Cache, 2));
        QVERIFY(Database::open(path("old"), Opening::Write)
                ->execute("DELETE FROM event WHERE subject IN (SELECT id FROM ticket WHERE step = 4)"));
        {
            const auto cache = Cache::open(path("old"), {});
            QVERIFY2(cache, cache ? "" : qPrintable(cache.error().text));
            QCOMPARE((*cache)->atWork({})->size(), std::size_t { 2 });
        }
        auto reader = CacheReader::open(path("old"));
        FigureQuery query;
        query.until = Day { std::chrono::days { 30'000 } };
        QCOMPARE((*reader)->figures().figures(query).error().kind, FailureKind::NotFound);
        TicketFilter filter;
        filter.words = "路灯";
        QCOMPARE((*reader)->rows().page(filter, {}, 10)->size(), std::size_t { 1 });
    }
};

QTEST_APPLESS_MAIN(Upgrading)
#include "tst_upgrade.moc"
