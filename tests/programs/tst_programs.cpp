#include <programs_run/Programs.h>

#include <Files.h>
#include <support/Sentences.h>
#include <support/SharedData.h>

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <format>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::string_view map = R"({"system": "s", "dates": ["yyyy-MM-dd"], "columns": {"id": "id",
    "opened": "opened", "closed": "closed", "title": "title", "category": "kind", "name": "who"}})";
constexpr std::string_view twoRows = "id,title,opened,closed,kind,who\r\n1,路灯不亮,2026-07-06,,路灯,张三\r\n"
                                     "2,井盖丢失,2026-07-06,2026-07-07,井盖,\r\n";

/// A served county and a table to be imported.
struct Hall {
    Workplace place;
    Files files;
    QString ledger = place.path(u"county.ledger"_s);
    QString table = file("in.csv", twoRows);
    QString mapping = file("map.json", map);
    bool isSimulated = place.simulate(ledger, 200);
    ServedCounty county { place, ledger };

    QString file(std::string_view name, std::string_view bytes) const
    {
        return QString::fromStdString(files.write(name, bytes).string());
    }
    Ran import(const QStringList &where) const
    {
        return place.huyingctl({ u"import"_s, table, u"--mapping"_s, mapping, u"--json"_s, where[0], where[1] });
    }
    QStringList byBackend() const { return { u"--backend"_s, county.url() }; }
    QStringList byFile() const { return { u"--ledger"_s, ledger }; }
    Ran check(const QString &file) const { return place.huyingctl({ u"check"_s, u"--ledger"_s, file, u"--json"_s }); }
    Ran exported(const QStringList &where, const QString &name) const
    {
        return place.huyingctl(QStringList { u"export"_s, u"--tickets"_s, place.path(name + u".csv"_s), u"--events"_s,
                                   place.path(name + u".jsonl"_s) }
            + where);
    }
    std::string bytes(const QString &name) const { return bytesOf(place.path(name).toStdString()); }
};

/// Answers every request alike, whatever it is.
class StandIn : public QObject
{
public:
    explicit StandIn(QByteArray answer) : _answer(std::move(answer))
    {
        connect(&_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const caller = _server.nextPendingConnection();
            connect(caller, &QTcpSocket::readyRead, caller, [this, caller] {
                caller->readAll();
                caller->write(_answer);
                caller->disconnectFromHost();
            });
            connect(caller, &QTcpSocket::disconnected, caller, &QObject::deleteLater);
        });
        _server.listen(QHostAddress::LocalHost);
    }

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(_server.serverPort()); }

private:
    QByteArray _answer;
    QTcpServer _server;
};

QByteArray http(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class ProgramsTest : public Sentences
{
    Q_OBJECT

private slots:
    void aTicketGoesAllTheWayThroughABackend()
    {
        Hall hall;
        QVERIFY(hall.isSimulated && hall.county.isServing());
        const QJsonObject first = hall.import(hall.byBackend()).json();
        QCOMPARE(first[u"added"].toInt(), 2);
        const Position head = headOf(hall.ledger);
        QCOMPARE(hall.import(hall.byBackend()).json()[u"unchanged"].toInt(), 2);
        QCOMPARE(headOf(hall.ledger), head);

        std::string newer(twoRows);
        newer.replace(newer.find("2026-07-06,,"), 12, "2026-07-06,2026-07-09,");
        QVERIFY(!hall.file("in.csv", newer).isEmpty());
        QCOMPARE(hall.import(hall.byBackend()).json()[u"updated"].toInt(), 1);

        for (const QStringList &where : { hall.byBackend(), hall.byFile() }) {
            const Ran shown = hall.place.huyingctl(QStringList { u"show"_s, u"1"_s } + where);
            QCOMPARE(shown.status, 0);
            QVERIFY(shown.answer.contains(u"路灯不亮") && shown.answer.contains(u"Closed"));
            QVERIFY(!shown.answer.contains(u"张三"));
        }
    }

    void twoSourcesAtOnceNeverShareACategorysCode()
    {
        Hall hall;
        QVERIFY(hall.county.isServing());
        std::vector<std::unique_ptr<QProcess>> imports;
        for (const char *source : { "s", "t", "u" }) {
            std::string rows = "id,title,opened,closed,kind,who\r\n";
            for (int i = 0; i < 60; ++i) {
                rows += std::format("{0}{1},路灯不亮,2026-07-06,,{0} {1},\r\n", source, i);
            }
            std::string mapping(map);
            mapping.replace(mapping.find("\"s\""), 3, std::format("\"{}\"", source));
            imports.push_back(hall.place.start(u"huyingctl"_s,
                QStringList { u"import"_s, hall.file(std::format("{}.csv", source), rows), u"--mapping"_s,
                    hall.file(std::format("{}.json", source), mapping), u"--json"_s }
                    + hall.byBackend()));
        }
        for (const auto &import : imports) {
            const Ran ran = ended(*import);
            QVERIFY2(ran.status == 0, qPrintable(ran.complaint));
            QCOMPARE(ran.json().value(u"added").toInt(), 60);
        }
        std::size_t ofTheirs = 0;
        for (const auto &[code, names] : categoryNamesIn(hall.ledger)) {
            QVERIFY2(names.size() == 1, code.c_str());
            ofTheirs += names.begin()->size() <= 4 && names.begin()->find_first_of("stu") == 0 ? 1 : 0;
        }
        QCOMPARE(ofTheirs, std::size_t { 3 * 61 });
        QCOMPARE(hall.check(hall.ledger).status, 0);
    }

    void whatIsExportedThroughABackendIsTheSameLedgerAgain()
    {
        Hall hall;
        QCOMPARE(hall.import(hall.byBackend()).status, 0);
        QCOMPARE(hall.exported(hall.byBackend(), u"far"_s).status, 0);
        QCOMPARE(hall.exported(hall.byFile(), u"near"_s).status, 0);
        QVERIFY(!hall.bytes(u"far.jsonl"_s).empty());
        QCOMPARE(hall.bytes(u"far.jsonl"_s), hall.bytes(u"near.jsonl"_s));
        const auto numberOf = [](const std::vector<std::string> &row) { return row.front(); };
        const auto far = tableOf(hall.place.path(u"far.csv"_s).toStdString());
        const auto near = tableOf(hall.place.path(u"near.csv"_s).toStdString());
        QCOMPARE(far.size(), std::size_t { 203 });
        QVERIFY(std::ranges::equal(far, near, {}, numberOf, numberOf)); // the numbers: lamps go by the clock

        const QString copy = hall.place.path(u"copy.ledger"_s);
        const Ran made =
            hall.place.huyingctl({ u"import"_s, u"--events"_s, hall.place.path(u"far.jsonl"_s), u"--ledger"_s, copy });
        QVERIFY2(made.status == 0, qPrintable(made.complaint));
        QCOMPARE(hall.exported({ u"--ledger"_s, copy }, u"again"_s).status, 0);
        QCOMPARE(hall.bytes(u"again.jsonl"_s), hall.bytes(u"far.jsonl"_s));
        QCOMPARE(hall.check(copy).answer, hall.check(hall.ledger).answer);
    }

    void aLedgerThatABackendHoldsIsReadAndNotWritten()
    {
        Hall hall;
        const QJsonObject checked = hall.check(hall.ledger).json();
        QCOMPARE(checked[u"faults"].toInt(-1), 0);
        QCOMPARE(checked[u"tickets"].toInt(), 200);
        const Position head = headOf(hall.ledger);
        const Ran refused = hall.import(hall.byFile());
        QVERIFY(refused.isOneComplaint() && refused.complaint.contains(u"--backend"));
        QCOMPARE(refused.json().value(u"failure")[u"kind"].toString(), u"busy"_s);
        const Ran live = hall.place.huyingctl(QStringList { u"simulate"_s, u"--live"_s, u"6"_s } + hall.byFile());
        QVERIFY(live.isOneComplaint() && live.complaint.contains(u"--backend"));
        const Ran afar = hall.place.huyingctl(QStringList { u"check"_s } + hall.byBackend());
        QVERIFY(afar.isOneComplaint(2) && afar.complaint.contains(u"--ledger"));
        QCOMPARE(headOf(hall.ledger), head);
    }

    void nothingIsTornWhenTheBackendIsKilledDuringASimulation()
    {
        Hall hall;
        const auto live =
            hall.place.start(u"huyingctl"_s, QStringList { u"simulate"_s, u"--live"_s, u"6000"_s } + hall.byBackend());
        const Position begin = headOf(hall.ledger);
        QTRY_VERIFY_WITH_TIMEOUT(headOf(hall.ledger) > begin + 100, 60'000);
        hall.county.kill();
        const Ran left = ended(*live);
        QVERIFY2(left.isOneComplaint(), qPrintable(left.complaint));
        const Position reached = headOf(hall.ledger);

        const ServedCounty again(hall.place, hall.ledger, hall.county.port());
        QVERIFY(again.isServing());
        QVERIFY(headOf(hall.ledger) >= reached);
        const Ran checked = hall.check(hall.ledger);
        QCOMPARE(checked.status, 0);
        QCOMPARE(checked.json().value(u"faults").toInt(-1), 0);
        QCOMPARE(hall.import(hall.byBackend()).status, 0);
    }

    void aBackendThatIsKilledLeavesNoCopyOfTheTicketsForLong()
    {
        Hall hall;
        const auto count = [&] { return QDir(hall.ledger + u".snapshots"_s).entryList(QDir::Files).size(); };
        QCOMPARE(hall.exported(hall.byBackend(), u"out"_s).status, 0);
        QCOMPARE(count(), 1);
        hall.county.kill();
        QCOMPARE(count(), 1);
        {
            const ServedCounty again(hall.place, hall.ledger, hall.county.port());
            QVERIFY(again.isServing());
            QCOMPARE(count(), 0);
        }
    }

    void anInterruptedImportLeavesWholeRowsOnly()
    {
        Hall hall;
        std::string rows = "id,title,opened,closed,kind,who\r\n";
        constexpr int count = 6'000;
        for (int i = 0; i < count; ++i) {
            rows += std::format("r{},路灯不亮,2026-07-06,2026-07-0{},路灯,\r\n", i, 7 + i % 3);
        }
        QVERIFY(!hall.file("in.csv", rows).isEmpty());
        const Position before = headOf(hall.ledger);
        const auto import = hall.place.start(u"huyingctl"_s,
            QStringList { u"import"_s, hall.table, u"--mapping"_s, hall.mapping, u"--json"_s } + hall.byBackend());
        QTRY_VERIFY_WITH_TIMEOUT(headOf(hall.ledger) > before, 60'000);
        ::kill(pid_t(import->processId()), SIGINT);
        const Ran stopped = ended(*import);
        QCOMPARE(stopped.status, 1);
        const QJsonObject counts = stopped.json();
        QVERIFY(counts[u"stopped"].toBool());
        QVERIFY(counts[u"added"].toInt() > 0 && counts[u"added"].toInt() < count);
        const QJsonObject rest = hall.import(hall.byBackend()).json();
        QCOMPARE(rest[u"unchanged"].toInt(), counts[u"added"].toInt());
        QCOMPARE(rest[u"added"].toInt() + rest[u"unchanged"].toInt(), count);
        QCOMPARE(hall.check(hall.ledger).status, 0);
    }

    void aPortInUseIsOneClearLine()
    {
        Hall hall;
        const Ran ran = hall.place.run(u"huying-backend"_s,
            { u"--ledger"_s, hall.place.path(u"other.ledger"_s), u"--port"_s, hall.county.port(), u"--open"_s });
        QVERIFY2(ran.isOneComplaint(), qPrintable(ran.complaint));
        QVERIFY(ran.complaint.contains(hall.county.port()));
        QVERIFY(!QFile::exists(hall.place.path(u"other.ledger"_s)));
    }

    void aLedgerOfANewerVersionIsLeftAlone()
    {
        const Workplace place;
        const QString ledger = place.path(u"newer.ledger"_s);
        QVERIFY(place.simulate(ledger, 5));
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(ledger.toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        const std::string before = bytesOf(ledger.toStdString());
        QVERIFY(place.run(u"huying-backend"_s, { u"--ledger"_s, ledger, u"--port"_s, u"0"_s }).isOneComplaint());
        QVERIFY(place.huyingctl({ u"check"_s, u"--ledger"_s, ledger }).isOneComplaint());
        QVERIFY(place.huyingctl({ u"simulate"_s, u"--live"_s, u"6"_s, u"--ledger"_s, ledger }).isOneComplaint());
        QCOMPARE(bytesOf(ledger.toStdString()), before);
    }

    void aBackendThatAnswersNonsenseIsOneClearLine_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a page for people") << http("<html><body>Welcome</body></html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no HTTP") << QByteArray("\x00\x01\x02 mail.example.org ESMTP\r\n", 27);
        QTest::newRow("a newer protocol") << http(R"({"county":"1","head":1,"name":"x","now":1,"protocol":9})");
        QTest::newRow("one answer to all") << http(R"({"county":"1","head":9,"name":"x","now":1,"protocol":1})");
    }

    void aBackendThatAnswersNonsenseIsOneClearLine()
    {
        QFETCH(const QByteArray, answer);
        const StandIn standIn(answer);
        const Workplace place;
        const Files files;
        const QStringList there { u"--backend"_s, standIn.url() };
        const QString table = QString::fromStdString(files.write("in.csv", twoRows).string());
        const QString mapping = QString::fromStdString(files.write("map.json", map).string());
        const QList<QStringList> commands { { u"show"_s, u"1"_s },
            { u"export"_s, u"--tickets"_s, place.path(u"t.csv"_s), u"--events"_s, place.path(u"e.jsonl"_s) },
            { u"import"_s, table, u"--mapping"_s, mapping }, { u"simulate"_s, u"--live"_s, u"6"_s } };
        for (const QStringList &command : commands) {
            const Ran ran = place.huyingctl(command + there);
            QVERIFY2(ran.isOneComplaint(), qPrintable(command.first() + u": "_s + ran.complaint));
            QVERIFY2(ran.complaint.contains(standIn.url()), qPrintable(ran.complaint));
        }
        QVERIFY(!QFile::exists(place.path(u"t.csv"_s)) && !QFile::exists(place.path(u"e.jsonl"_s)));
        QVERIFY(!std::filesystem::exists(files.path("in.csv.rejected.csv")));
    }

    void whatCannotBeImportedReachesNoBackend()
    {
        Hall hall;
        const Position head = headOf(hall.ledger);
        hall.table = hall.file("other.csv", "id,title,when\r\n1,a,2026-07-06\r\n");
        const Ran column = hall.import(hall.byBackend());
        QVERIFY2(column.isOneComplaint() && column.complaint.contains(u"“opened”"), qPrintable(column.complaint));

        const QString path = sharedData(u"tickets/messages_labelled_495.xlsx"_s);
        REQUIRE_SHARED_DATA(path);
        hall.table = hall.file("cut.xlsx", bytesOf(path.toStdString()).substr(0, 800'000));
        const Ran cut = hall.import(hall.byBackend());
        QVERIFY2(cut.isOneComplaint(), qPrintable(cut.complaint));
        QCOMPARE(headOf(hall.ledger), head);
    }

    void theProgramsSpeakTheLanguageThatIsAskedFor()
    {
        const Workplace place;
        const QString ledger = place.path(u"small.ledger"_s);
        QVERIFY(place.simulate(ledger, 20));
        const QStringList check { u"check"_s, u"--ledger"_s, ledger };
        QVERIFY(place.huyingctl(check).answer.contains(u"Handling"));
        const QStringList chinese { u"--language"_s, u"zh_CN"_s };
        QVERIFY(place.huyingctl(check + chinese).answer.contains(u"处置中"));
        QVERIFY(place.huyingctl(chinese + QStringList { u"--help"_s }).answer.startsWith(u"用法"));
        // what the backend says of a proposal stands on a dispatcher's screen
        QVERIFY(place.run(u"huying-backend"_s, { u"--help"_s }).answer.contains(u"台账"));
        QVERIFY(place.run(u"huying-backend"_s, { u"--help"_s, u"--language"_s, u"en"_s })
                .answer.contains(u"county's ledger"));
        QVERIFY(place.huyingctl(check + chinese + QStringList { u"--json"_s }).json().contains(u"faults"));
        QVERIFY(place.huyingctl(check + QStringList { u"--language"_s, u"tlh"_s }).isOneComplaint(2));
    }
};

QTEST_GUILESS_MAIN(ProgramsTest)
#include "tst_programs.moc"
