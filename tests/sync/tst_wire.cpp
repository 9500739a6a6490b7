#include <support/Sentences.h>
#include <sync/Wire.h>

using namespace huying;

class TestWire : public Sentences
{
    Q_OBJECT
private slots:
    void aGreetingComesBackAsItWas();
    void outcomesComeBackAsTheyWere();
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
        .now = Instant { std::chrono::milliseconds { 1'700'000'000'123 } } };
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
