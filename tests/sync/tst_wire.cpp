#include <support/Sentences.h>
#include <sync/Presence.h>
#include <sync/Wire.h>

using namespace huying;

class TestWire : public Sentences
{
    Q_OBJECT
private slots:
    void aGreetingComesBackAsItWas();
    void outcomesComeBackAsTheyWere();
    void stubsTravelAmongTheEntries();
    void whatOthersDoComesBackAsItWas();
    void nonsenseIsAFailure_data();
    void nonsenseIsAFailure();
    void anotherProtocolIsNewer();
};

void TestWire::aGreetingComesBackAsItWas()
{
    const Greeting greeting { .protocol = 1,
        .county = "130529",
        .name = "巨鹿县",
        .head = 42,
        .now = Instant { std::chrono::milliseconds { 1'700'000'000'123 } },
        .audience = "unit U01" };
    QCOMPARE(greetingFrom(textOf(greeting)).value(), greeting);
}

void TestWire::outcomesComeBackAsTheyWere()
{
    const std::vector<Outcome> outcomes {
        { .positions = { 7, 8 }, .refused = {} },
        { .positions = {}, .refused = Failure { FailureKind::Refused, QStringLiteral("“closed”\n") } },
    };
    QCOMPARE(outcomesFrom(textOf(outcomes)).value(), outcomes);
}

void TestWire::stubsTravelAmongTheEntries()
{
    const TicketId ticket = uuid7(Instant { std::chrono::milliseconds { 5 } }, { 1 });
    TimedPage page { .page = {}, .now = Instant { std::chrono::milliseconds { 7 } } };
    page.page.head = 9;
    page.page.stubs = { { .position = 3, .envelope = { 1, 2 }, .ticket = ticket },
        { .position = 5, .envelope = { 3 }, .ticket = {} } };
    page.page.before = { { ticket, 4 } };
    page.page.audience = "township 130529100 T1";
    Entry entry;
    entry.position = 4;
    TicketEvent event;
    event.id = ticket;
    event.ticket = ticket;
    event.content = Noted { "看" };
    entry.record = recordOf(event, {});
    page.page.entries = { entry };
    const std::string text = textOf(page, true);
    QCOMPARE(pageFrom(text).value(), page);
    QCOMPARE(page.page.first(), Position { 3 });
    QCOMPARE(page.page.last(), Position { 5 });
    std::string upper = text;
    upper.replace(upper.find("0102"), 4, "010G");
    QVERIFY(!pageFrom(upper));
    QVERIFY(!pageFrom(text + "{\"position\":5,\"record\":\"" + std::string(64, '0') + "\"}\n"));
}

void TestWire::whatOthersDoComesBackAsItWas()
{
    const Presence here { .who = 3,
        .isGone = false,
        .name = "王某",
        .doing = { .looking = uuid7(Instant { std::chrono::milliseconds { 5 } }, { 1 }), .showing = "热力图" } };
    const Presence gone { .who = 4, .isGone = true, .name = {}, .doing = {} };
    QCOMPARE(presencesFrom(textOf(here) + '\n' + textOf(gone)).value(), (std::vector { here, gone }));
    QCOMPARE(doingFrom(textOf(here.doing)).value(), here.doing);
    QVERIFY(!doingFrom(R"({"looking":"x"})") && !doingFrom("[]"));
    QVERIFY(!doingFrom(R"({"showing":")" + std::string(201, 'x') + R"("})"));
}

void TestWire::nonsenseIsAFailure_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a web page") << QByteArray("<html><body>502</body></html>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another object") << QByteArray("{\"ok\":true}");
    QTest::newRow("a negative head") << QByteArray("{\"head\":-1,\"now\":5}");
    QTest::newRow("a line that is no entry") << QByteArray("{\"head\":1,\"now\":5}\n{\"position\":1}\n");
    QTest::newRow("bad UTF-8") << QByteArray("{\"head\":1,\"now\":5}\n\xff\xfe\n");
    QTest::newRow("deep nesting") << QByteArray("{\"head\":1,\"now\":5}\n") + QByteArray(100'000, '[');
}

void TestWire::nonsenseIsAFailure()
{
    QFETCH(QByteArray, text);
    const std::string_view view(text.constData(), std::size_t(text.size()));
    QVERIFY(!pageFrom(view).has_value());
    QVERIFY(!greetingFrom(view).has_value());
}

void TestWire::anotherProtocolIsNewer()
{
    const auto greeting = greetingFrom(R"({"head":1,"now":5,"protocol":2})");
    QCOMPARE(int(greeting.error().kind), int(FailureKind::Newer));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
