#include "ClusterSentences.h"

#include <client/BackendLine.h>
#include <ledger_builders/Builders.h>
#include <postgres/SharedLog.h>
#include <programs_run/Programs.h>

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// What a desk keeps, in memory.
struct MemoryJournal : Journal {
    std::expected<Position, Failure> position() const override { return entries.empty() ? 0 : entries.back().position; }
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &) const override
    {
        return std::vector<TicketId> {};
    }
    std::expected<void, Failure> store(const Page &page, std::span<const Entry>) override
    {
        std::ranges::copy(page.entries, std::back_inserter(entries));
        return {};
    }
    std::vector<Entry> entries;
};

struct MemoryOutbox : Outbox {
    std::expected<std::vector<Proposal>, Failure> unanswered(int) const override { return waiting; }
    std::expected<void, Failure> answered(
        std::span<const Proposal> proposals, std::span<const Outcome> outcomes) override
    {
        waiting.erase(waiting.begin(), waiting.begin() + std::ptrdiff_t(proposals.size()));
        std::ranges::copy(outcomes, std::back_inserter(answers));
        return {};
    }
    std::vector<Proposal> waiting;
    std::vector<Outcome> answers;
};

/// A desk without a window.
struct Desk {
    explicit Desk(const ServedCounty &county) : line(QUrl(county.url()), journal, outbox, clockNow, hasty())
    {
        line.start();
    }
    static LineSettings hasty()
    {
        LineSettings settings;
        settings.session.firstRetry = std::chrono::milliseconds { 50 };
        settings.session.longestRetry = std::chrono::milliseconds { 200 };
        return settings;
    }
    void propose(const Proposal &proposal)
    {
        outbox.waiting.push_back(proposal);
        line.outboxGrew();
    }

    MemoryJournal journal;
    MemoryOutbox outbox;
    BackendLine line;
};

struct HttpAnswer {
    int status = 0;
    QJsonObject object;
};

HttpAnswer waitedFor(QNetworkReply *reply)
{
    QEventLoop waiting;
    QObject::connect(reply, &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    waiting.exec();
    reply->deleteLater();
    return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        QJsonDocument::fromJson(reply->readAll()).object() };
}

} // namespace

/// The programs on a database, end to end.
class TestPrograms : public ClusterSentences
{
    Q_OBJECT

    std::unique_ptr<Workplace> _place;
    QNetworkAccessManager _network;

    QString path(const QString &name) const { return _place->path(name); }
    Ran ctl(const QStringList &arguments) const { return _place->huyingctl(arguments); }
    QByteArray exported(const QString &ledger, const QString &name) const
    {
        const Ran ran = ctl({ u"export"_s, u"--ledger"_s, ledger, u"--events"_s, path(name) });
        QFile file(path(name));
        return ran.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : ran.complaint.toUtf8();
    }
    QString accounts(const QString &ledger) const
    {
        return ctl({ u"account"_s, u"list"_s, u"--ledger"_s, ledger, u"--json"_s }).answer;
    }
    Ran addAccount(const QString &ledger, const QString &name) const
    {
        const auto process = _place->start(u"huyingctl"_s,
            { u"account"_s, u"add"_s, u"--ledger"_s, ledger, u"--name"_s, name, u"--role"_s, u"dispatcher"_s });
        process->write("right password\n");
        process->closeWriteChannel();
        return ended(*process);
    }
    HttpAnswer get(const QString &url, const QByteArray &token)
    {
        QNetworkRequest request { QUrl(url) };
        request.setRawHeader("Authorization", "Bearer " + token);
        return waitedFor(_network.get(request));
    }
    HttpAnswer post(const QString &url, const QByteArray &token, const QByteArray &body)
    {
        QNetworkRequest request { QUrl(url) };
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + token);
        return waitedFor(_network.post(request, body));
    }
    QByteArray tokenFrom(const QString &backend)
    {
        const HttpAnswer signedIn =
            post(backend + u"/v1/sign-in"_s, {}, R"({"name":"wang","password":"right password"})");
        return signedIn.object[u"token"_s].toString().toLatin1();
    }
    /// A backend that wants accounts; the address it serves on.
    std::pair<std::unique_ptr<QProcess>, QString> serve() const
    {
        auto process = _place->start(u"huying-backend"_s, { u"--ledger"_s, cluster().url(), u"--port"_s, u"0"_s });
        QByteArray told;
        while (!told.contains('\n') && process->waitForReadyRead(60'000)) {
            told += process->readAllStandardOutput();
        }
        return { std::move(process), u"http://127.0.0.1:"_s + QString::fromUtf8(told).trimmed().section(u' ', -1) };
    }
    std::vector<Entry> log() const
    {
        return SharedLog::open(cluster().address(), { "130529" }).value().after(0, 100'000).value();
    }

private slots:
    void init()
    {
        Sentences::init();
        _place = std::make_unique<Workplace>();
        empty();
    }

    void aLedgerMovesThereAndBackAsItWas()
    {
        QVERIFY(_place->simulate(path(u"county"_s), 300));
        QCOMPARE(addAccount(path(u"county"_s), u"wang"_s).status, 0);
        const QByteArray before = exported(path(u"county"_s), u"before"_s);
        QVERIFY(before.count('\n') > 1000);

        const Ran there = ctl({ u"move"_s, u"--from"_s, path(u"county"_s), u"--to"_s, cluster().url() });
        QVERIFY2(there.status == 0, qPrintable(there.complaint));
        QVERIFY(exported(cluster().url(), u"there"_s) == before);
        QCOMPARE(accounts(cluster().url()), accounts(path(u"county"_s)));
        const Ran checked = ctl({ u"check"_s, u"--ledger"_s, cluster().url() });
        QVERIFY2(checked.status == 0, qPrintable(checked.complaint));
        QCOMPARE(checked.answer, ctl({ u"check"_s, u"--ledger"_s, path(u"county"_s) }).answer);

        const Ran back = ctl({ u"move"_s, u"--from"_s, cluster().url(), u"--to"_s, path(u"back"_s) });
        QVERIFY2(back.status == 0, qPrintable(back.complaint));
        QVERIFY(exported(path(u"back"_s), u"again"_s) == before);
        QCOMPARE(accounts(path(u"back"_s)), accounts(path(u"county"_s)));
        QCOMPARE(ctl({ u"check"_s, u"--ledger"_s, path(u"back"_s) }).status, 0);
    }

    void whereALedgerIsNoneIsMoved()
    {
        QVERIFY(_place->simulate(path(u"one"_s), 20));
        QVERIFY(_place->simulate(path(u"other"_s), 30));
        QCOMPARE(ctl({ u"move"_s, u"--from"_s, path(u"one"_s), u"--to"_s, cluster().url() }).status, 0);
        const auto before = log();
        QVERIFY(ctl({ u"move"_s, u"--from"_s, path(u"other"_s), u"--to"_s, cluster().url() }).isOneComplaint());
        QVERIFY(ctl({ u"move"_s, u"--from"_s, cluster().url(), u"--to"_s, path(u"other"_s) }).isOneComplaint());
        QCOMPARE(log(), before);
    }

    void aLedgerThatIsServedIsNotMoved()
    {
        QVERIFY(_place->simulate(path(u"one"_s), 20));
        const ServedCounty county(*_place, path(u"one"_s));
        QVERIFY(ctl({ u"move"_s, u"--from"_s, path(u"one"_s), u"--to"_s, cluster().url() }).isOneComplaint());
        QCOMPARE(cluster().ask(u"SELECT count(*) FROM pg_namespace WHERE nspname = 'huying'"_s), u"0"_s);
    }

    void aChangedEventIsFound()
    {
        QVERIFY(_place->simulate(path(u"one"_s), 20));
        QCOMPARE(ctl({ u"move"_s, u"--from"_s, path(u"one"_s), u"--to"_s, cluster().url() }).status, 0);
        cluster().ask(u"UPDATE huying.event SET decided_on = decided_on + 1 WHERE position = 9"_s);
        const Ran checked = ctl({ u"check"_s, u"--ledger"_s, cluster().url() });
        QCOMPARE(checked.status, 1);
        QVERIFY2(checked.complaint.contains(u" 9 "), qPrintable(checked.complaint));
    }

    void aMissingEventIsFound()
    {
        QVERIFY(_place->simulate(path(u"one"_s), 20));
        QCOMPARE(ctl({ u"move"_s, u"--from"_s, path(u"one"_s), u"--to"_s, cluster().url() }).status, 0);
        cluster().ask(u"DELETE FROM huying.event WHERE position = 9"_s);
        QCOMPARE(ctl({ u"check"_s, u"--ledger"_s, cluster().url() }).status, 1);
    }

    void eventsAreImportedAndTicketsShown()
    {
        QVERIFY(_place->simulate(path(u"one"_s), 20));
        const QByteArray before = exported(path(u"one"_s), u"before"_s);
        const Ran imported = ctl({ u"import"_s, u"--events"_s, path(u"before"_s), u"--ledger"_s, cluster().url() });
        QVERIFY2(imported.status == 0, qPrintable(imported.complaint));
        QVERIFY(exported(cluster().url(), u"after"_s) == before);
        QVERIFY(
            ctl({ u"import"_s, u"--events"_s, path(u"before"_s), u"--ledger"_s, cluster().url() }).isOneComplaint());
        const auto entries = log();
        const auto report =
            std::ranges::find(entries, "reported", [](const Entry &entry) { return entry.record.kind; });
        const QString number =
            QJsonDocument::fromJson(QByteArray::fromStdString(report->record.content)).object()[u"number"_s].toString();
        const Ran shown = ctl({ u"show"_s, u"--ledger"_s, cluster().url(), number });
        QVERIFY2(shown.status == 0 && shown.answer.contains(number), qPrintable(shown.complaint));
    }

    void aSimulatedCountyGoesOnInADatabase()
    {
        const Ran made = ctl({ u"simulate"_s, u"--ledger"_s, cluster().url(), u"--tickets"_s, u"50"_s, u"--from"_s,
            u"2026-11-01"_s, u"--to"_s, u"2026-11-20"_s });
        QVERIFY2(made.status == 0, qPrintable(made.complaint));
        const std::size_t before = log().size();
        const ServedCounty county(*_place, cluster().url());
        QVERIFY(county.isServing());
        Desk desk(county);
        const auto live =
            _place->start(u"huyingctl"_s, { u"simulate"_s, u"--ledger"_s, cluster().url(), u"--live"_s, u"3000"_s });
        QTRY_VERIFY_WITH_TIMEOUT(desk.journal.entries.size() > before + 20, 60'000);
        live->terminate();
        ended(*live);
    }

    void twoBackendsHaveOneLog()
    {
        const ServedCounty one(*_place, cluster().url());
        const ServedCounty other(*_place, cluster().url());
        QVERIFY(one.isServing() && other.isServing());
        Desk here(one);
        Desk there(other);
        const auto first = wholeStory(1);
        const auto second = wholeStory(101);
        for (std::size_t i = 0; i < first.size(); ++i) {
            here.propose(first[i]);
            there.propose(second[i]);
        }
        const auto notices = log().size();
        const auto all = [&] { return log().size(); };
        QTRY_VERIFY_WITH_TIMEOUT(here.outbox.waiting.empty() && there.outbox.waiting.empty(), 30'000);
        QVERIFY(all() >= notices);
        for (const Desk *const desk : { &here, &there }) {
            QCOMPARE(desk->outbox.answers.size(), first.size());
            for (const Outcome &outcome : desk->outbox.answers) {
                QVERIFY(outcome.isAccepted());
            }
            QTRY_COMPARE_WITH_TIMEOUT(desk->journal.entries.size(), all(), 10'000);
            QCOMPARE(desk->journal.entries, log());
        }
    }

    void aDatabaseThatComesBackLosesAndDoublesNothing()
    {
        const ServedCounty one(*_place, cluster().url());
        const ServedCounty other(*_place, cluster().url());
        Desk here(one);
        Desk there(other);
        QTRY_VERIFY_WITH_TIMEOUT(!there.journal.entries.empty(), 30'000);
        QVERIFY(cluster().crash());
        QCOMPARE(post(one.url() + u"/v1/proposals"_s, {},
                     QByteArray::fromStdString(lineOf(wholeStory(1)[0].records[0])) + "\n\n")
                     .status,
            503);
        for (const Proposal &proposal : wholeStory(101)) {
            here.propose(proposal);
        }
        QCOMPARE(get(one.url() + u"/v1/greeting"_s, {}).status, 200);
        QVERIFY(cluster().start());
        QTRY_VERIFY_WITH_TIMEOUT(here.outbox.waiting.empty(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(there.journal.entries.size(), log().size(), 30'000);
        QCOMPARE(there.journal.entries, log());
        for (const Proposal &proposal : wholeStory(101)) {
            QCOMPARE(std::ranges::count(there.journal.entries, proposal.records[0].id,
                         [](const Entry &entry) { return entry.record.id; }),
                1);
        }
    }

    void whoSignsInAtOneBackendIsInAtTheOther()
    {
        QCOMPARE(addAccount(cluster().url(), u"wang"_s).status, 0);
        QVERIFY(addAccount(cluster().url(), u"wang"_s).isOneComplaint());
        const auto [one, first] = serve();
        const auto [other, second] = serve();
        const QByteArray token = tokenFrom(first);
        QCOMPARE(token.size(), 64);
        QCOMPARE(get(second + u"/v1/me"_s, token).object[u"account"_s][u"name"_s].toString(), u"wang"_s);
        QCOMPARE(get(second + u"/v1/me"_s, "0123").status, 401);

        // while the database is away who was there goes on reading, and nobody comes in
        QVERIFY(cluster().crash());
        QCOMPARE(get(second + u"/v1/events?after=0"_s, token).status, 200);
        QCOMPARE(get(first + u"/v1/me"_s, token).status, 503);
        QCOMPARE(post(first + u"/v1/sign-in"_s, {}, R"({"name":"wang","password":"right password"})").status, 503);
        QVERIFY(cluster().start());
        QTRY_COMPARE_WITH_TIMEOUT(get(first + u"/v1/me"_s, token).status, 200, 20'000);

        QCOMPARE(ctl({ u"account"_s, u"disable"_s, u"--ledger"_s, cluster().url(), u"--name"_s, u"wang"_s }).status, 0);
        QTRY_COMPARE_WITH_TIMEOUT(get(second + u"/v1/me"_s, token).status, 401, 20'000);
        QCOMPARE(get(first + u"/v1/me"_s, token).status, 401);
        QVERIFY(tokenFrom(first).isEmpty());
        for (QProcess *const process : { one.get(), other.get() }) {
            process->terminate();
            QCOMPARE(ended(*process).status, 0);
        }
    }

    void aPasswordIsNeverTold()
    {
        const QString away = u"postgresql://u:geheim@127.0.0.1:1/huying"_s;
        const QString mistaken = u"postgresql://u:ge@heim@127.0.0.1/huying"_s;
        for (const QString &url : { away, mistaken }) {
            for (const Ran &ran : { _place->run(u"huying-backend"_s, { u"--ledger"_s, url, u"--port"_s, u"0"_s }),
                     ctl({ u"check"_s, u"--ledger"_s, url }),
                     ctl({ u"move"_s, u"--from"_s, url, u"--to"_s, path(u"x"_s) }),
                     ctl({ u"account"_s, u"list"_s, u"--ledger"_s, url, u"--json"_s }) }) {
                QVERIFY(ran.status == 1 || ran.status == 2);
                QVERIFY2(!(ran.answer + ran.complaint).contains(u"heim"), qPrintable(ran.complaint));
            }
        }
        const auto process = _place->start(u"huying-backend"_s,
            { u"--ledger"_s, cluster().url().replace(u"huying@"_s, u"huying:geheim@"_s), u"--port"_s, u"0"_s,
                u"--open"_s, u"--language"_s, u"en"_s });
        QVERIFY(process->waitForReadyRead(60'000));
        process->terminate();
        const Ran ran = ended(*process);
        QVERIFY(ran.answer.contains(u"serving"_s));
        QVERIFY(!(ran.answer + ran.complaint).contains(u"geheim"));
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
