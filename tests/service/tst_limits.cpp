#include "FakeLog.h"

#include <support/Sentences.h>
#include <sync/Wire.h>

#include <QElapsedTimer>
#include <QTcpSocket>

using namespace huying;
using namespace huying::testing;

/// What one hostile caller may cost: each limit is met with a real socket.
class TestLimits : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aGreetingIsGiven();
    void anEndlessHeaderIsRefused();
    void aBodyOverTheLimitIsRefusedBeforeItIsSent();
    void anEndlessChunkedBodyIsRefused();
    void aSlowSenderIsCutOff();
    void oneConnectionTooManyIsClosed();
    void nonsenseIsNoRequest();
    void badProposalsAreRefusedInWords_data();
    void badProposalsAreRefusedInWords();
    void anAddressInUseIsSaid();
    void onlyLoopbackIsListenedOn();

private:
    QByteArray ask(const QByteArray &request, int milliseconds = 5000) const;
    QByteArray post(const QByteArray &body) const;

    FakeLog _log;
    OpenDoor _door;
    std::unique_ptr<Service> _service;
    quint16 _port = 0;
};

void TestLimits::initTestCase()
{
    ServiceLimits limits;
    limits.headerBytes = 8 * 1024;
    limits.bodyBytes = 64 * 1024;
    limits.requestTime = std::chrono::milliseconds { 3'000 };
    limits.connections = 20;
    _service = std::make_unique<Service>(Identity { "130529", "巨鹿县" }, _log, _log, _door, limits,
        [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); });
    _port = _service->listen("127.0.0.1", 0).value();
}

/// Everything that comes back until the other side closes, or the time is over.
QByteArray TestLimits::ask(const QByteArray &request, int milliseconds) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), _port);
    if (!socket.waitForConnected(2000)) {
        return "not connected";
    }
    socket.write(request);
    QByteArray answer;
    QElapsedTimer timer;
    timer.start();
    while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < milliseconds) {
        socket.waitForReadyRead(100);
        answer += socket.readAll();
        if (answer.contains("\r\n\r\n") && request.startsWith("GET")) {
            break;
        }
    }
    return answer + socket.readAll();
}

QByteArray TestLimits::post(const QByteArray &body) const
{
    return ask("POST /v1/proposals HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void TestLimits::aGreetingIsGiven()
{
    const QByteArray answer = ask("GET /v1/greeting HTTP/1.1\r\nHost: here\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    QVERIFY(answer.contains("巨鹿县"));
}

void TestLimits::anEndlessHeaderIsRefused()
{
    const QByteArray answer = ask("POST /v1/greeting HTTP/1.1\r\nHost: here\r\nX-Long: " + QByteArray(200'000, 'a'));
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 431"), answer.left(80).constData());
}

void TestLimits::aBodyOverTheLimitIsRefusedBeforeItIsSent()
{
    const QByteArray answer = ask("POST /v1/proposals HTTP/1.1\r\nHost: here\r\nContent-Length: 900000000000\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 413"), answer.left(80).constData());
}

void TestLimits::anEndlessChunkedBodyIsRefused()
{
    QByteArray request = "POST /v1/proposals HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 40; ++i) {
        request += "1000\r\n" + QByteArray(0x1000, 'x') + "\r\n";
    }
    const QByteArray answer = ask(request);
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"), answer.left(80).constData());
}

void TestLimits::aSlowSenderIsCutOff()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), _port);
    QVERIFY(socket.waitForConnected(2000));
    QElapsedTimer timer;
    timer.start();
    while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < 20'000) {
        socket.write("P");
        socket.waitForReadyRead(50);
    }
    QCOMPARE(int(socket.state()), int(QAbstractSocket::UnconnectedState));
}

void TestLimits::oneConnectionTooManyIsClosed()
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 30; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), _port);
        QVERIFY(sockets.back()->waitForConnected(2000));
    }
    QTRY_VERIFY(std::ranges::count_if(sockets, [](const auto &socket) {
        return socket->state() == QAbstractSocket::UnconnectedState;
    }) >= 10);
    sockets.clear();
    QTRY_VERIFY(ask("GET /v1/greeting HTTP/1.1\r\nHost: here\r\n\r\n").startsWith("HTTP/1.1 200"));
}

void TestLimits::nonsenseIsNoRequest()
{
    const QByteArray answer = ask(QByteArray::fromHex("160301020001fffefd00") + "\r\n\r\n");
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"), answer.left(80).constData());
}

void TestLimits::badProposalsAreRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("bad UTF-8") << QByteArray("{\"id\":\"\xff\xfe\"}\n");
    QTest::newRow("deep nesting") << QByteArray(60'000, '[');
    QTest::newRow("another object") << QByteArray("{\"a\":1}\n");
    QTest::newRow("NUL bytes") << QByteArray(100, '\0');
}

void TestLimits::badProposalsAreRefusedInWords()
{
    QFETCH(QByteArray, body);
    const QByteArray answer = post(body);
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.left(200).constData());
    QVERIFY(answer.contains("\"kind\":\"invalid\""));
}

void TestLimits::anAddressInUseIsSaid()
{
    FakeLog log;
    Service second({ "130529", {} }, log, log, _door, {}, [] { return Instant {}; });
    const auto port = second.listen("127.0.0.1", _port);
    QVERIFY(!port);
    QCOMPARE(int(port.error().kind), int(FailureKind::Busy));
}

void TestLimits::onlyLoopbackIsListenedOn()
{
    FakeLog log;
    Service open({ "130529", {} }, log, log, _door, {}, [] { return Instant {}; });
    QCOMPARE(int(open.listen("0.0.0.0", 0).error().kind), int(FailureKind::Refused));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
