#include <Files.h>

#include <support/Sentences.h>
#include <support/SharedData.h>

#include <sqlite3.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <format>

using namespace huying;

namespace
{

struct Ran {
    int status = -1;
    QString answer;
    QString complaint;

    QJsonObject json() const { return QJsonDocument::fromJson(answer.toUtf8()).object(); }
    /// What people read last: one line that says what went wrong.
    QString lastComplaint() const { return complaint.trimmed().section(u'\n', -1); }
};

Ran run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(HUYINGCTL), arguments);
    process.waitForFinished(120'000);
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
}

QString name(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

constexpr auto map = R"({"system": "s", "dates": ["yyyy-MM-dd"], "columns": {"id": "id", "opened": "opened",
    "closed": "closed", "title": "title", "category": "kind", "name": "who"}})";
constexpr std::string_view rows = "id,title,opened,closed,kind,who\r\n1,路灯不亮,2023-07-05,,路灯,张三\r\n"
                                  "2,井盖丢失,2023-07-05,2023-07-06,井盖,\r\n";

/// A folder with a table, its mapping and a ledger of them.
struct Desk {
    Files files;
    QString table = name(files.write("in.csv", rows));
    QString mapping = name(files.write("map.json", map));
    QString ledger = name(files.path("county.ledger"));

    Ran import(const QStringList &more = {})
    {
        return run(QStringList { QStringLiteral("import"), table, QStringLiteral("--mapping"), mapping,
                       QStringLiteral("--ledger"), ledger }
            + more);
    }
    QString path(std::string_view file) const { return name(files.path(file)); }
};

} // namespace

class HuyingctlTest : public Sentences
{
    Q_OBJECT

private slots:
    void photosAreShownCheckedExportedAndMoved()
    {
        Desk desk;
        const auto ctl = [](const char *what, const QStringList &words) {
            return run(QStringList { QString::fromLatin1(what), QStringLiteral("--json") } + words);
        };
        const QString ledger = QStringLiteral("--ledger");
        QCOMPARE(ctl("simulate",
                     { ledger, desk.ledger, QStringLiteral("--tickets"), QStringLiteral("60"), QStringLiteral("--from"),
                         QStringLiteral("2023-07-01"), QStringLiteral("--to"), QStringLiteral("2023-07-03"),
                         QStringLiteral("--photos"), QStringLiteral("4") })
                     .status,
            0);
        const Ran sound = ctl("check", { ledger, desk.ledger });
        QVERIFY2(sound.status == 0, qPrintable(sound.complaint));
        const int named = sound.json().value(u"photos").toObject().value(u"named").toInt();
        QVERIFY(named >= 4);

        const Ran exported = ctl("export", { ledger, desk.ledger, QStringLiteral("--photos"), desk.path("photos") });
        QCOMPARE(exported.json().value(u"photos").toInt(), named);
        const QStringList numbers = QDir(desk.path("photos")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(numbers.size(), 4);
        QVERIFY(run({ QStringLiteral("show"), ledger, desk.ledger, numbers.first() }).answer.contains(u"photo-1.jpg"));

        const QString moved = desk.path("moved.ledger");
        const Ran move = ctl("move", { QStringLiteral("--from"), desk.ledger, QStringLiteral("--to"), moved });
        QVERIFY2(move.status == 0, qPrintable(move.complaint));
        QVERIFY(move.json().value(u"photos").toInt() > 0);
        QCOMPARE(ctl("check", { ledger, moved }).status, 0);

        // One is damaged, another one is lost; they were named in the last day, so that the lost one may yet come.
        QStringList files;
        QDirIterator all(moved + QStringLiteral(".attachments"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            files << all.next();
        }
        QFile damaged(files.first());
        QVERIFY(damaged.open(QIODevice::Append));
        damaged.write("x");
        damaged.close();
        QVERIFY(QFile::remove(files.last()));
        const Ran unsound = ctl("check", { ledger, moved });
        QCOMPARE(unsound.status, 1);
        const QJsonObject photos = unsound.json().value(u"photos").toObject();
        QVERIFY(photos.value(u"damaged").toInt() >= 1);
        QVERIFY(photos.value(u"onTheWay").toInt() >= 1);
    }

    void accountsAreMadeListedAndDisabled()
    {
        Desk desk;
        QCOMPARE(desk.import().status, 0);
        const auto account = [&](const QStringList &words, const QByteArray &password = "a long password\n") {
            QProcess process;
            process.start(QStringLiteral(HUYINGCTL),
                QStringList { QStringLiteral("account") } + words
                    + QStringList { QStringLiteral("--ledger"), desk.ledger });
            process.write(password);
            process.closeWriteChannel();
            process.waitForFinished(60'000);
            return Ran { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError()) };
        };
        const QStringList wang { QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("wang"),
            QStringLiteral("--role"), QStringLiteral("dispatcher") };
        QCOMPARE(account(wang).status, 0);
        QCOMPARE(account(wang).status, 1);
        QCOMPARE(account({ QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("li"),
                             QStringLiteral("--role"), QStringLiteral("unit") })
                     .status,
            2);
        QCOMPARE(account({ QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("li"),
                             QStringLiteral("--role"), QStringLiteral("leader") },
                     "short\n")
                     .status,
            2);
        QCOMPARE(account({ QStringLiteral("disable"), QStringLiteral("--name"), QStringLiteral("wang") }).status, 0);
        const QJsonArray accounts =
            account({ QStringLiteral("list"), QStringLiteral("--json") }).json().value(u"accounts").toArray();
        QCOMPARE(accounts.size(), 1);
        QCOMPARE(accounts.first().toObject().value(u"name").toString(), QStringLiteral("wang"));
        QVERIFY(accounts.first().toObject().value(u"isDisabled").toBool());
        QCOMPARE(account({ QStringLiteral("frobnicate") }).status, 2);
    }

    void datumTakesCoordinatesFromOneSystemIntoAnother()
    {
        const auto datum = [](const QStringList &words) {
            return run(QStringList { QStringLiteral("datum") } + words);
        };
        const Ran there = datum({ QStringLiteral("--from"), QStringLiteral("WGS-84"), QStringLiteral("--to"),
            QStringLiteral("GCJ-02"), QStringLiteral("116.404"), QStringLiteral("39.915") });
        QCOMPARE(there.status, 0);
        QCOMPARE(there.answer.trimmed(), QStringLiteral("116.41024450 39.91640428"));
        const Ran back =
            datum(QStringList { QStringLiteral("--from"), QStringLiteral("GCJ-02"), QStringLiteral("--json") }
                + there.answer.trimmed().split(u' '));
        QVERIFY(std::abs(back.json().value(u"x").toDouble() - 116.404) < 1e-7);
        QCOMPARE(datum({ QStringLiteral("--from"), QStringLiteral("WGS-84"), QStringLiteral("-71.0"),
                           QStringLiteral("42.3") })
                     .answer.trimmed(),
            QStringLiteral("-71.00000000 42.30000000"));
        QCOMPARE(
            datum({ QStringLiteral("--from"), QStringLiteral("nowhere"), QStringLiteral("1"), QStringLiteral("2") })
                .status,
            2);
        QCOMPARE(datum({ QStringLiteral("--from"), QStringLiteral("WGS-84"), QStringLiteral("1") }).status, 2);
        QCOMPARE(
            datum({ QStringLiteral("--from"), QStringLiteral("WGS-84"), QStringLiteral("191"), QStringLiteral("2") })
                .status,
            1);
    }

    void datumReadsLinesFromStandardInput()
    {
        QProcess process;
        process.start(QStringLiteral(HUYINGCTL),
            { QStringLiteral("datum"), QStringLiteral("--from"), QStringLiteral("WGS-84"), QStringLiteral("--to"),
                QStringLiteral("CGCS2000/GK3-38") });
        process.write("114 37\nno place\n114,38\n");
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        QCOMPARE(process.exitCode(), 1);
        const auto lines = process.readAllStandardOutput().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith("38500000.000 "));
        QVERIFY(lines[1].isEmpty());
        QVERIFY(lines[2].startsWith("38500000.000 "));
    }

    void importMapAsksForTheSystemAndTakesBordersIn()
    {
        Desk desk;
        const auto square = [](const char *name, const char *code, double east) {
            return std::format(
                R"({{"type":"Feature","properties":{{"name":"{}","code":"{}"}},"geometry":{{"type":"Polygon",)"
                R"("coordinates":[[[{},37],[{},37],[{},37.1],[{},37.1],[{},37]]]}}}})",
                name, code, east, east + 0.1, east + 0.1, east, east);
        };
        const QString file = name(desk.files.write("towns.geojson",
            R"({"type":"FeatureCollection","features":[)" + square("巨鹿镇", "130529100000", 115) + ','
                + square("王虎寨镇", "130529101000", 115.1) + ',' + square("外乡", "130528101000", 115.2) + "]}"));
        const auto importMap = [&](const QStringList &more) {
            return run(QStringList { QStringLiteral("import-map"), file, QStringLiteral("--ledger"), desk.ledger,
                           QStringLiteral("--json") }
                + more);
        };
        const Ran asked = importMap({});
        QCOMPARE(asked.status, 2);
        QVERIFY(asked.complaint.contains(u"--datum"));
        QVERIFY(!QFile::exists(desk.ledger));
        const QStringList datum { QStringLiteral("--datum"), QStringLiteral("GCJ-02") };
        QCOMPARE(importMap(datum + QStringList { QStringLiteral("--dry-run") }).json().value(u"matched").toInt(), 2);
        QVERIFY(!QFile::exists(desk.ledger));
        const Ran taken = importMap(datum);
        QCOMPARE(taken.status, 0);
        QCOMPARE(taken.json().value(u"level").toString(), QStringLiteral("township"));
        QCOMPARE(taken.json().value(u"system").toString(), QStringLiteral("GCJ-02"));
        const auto matches = importMap(datum).json().value(u"matches").toArray();
        QCOMPARE(matches.at(0)[u"by"].toString(), QStringLiteral("code"));
        QCOMPARE(matches.at(2)[u"by"].toString(), QStringLiteral("nothing"));
        QCOMPARE(run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.ledger }).status, 0);
    }

    void importMapTakesTheRealCounty()
    {
        const QString file = sharedData(QStringLiteral("boundaries/city_130500_19_counties_gcj02.geojson"));
        REQUIRE_SHARED_DATA(file);
        Desk desk;
        const Ran taken = run({ QStringLiteral("import-map"), file, QStringLiteral("--ledger"), desk.ledger,
            QStringLiteral("--level"), QStringLiteral("county"), QStringLiteral("--datum"), QStringLiteral("GCJ-02"),
            QStringLiteral("--json") });
        QCOMPARE(taken.status, 0);
        QCOMPARE(taken.json().value(u"matched").toInt(), 1);
        QCOMPARE(taken.json().value(u"features").toInt(), 19);
        const auto mended = taken.json().value(u"remarks").toArray().first();
        QCOMPARE(mended[u"kind"].toString(), QStringLiteral("mended"));
        QCOMPARE(mended[u"feature"].toString(), QStringLiteral("南宫市"));
    }

    void importMapTakesAnotherLayerInAndMapLayersWithdrawsIt()
    {
        Desk desk;
        const QString file = name(desk.files.write("roads.csv",
            "名称,wkt\n邢德公路,\"LINESTRING(114.9 37.2,115.2 37.21)\"\n巨鹿中学,POINT(115.03 37.22)\n,POINT(115.1 "
            "37.2)\n"));
        const auto importMap = [&](const QStringList &more) {
            return run(QStringList { QStringLiteral("import-map"), file, QStringLiteral("--ledger"), desk.ledger,
                           QStringLiteral("--datum"), QStringLiteral("WGS-84"), QStringLiteral("--json") }
                + more);
        };
        const QStringList other { QStringLiteral("--level"), QStringLiteral("other") };
        QCOMPARE(importMap({ QStringLiteral("--name"), QStringLiteral("道路") }).status, 2);
        const Ran missing = run({ QStringLiteral("map-layers"), QStringLiteral("--ledger"), desk.ledger });
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.complaint.contains(desk.ledger));
        const QStringList named = other + QStringList { QStringLiteral("--name"), QStringLiteral("道路") };
        QVERIFY(!importMap(named + QStringList { QStringLiteral("--dry-run") }).json().contains(u"position"));
        QVERIFY(!QFile::exists(desk.ledger));
        const Ran taken = importMap(named);
        QCOMPARE(taken.status, 0);
        QCOMPARE(taken.json().value(u"lines").toInt(), 1);
        QCOMPARE(taken.json().value(u"points").toInt(), 2);
        QCOMPARE(taken.json().value(u"named").toInt(), 2);
        QCOMPARE(importMap(other).json().value(u"name").toString(), QStringLiteral("roads"));
        QCOMPARE(importMap(named).status, 0); // in the place of the first
        const QStringList list { QStringLiteral("map-layers"), QStringLiteral("--ledger"), desk.ledger,
            QStringLiteral("--json") };
        QCOMPARE(run(list).json().value(u"layers").toArray().size(), 2);
        QCOMPARE(run(list + QStringList { QStringLiteral("--withdraw"), QStringLiteral("水系") }).status, 1);
        QCOMPARE(run(list + QStringList { QStringLiteral("--withdraw"), QStringLiteral("道路") }).status, 0);
        const auto left = run(list).json().value(u"layers").toArray();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.at(0)[u"name"].toString(), QStringLiteral("roads"));
        QCOMPARE(run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.ledger }).status, 0);
    }

    void everyCommandHasHelp()
    {
        for (const char *const command :
            { "import", "export", "check", "show", "deadline", "datum", "simulate", "account", "map-layers" }) {
            const Ran ran = run({ QLatin1StringView(command), QStringLiteral("--help") });
            QCOMPARE(ran.status, 0);
            QVERIFY(ran.answer.contains(u"--json"));
        }
        QCOMPARE(run({ QStringLiteral("--help") }).status, 0);
    }

    void wrongUsageIsTwo()
    {
        const QList<QStringList> wrong { {}, { QStringLiteral("dance") },
            { QStringLiteral("check"), QStringLiteral("--legder"), QStringLiteral("x") }, { QStringLiteral("check") },
            { QStringLiteral("show"), QStringLiteral("--ledger"), QStringLiteral("x") },
            { QStringLiteral("export"), QStringLiteral("--ledger"), QStringLiteral("x") },
            { QStringLiteral("import"), QStringLiteral("a.csv"), QStringLiteral("--ledger"), QStringLiteral("x") },
            { QStringLiteral("deadline"), QStringLiteral("--class"), QStringLiteral("soon"),
                QStringLiteral("--reported"), QStringLiteral("2023-01-20") },
            { QStringLiteral("deadline"), QStringLiteral("--class"), QStringLiteral("other"),
                QStringLiteral("--reported"), QStringLiteral("yesterday") } };
        for (const QStringList &arguments : wrong) {
            const Ran ran = run(arguments);
            QVERIFY2(ran.status == 2, qPrintable(arguments.join(u' ')));
            QVERIFY(!ran.complaint.isEmpty());
        }
    }

    void aDeadlineIsExplained()
    {
        const QStringList asked { QStringLiteral("deadline"), QStringLiteral("--class"), QStringLiteral("other"),
            QStringLiteral("--reported"), QStringLiteral("2023-01-20 09:00") };
        const Ran ran = run(asked);
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.answer.startsWith(u"due 2023-02-03 24:00"));
        QVERIFY(ran.answer.contains(u"春节"));
        QVERIFY(ran.answer.contains(u"国办发明电〔2022〕16号"));
        const QJsonObject json = run(asked + QStringList { QStringLiteral("--json") }).json();
        QCOMPARE(json[u"due"].toString(), QStringLiteral("2023-02-04T00:00:00+08:00"));
        QCOMPARE(json[u"days"].toArray().size(), 15);
    }

    void whatIsImportedIsShownCheckedAndExported()
    {
        Desk desk;
        QCOMPARE(desk.import().status, 0);
        const QJsonObject again = desk.import({ QStringLiteral("--json") }).json();
        QCOMPARE(again[u"unchanged"].toInt(), 2);

        const Ran shown = run({ QStringLiteral("show"), QStringLiteral("--ledger"), desk.ledger, QStringLiteral("2") });
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.answer.contains(u"井盖丢失") && shown.answer.contains(u"Result"));
        QVERIFY(!run({ QStringLiteral("show"), QStringLiteral("--ledger"), desk.ledger, QStringLiteral("1") })
                .answer.contains(u"张三"));

        const Ran checked =
            run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.ledger, QStringLiteral("--json") });
        QCOMPARE(checked.status, 0);
        QCOMPARE(checked.json().value(u"faults").toInt(-1), 0);
        QCOMPARE(checked.json().value(u"steps").toObject()[u"closed"].toInt(), 1);

        const Ran exported = run({ QStringLiteral("export"), QStringLiteral("--ledger"), desk.ledger,
            QStringLiteral("--tickets"), desk.path("out.csv") });
        QCOMPARE(exported.status, 0);
        QVERIFY(bytesOf(desk.files.path("out.csv")).starts_with("\xEF\xBB\xBF"));
        QCOMPARE(tableOf(desk.files.path("out.csv")).size(), std::size_t { 3 });
    }

    void exportedAndImportedAgainIsTheSameLedger()
    {
        Desk desk;
        QCOMPARE(desk.import().status, 0);
        const QString copy = desk.path("copy.ledger");
        const auto exportTo = [&](const QString &ledger, std::string_view file) {
            return run({ QStringLiteral("export"), QStringLiteral("--ledger"), ledger, QStringLiteral("--events"),
                           desk.path(file) })
                .status;
        };
        QCOMPARE(exportTo(desk.ledger, "one.jsonl"), 0);
        const QStringList import { QStringLiteral("import"), QStringLiteral("--events"), desk.path("one.jsonl"),
            QStringLiteral("--ledger"), copy };
        const Ran imported = run(import);
        QVERIFY2(imported.status == 0, qPrintable(imported.complaint));
        QCOMPARE(exportTo(copy, "two.jsonl"), 0);
        QCOMPARE(bytesOf(desk.files.path("one.jsonl")), bytesOf(desk.files.path("two.jsonl")));
        QCOMPARE(run({ QStringLiteral("check"), QStringLiteral("--ledger"), copy }).status, 0);
        QCOMPARE(run(import).status, 1); // there is a ledger by now
    }

    void aBrokenChainOfEventsMakesNoLedger()
    {
        Desk desk;
        desk.import();
        run({ QStringLiteral("export"), QStringLiteral("--ledger"), desk.ledger, QStringLiteral("--events"),
            desk.path("one.jsonl") });
        std::string lines = bytesOf(desk.files.path("one.jsonl"));
        lines.replace(lines.find("路灯不亮"), std::string_view("路灯不亮").size(), "路灯很亮");
        const Ran ran = run({ QStringLiteral("import"), QStringLiteral("--events"),
            name(desk.files.write("two.jsonl", lines)), QStringLiteral("--ledger"), desk.path("two.ledger") });
        QCOMPARE(ran.status, 1);
        QVERIFY(!std::filesystem::exists(desk.files.path("two.ledger")));
    }

    void aMissingColumnIsOneClearLineAndNoLedger()
    {
        Desk desk;
        desk.table = name(desk.files.write("other.csv", "id,title,when\r\n1,a,2023-07-05\r\n"));
        const Ran ran = desk.import();
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.complaint.count(u'\n'), 1);
        QVERIFY(ran.complaint.contains(u"“opened”") && ran.complaint.contains(u"id, title, when"));
        QVERIFY(!std::filesystem::exists(desk.ledger.toStdString()));
        QVERIFY(desk.import({ QStringLiteral("--json") }).json()[u"failure"].isObject());
    }

    void aRejectedRowIsNoSuccess()
    {
        Desk desk;
        desk.table = name(desk.files.write("in.csv", std::format("{}3,c,yesterday,,,\r\n", rows)));
        const Ran ran = desk.import();
        QCOMPARE(ran.status, 1);
        QVERIFY(ran.answer.contains(u"1 rejected"));
        QCOMPARE(tableOf(desk.files.path("in.csv.rejected.csv")).size(), std::size_t { 2 });
    }

    void aTruncatedWorkbookIsRefused()
    {
        const QString path = sharedData(QStringLiteral("tickets/messages_labelled_495.xlsx"));
        REQUIRE_SHARED_DATA(path);
        Desk desk;
        desk.table = name(desk.files.write("cut.xlsx", bytesOf(path.toStdString()).substr(0, 800'000)));
        const Ran ran = desk.import();
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.complaint.count(u'\n'), 1);
        QVERIFY(!std::filesystem::exists(desk.ledger.toStdString()));
    }

    void aNewerLedgerIsLeftAlone()
    {
        Desk desk;
        desk.import();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(desk.ledger.toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        const QList<Ran> tries { desk.import(),
            run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.ledger }),
            run({ QStringLiteral("show"), QStringLiteral("--ledger"), desk.ledger, QStringLiteral("1") }) };
        for (const Ran &ran : tries) {
            QCOMPARE(ran.status, 1);
            QCOMPARE(ran.complaint.count(u'\n'), 1);
        }
    }

    void whatIsNoLedgerIsSaidSo()
    {
        Desk desk;
        desk.ledger = name(desk.files.write("no.ledger", std::string(5'000, 'x')));
        QCOMPARE(desk.import().status, 1);
        QCOMPARE(run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.ledger }).status, 1);
        QCOMPARE(bytesOf(desk.files.path("no.ledger")), std::string(5'000, 'x'));
        QCOMPARE(run({ QStringLiteral("check"), QStringLiteral("--ledger"), desk.path("none") }).status, 1);
        QVERIFY(!std::filesystem::exists(desk.files.path("none")));
    }

    void aGuessIsAMappingThatImports()
    {
        Desk desk;
        const QString guess = desk.path("guess.json");
        const QString table = name(desk.files.write("in2.csv", "编号,标题,受理时间\r\n7,路灯,2023/7/5 9:30\r\n"));
        QCOMPARE(
            run({ QStringLiteral("import"), QStringLiteral("--guess"), table, QStringLiteral("-o"), guess }).status, 0);
        QCOMPARE(run({ QStringLiteral("import"), table, QStringLiteral("--mapping"), guess, QStringLiteral("--ledger"),
                         desk.ledger })
                     .status,
            0);
        QVERIFY(run({ QStringLiteral("import"), QStringLiteral("--guess"), table }).json()[u"columns"].isObject());
    }
};

QTEST_GUILESS_MAIN(HuyingctlTest)
#include "tst_huyingctl.moc"
