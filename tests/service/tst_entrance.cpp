#include "FakeLog.h"

#include <client/BackendLine.h>
#include <client/SignIn.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>

using namespace huying;
using namespace huying::testing;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

struct NoJournal : Journal {
    std::expected<Position, Failure> position() const override { return 0; }
    std::expected<std::vector<TicketId>, Failure> missingFor(const Page &) const override
    {
        return std::vector<TicketId> {};
    }
    std::expected<void, Failure> store(const Page &, std::span<const Entry>) override { return {}; }
};

struct NoOutbox : Outbox {
    std::expected<std::vector<Proposal>, Failure> unanswered(int) const override { return std::vector<Proposal> {}; }
    std::expected<void, Failure> answered(std::span<const Proposal>, std::span<const Outcome>) override { return {}; }
};

/// A desk's line that keeps what it is told of others.
struct Listening {
    Listening(const QUrl &backend, const std::string &token) : line(backend, journal, outbox, clockNow, settings(token))
    {
        QObject::connect(&line, &BackendLine::othersChanged, &line, [this](const std::vector<Presence> &told) {
            for (const Presence &each : told) {
                each.isGone ? static_cast<void>(others.erase(each.who))
                            : static_cast<void>(others.insert_or_assign(each.who, each));
            }
        });
        line.start();
    }
    static LineSettings settings(const std::string &token)
    {
        LineSettings made;
        made.token = QByteArray::fromStdString(token);
        made.session.firstRetry = std::chrono::milliseconds { 20 };
        made.session.longestRetry = std::chrono::milliseconds { 50 };
        return made;
    }
    bool isLive() const { return line.state().line == Line::Live; }
    bool sees(const TicketId &ticket) const
    {
        return std::ranges::any_of(others, [&](const auto &other) { return other.second.doing.looking == ticket; });
    }

    NoJournal journal;
    NoOutbox outbox;
    std::map<std::int64_t, Presence> others;
    BackendLine line;
};

} // namespace

/// A real service with the accounts of a real file.
class TestEntrance : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { _stands = 0; }
    void everyAddressWantsSomebodySignedIn_data();
    void everyAddressWantsSomebodySignedIn();
    void theRightPasswordGivesATokenThatOpens();
    void aWrongPasswordAndAnUnknownNameAreToldAlike();
    void aTokenSurvivesTheBackend();
    void signingOutEndsTheToken();
    void whoIsSignedOutLosesTheLiveLine();
    void whoLooksAtWhatIsToldAndForgotten();
    void manyWrongPasswordsAreSlowedDown();
    void nonsenseSignsNobodyIn();

private:
    struct Told {
        int status = 0;
        QByteArray body;
        QByteArray retryAfter;
    };
    void serve();
    Instant now() const
    {
        const Instant::duration stands { _stands.load() };
        return stands.count() ? Instant(stands) : clockNow();
    }
    Told ask(const char *method, const QString &path, const std::string &token = {}, const QByteArray &body = {});
    std::expected<SignedIn, Failure> signedIn(const char *name, const char *password);
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(_port)); }

    QTemporaryDir _folder;
    std::atomic<std::int64_t> _stands = 0; ///< what the service's clock says; 0 where it goes
    FakeLog _log;
    std::unique_ptr<AccountDoor> _door;
    std::unique_ptr<Service> _service;
    quint16 _port = 0;
};

void TestEntrance::initTestCase()
{
    const auto file = _folder.filePath(QStringLiteral("ledger")).toStdString();
    auto database = Database::open(file, Opening::Create);
    QVERIFY(prepareSchema(*database, FileKind::Ledger));
    auto accounts = AccountStore::open(file);
    for (const auto &[name, role] : { std::pair("wang", Role::Dispatcher), { "li", Role::Leader } }) {
        QVERIFY(accounts->add(
            { .name = name, .displayName = name, .person = { name }, .role = role, .unit = {}, .region = {} },
            "right password"));
    }
    serve();
}

void TestEntrance::serve()
{
    _service.reset();
    _door = AccountDoor::of(_folder.filePath(QStringLiteral("ledger")).toStdString()).value();
    ServiceLimits limits;
    limits.pulse = std::chrono::milliseconds { 50 };
    _service = std::make_unique<Service>(
        Identity { "130529", "巨鹿县" }, _log, _log, *_door, limits, [this] { return now(); });
    _port = _service->listen("127.0.0.1", 0).value();
}

TestEntrance::Told TestEntrance::ask(
    const char *method, const QString &path, const std::string &token, const QByteArray &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(url().toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    if (!token.empty()) {
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(token));
    }
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(20'000);
    return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
        reply->rawHeader("Retry-After") };
}

std::expected<SignedIn, Failure> TestEntrance::signedIn(const char *name, const char *password)
{
    SignIn signIn(url());
    std::optional<std::expected<SignedIn, Failure>> told;
    signIn.in({ .name = name, .password = password },
        [&](std::expected<SignedIn, Failure> answer) { told = std::move(answer); });
    if (!QTest::qWaitFor([&] { return told.has_value(); }, 20'000)) {
        return failure(FailureKind::Unreachable, QStringLiteral("no answer"));
    }
    return *told;
}

void TestEntrance::everyAddressWantsSomebodySignedIn_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    for (const auto &[method, path] : { std::pair("GET", "/v1/greeting"), { "GET", "/v1/me" },
             { "POST", "/v1/sign-out" }, { "GET", "/v1/events?after=0" }, { "POST", "/v1/trails" },
             { "GET", "/v1/snapshot" }, { "POST", "/v1/proposals" }, { "GET", "/v1/anything" } }) {
        QTest::newRow(path) << QByteArray(method) << QString::fromLatin1(path);
    }
}

void TestEntrance::everyAddressWantsSomebodySignedIn()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    for (const std::string &token : { std::string(), std::string("0123"), std::string(64, 'a') }) {
        const Told told = ask(method.constData(), path, token);
        QCOMPARE(told.status, 401);
        QVERIFY(told.body.contains("\"kind\":\"signed-out\""));
    }
}

void TestEntrance::theRightPasswordGivesATokenThatOpens()
{
    const auto session = signedIn("li", "right password");
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().text));
    QCOMPARE(session->account.role, Role::Leader);
    const Told me = ask("GET", QStringLiteral("/v1/me"), session->token);
    QCOMPARE(me.status, 200);
    QCOMPARE(accountFrom(me.body.toStdString()).value(), session->account);
    QVERIFY(ask("GET", QStringLiteral("/v1/greeting"), session->token).body.contains("\"audience\":\"county\""));
}

void TestEntrance::aWrongPasswordAndAnUnknownNameAreToldAlike()
{
    const auto wrong = signedIn("wang", "wrong password");
    const auto unknown = signedIn("nobody", "wrong password");
    QCOMPARE(wrong.error().kind, FailureKind::SignedOut);
    QVERIFY(wrong.error() == unknown.error());
}

void TestEntrance::aTokenSurvivesTheBackend()
{
    const auto session = signedIn("wang", "right password");
    serve();
    QCOMPARE(ask("GET", QStringLiteral("/v1/me"), session->token).status, 200);
}

void TestEntrance::signingOutEndsTheToken()
{
    const auto session = signedIn("wang", "right password");
    QCOMPARE(ask("POST", QStringLiteral("/v1/sign-out"), session->token).status, 200);
    QCOMPARE(ask("GET", QStringLiteral("/v1/me"), session->token).status, 401);
}

void TestEntrance::whoIsSignedOutLosesTheLiveLine()
{
    const auto session = signedIn("wang", "right password");
    Listening desk(url(), session->token);
    QTRY_VERIFY(desk.isLive());
    ask("POST", QStringLiteral("/v1/sign-out"), session->token);
    QTRY_VERIFY(desk.line.state().trouble && desk.line.state().trouble->kind == FailureKind::SignedOut);
}

void TestEntrance::whoLooksAtWhatIsToldAndForgotten()
{
    const TicketId ticket = uuid7(clockNow(), { 1 });
    Listening one(url(), signedIn("wang", "right password")->token);
    one.line.tell({ .looking = ticket, .showing = {} });
    QTRY_VERIFY(one.isLive());
    auto other = std::make_unique<Listening>(url(), signedIn("li", "right password")->token);
    QTRY_VERIFY(other->sees(ticket));
    QCOMPARE(other->others.begin()->second.name, std::string("wang"));
    other->line.tell({ .looking = ticket, .showing = {} });
    QTRY_VERIFY(one.sees(ticket));
    one.line.tell({});
    QTRY_VERIFY(!other->sees(ticket));
    other.reset();
    QTRY_VERIFY(one.others.empty());
}

/// The clock stands still: how long one has to wait is counted from the wrong password, and hashing it takes its time.
void TestEntrance::manyWrongPasswordsAreSlowedDown()
{
    _stands = clockNow().time_since_epoch().count();
    serve(); // a wrong password of another test may count for a name that shares its place
    const QByteArray body = R"({"name":"guessed","password":"wrong password"})";
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(ask("POST", QStringLiteral("/v1/sign-in"), {}, body).status, 401);
    }
    const Told told = ask("POST", QStringLiteral("/v1/sign-in"), {}, body);
    QCOMPARE(told.status, 429);
    QCOMPARE(told.retryAfter, QByteArray("1"));
    const auto tryAs = [&](const QByteArray &name) {
        return ask("POST", QStringLiteral("/v1/sign-in"), {}, R"({"name":")" + name + R"(","password":"wrong"})")
            .status;
    };
    // names share places by chance, one in 4,096: not both of two
    QVERIFY(tryAs("another") == 401 || tryAs("a third") == 401);
}

void TestEntrance::nonsenseSignsNobodyIn()
{
    for (const QByteArray &body : { QByteArray(), QByteArray("{}"), QByteArray("[1]"), QByteArray(100'000, 'x'),
             QByteArray("{\"name\":\"\",\"password\":\"\"}"), QByteArray("{\"name\":7}") }) {
        QCOMPARE(ask("POST", QStringLiteral("/v1/sign-in"), {}, body).status, 400);
    }
    QCOMPARE(ask("GET", QStringLiteral("/v1/sign-in")).status, 405);
}

QTEST_GUILESS_MAIN(TestEntrance)
#include "tst_entrance.moc"
