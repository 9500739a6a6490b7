#include "FakeLog.h"

#include <client/BackendLine.h>
#include <ports/SteadyPort.h>
#include <proxy/CuttingProxy.h>
#include <support/Sentences.h>

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace huying;
using namespace huying::testing;

namespace
{

OpenDoor &openDoor()
{
    static OpenDoor door;
    return door;
}

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

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
    std::expected<void, Failure> answered(std::span<const Proposal> proposals, std::span<const Outcome>) override
    {
        waiting.erase(waiting.begin(), waiting.begin() + std::ptrdiff_t(proposals.size()));
        return {};
    }
    std::vector<Proposal> waiting;
};

QUrl urlOf(quint16 port)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
}

} // namespace

/// The desk's line against a real service on loopback.
class TestLine : public Sentences
{
    Q_OBJECT
private slots:
    void whatOneDeskSaysTheOtherHears();
    void theLineComesBackAfterTheBackendDoes();
    void aBackendThatAnswersNonsenseIsToldInWords();
    void aDeskThatIsFarBehindCatchesUp();
    void anAnswerThatComesByteByByteIsNone();
    void overASlowLineEntriesAreAskedForInSmallerPages();

private:
    static std::unique_ptr<Service> serve(FakeLog &log, std::uint16_t &port)
    {
        auto service = std::make_unique<Service>(
            Identity { "130529", "巨鹿县" }, log, log, openDoor(), ServiceLimits {}, clockNow);
        log.published = [raw = service.get()](std::vector<Entry> entries) { raw->published(std::move(entries)); };
        port = service->listen("127.0.0.1", port).value(); // the same one again after a restart
        return service;
    }
    static void fill(FakeLog &log, int notes)
    {
        std::vector<Proposal> many;
        many.reserve(std::size_t(notes));
        for (int i = 0; i < notes; ++i) {
            many.push_back(note(i));
        }
        log.append(many).value();
    }
    static LineSettings impatient()
    {
        LineSettings settings;
        settings.session.firstRetry = std::chrono::milliseconds { 50 };
        settings.session.longestRetry = std::chrono::milliseconds { 200 };
        return settings;
    }
};

void TestLine::whatOneDeskSaysTheOtherHears()
{
    FakeLog log;
    std::uint16_t port = 0;
    const auto service = serve(log, port);
    MemoryJournal here;
    MemoryJournal there;
    MemoryOutbox outbox;
    MemoryOutbox empty;
    BackendLine one(urlOf(port), here, outbox, clockNow);
    BackendLine other(urlOf(port), there, empty, clockNow);
    one.start();
    other.start();
    QTRY_COMPARE(int(other.state().line), int(Line::Live));
    QTRY_COMPARE(int(one.state().line), int(Line::Live));
    outbox.waiting.push_back(note(1));
    one.outboxGrew();
    QTRY_COMPARE_WITH_TIMEOUT(there.entries.size(), std::size_t(1), 10'000);
    QTRY_VERIFY(outbox.waiting.empty());
    QCOMPARE(there.entries.front().record, note(1).records.front());
}

void TestLine::theLineComesBackAfterTheBackendDoes()
{
    FakeLog log;
    std::uint16_t port = steadyPort();
    auto service = serve(log, port);
    MemoryJournal journal;
    MemoryOutbox outbox;
    const LineSettings settings = impatient();
    BackendLine line(urlOf(port), journal, outbox, clockNow, settings);
    line.start();
    QTRY_COMPARE(int(line.state().line), int(Line::Live));
    service.reset();
    QTRY_COMPARE(int(line.state().line), int(Line::Away));
    outbox.waiting.push_back(note(1));
    service = serve(log, port);
    QTRY_COMPARE_WITH_TIMEOUT(journal.entries.size(), std::size_t(1), 10'000);
    QTRY_VERIFY(outbox.waiting.empty());
}

void TestLine::aBackendThatAnswersNonsenseIsToldInWords()
{
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    connect(&stranger, &QTcpServer::newConnection, &stranger, [&stranger] {
        QTcpSocket *socket = stranger.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\n<html>hello</html>\r\n");
            socket->disconnectFromHost();
        });
    });
    MemoryJournal journal;
    MemoryOutbox outbox;
    BackendLine line(urlOf(stranger.serverPort()), journal, outbox, clockNow);
    line.start();
    QTRY_VERIFY(line.state().trouble.has_value());
    QCOMPARE(int(line.state().trouble->kind), int(FailureKind::Invalid));
    QCOMPARE(int(line.state().line), int(Line::Away));
}

void TestLine::aDeskThatIsFarBehindCatchesUp()
{
    FakeLog log;
    fill(log, 12'000);
    std::uint16_t port = 0;
    const auto service = serve(log, port);
    MemoryJournal journal;
    MemoryOutbox outbox;
    BackendLine line(urlOf(port), journal, outbox, clockNow);
    line.start();
    QTRY_COMPARE_WITH_TIMEOUT(journal.entries.size(), std::size_t(12'000), 20'000);
    QCOMPARE(journal.entries.back().position, Position(12'000));
    QTRY_COMPARE(int(line.state().line), int(Line::Live));
}

/// Bytes come all the time, so that it never stalls, and it would take minutes.
void TestLine::anAnswerThatComesByteByByteIsNone()
{
    FakeLog log;
    std::uint16_t port = 0;
    const auto service = serve(log, port);
    CuttingProxy proxy(port);
    proxy.slowDown(1);
    MemoryJournal journal;
    MemoryOutbox outbox;
    LineSettings settings = impatient();
    settings.wholeAnswerTime = std::chrono::milliseconds { 400 };
    BackendLine line(urlOf(proxy.port()), journal, outbox, clockNow, settings);
    line.start();
    QTRY_VERIFY_WITH_TIMEOUT(line.state().trouble.has_value(), 20'000);
    QCOMPARE(int(line.state().trouble->kind), int(FailureKind::Unreachable));
    QCOMPARE(int(line.state().line), int(Line::Away));
    proxy.slowDown(0);
    proxy.breakAll();
    QTRY_COMPARE_WITH_TIMEOUT(int(line.state().line), int(Line::Live), 20'000);
}

void TestLine::overASlowLineEntriesAreAskedForInSmallerPages()
{
    FakeLog log;
    fill(log, 3'000);
    std::uint16_t port = 0;
    const auto service = serve(log, port);
    CuttingProxy proxy(port);
    proxy.slowDown(4'000);
    MemoryJournal journal;
    MemoryOutbox outbox;
    LineSettings settings = impatient();
    settings.wholeAnswerTime = std::chrono::milliseconds { 800 };
    BackendLine line(urlOf(proxy.port()), journal, outbox, clockNow, settings);
    line.start();
    QTRY_COMPARE_WITH_TIMEOUT(journal.entries.size(), std::size_t(3'000), 60'000);
    QVERIFY(std::ranges::any_of(proxy.requests(), [](const QByteArray &each) {
        return each.startsWith("GET /v1/events?after=0&limit=") && !each.contains("&limit=2000");
    }));
}

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"
