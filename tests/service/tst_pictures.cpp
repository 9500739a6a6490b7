#include "FakeLog.h"

#include <attachments/BlobFolder.h>
#include <drawn/Drawn.h>
#include <support/Sentences.h>

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// A log of which a ticket is out of sight of all that do not see the whole county.
struct SightedLog : FakeLog {
    std::expected<std::vector<Entry>, Failure> trailsOf(
        std::span<const TicketId> tickets, const Audience &audience) override
    {
        if (!audience.isWholeCounty() && std::ranges::contains(tickets, hidden)) {
            return std::vector<Entry> {};
        }
        return FakeLog::trailsOf(tickets, audience);
    }
    TicketId hidden;
};

/// Everybody is in this role.
struct RoleDoor : OpenDoor {
    std::expected<Account, Failure> whose(std::string_view token, Instant) override
    {
        if (token != "token") {
            return failure(FailureKind::SignedOut, QStringLiteral("nobody"));
        }
        return Account { .name = "a", .displayName = "a", .person = { "a" }, .role = role, .unit = {}, .region = {} };
    }
    Role role = Role::Dispatcher;
};

} // namespace

/// Pictures over real sockets.
class TestPictures : public Sentences
{
    Q_OBJECT

    struct Told {
        int status = 0;
        QByteArray body;
        QByteArray offset;
        QByteArray complete;
        QByteArray type;
    };

    std::unique_ptr<QTemporaryDir> _folder;
    RoleDoor _door;
    std::unique_ptr<SightedLog> _log;
    std::unique_ptr<Service> _service;
    quint16 _port = 0;
    QByteArray _bytes = drawn(300, 200, 1);

    BlobFolder::Limits _limits;

    BlobFolder folder() const { return *BlobFolder::at(_folder->path().toStdString(), _limits); }

    void serve(bool withPictures = true)
    {
        _service = std::make_unique<Service>(Identity { .county = "130529", .name = "test" }, *_log, *_log, _door,
            ServiceLimits {}, clockNow, withPictures ? std::optional(folder()) : std::nullopt);
        const auto port = _service->listen("127.0.0.1", 0, Service::Reach::ThisMachine);
        QVERIFY(port);
        _port = *port;
    }

    /// A ticket that names the picture.
    TicketId report(const Attachment &attachment, const char *person = "b")
    {
        TicketEvent event;
        event.id = uuid7(clockNow(), { std::uint8_t(_reports), 1 });
        ++_reports;
        event.ticket = event.id;
        event.at = clockNow();
        event.author.person.text = person;
        Reported reported;
        reported.number = "1";
        reported.title = "路灯不亮";
        reported.attachments = { attachment };
        event.content = reported;
        static_cast<void>(_log->append(std::array { Proposal { { recordOf(event, {}) } } }));
        return event.ticket;
    }
    int _reports = 0;

    Told ask(const QByteArray &method, const std::string &digest, const TicketId &ticket, const QByteArray &body = {},
        const QList<std::pair<QByteArray, QByteArray>> &headers = {}) const
    {
        QNetworkAccessManager network;
        network.setProxy(QNetworkProxy::NoProxy);
        QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/v1/attachments/%2?ticket=%3")
                .arg(_port)
                .arg(QString::fromStdString(digest), QString::fromStdString(toText(ticket)))));
        request.setRawHeader("Authorization", "Bearer token");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/partial-upload"));
        for (const auto &[name, value] : headers) {
            request.setRawHeader(name, value);
        }
        const std::unique_ptr<QNetworkReply> reply(
            method == "HEAD" ? network.head(request) : network.sendCustomRequest(request, method, body));
        QEventLoop waiting;
        connect(reply.get(), &QNetworkReply::finished, &waiting, &QEventLoop::quit);
        waiting.exec();
        return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeader("Upload-Offset"), reply->rawHeader("Upload-Complete"), reply->rawHeader("Content-Type") };
    }
    Told piece(const TicketId &ticket, const Attachment &attachment, qsizetype offset, const QByteArray &bytes) const
    {
        return ask("PATCH", attachment.sha256, ticket, bytes, { { "Upload-Offset", QByteArray::number(offset) } });
    }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
        _door.role = Role::Dispatcher;
        _limits = {};
        _log = std::make_unique<SightedLog>();
        serve();
    }
    void cleanup() { _service->stop(); }

    void itGoesUpInPiecesAndComesDown()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        Told told = ask("HEAD", attachment.sha256, ticket);
        QCOMPARE(told.status, 204);
        QCOMPARE(told.offset, "0");
        QCOMPARE(told.complete, "?0");
        QCOMPARE(ask("GET", attachment.sha256, ticket).status, 404);
        told = piece(ticket, attachment, 0, _bytes.first(5'000));
        QCOMPARE(told.status, 204);
        QCOMPARE(told.offset, "5000");
        told = piece(ticket, attachment, 5'000, _bytes.sliced(5'000));
        QCOMPARE(told.complete, "?1");
        told = ask("GET", attachment.sha256, ticket);
        QCOMPARE(told.status, 200);
        QCOMPARE(told.type, "image/jpeg");
        QCOMPARE(told.body, _bytes);
    }

    void itGoesOnAfterTheBackendWasAway()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QCOMPARE(piece(ticket, attachment, 0, _bytes.first(5'000)).status, 204);
        _service->stop();
        serve();
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "5000");
        const Told wrong = piece(ticket, attachment, 0, _bytes.first(5'000));
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.offset, "5000");
        QCOMPARE(piece(ticket, attachment, 5'000, _bytes.sliced(5'000)).complete, "?1");
    }

    void aPieceThatIsCutInTheMiddleCountsNothing()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), _port);
        QVERIFY(socket.waitForConnected());
        socket.write("PATCH /v1/attachments/" + QByteArray::fromStdString(attachment.sha256)
            + "?ticket=" + QByteArray::fromStdString(toText(ticket))
            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token\r\nUpload-Offset: 0\r\nContent-Length: 9000\r\n\r\n"
            + _bytes.first(4'000));
        QVERIFY(socket.waitForBytesWritten());
        socket.abort();
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "0");
        QCOMPARE(piece(ticket, attachment, 0, _bytes).complete, "?1");
    }

    void theRestComesToWhoHasTheBeginning()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QVERIFY(folder().put(attachment, viewOf(_bytes)));
        const QByteArray tag = '"' + QByteArray::fromStdString(attachment.sha256) + '"';
        const Told rest =
            ask("GET", attachment.sha256, ticket, {}, { { "Range", "bytes=1000-" }, { "If-Range", tag } });
        QCOMPARE(rest.status, 206);
        QCOMPARE(rest.body, _bytes.sliced(1000));
        const Told other =
            ask("GET", attachment.sha256, ticket, {}, { { "Range", "bytes=1000-" }, { "If-Range", "\"x\"" } });
        QCOMPARE(other.status, 200);
        QCOMPARE(other.body, _bytes);
    }

    void anotherDigestIsNotKept()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QByteArray wrong = _bytes;
        wrong[wrong.size() / 2] = char(wrong[wrong.size() / 2] + 1);
        const Told told = piece(ticket, attachment, 0, wrong);
        QCOMPARE(told.status, 400);
        QVERIFY(told.body.contains("damaged"));
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "0");
        QCOMPARE(ask("GET", attachment.sha256, ticket).status, 404);
    }

    void whatIsLongerThanNamedIsNotTaken()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        const Told told = piece(ticket, attachment, 0, _bytes + "x");
        QCOMPARE(told.status, 413);
        QVERIFY(told.body.contains("refused"));
    }

    void aFullDiskIsSaidAndTheUploadGoesOnWhenThereIsRoom()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        const QString part =
            _folder->filePath(QStringLiteral("unfinished/%1")).arg(QLatin1StringView(attachment.sha256));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), part)); // takes no byte, as a disk without room
        const Told told = piece(ticket, attachment, 0, _bytes.first(5'000));
        QCOMPARE(told.status, 507);
        QVERIFY2(told.body.contains("\"full\"") && told.body.contains("no room"), told.body.constData());
        QVERIFY(!told.body.contains(_folder->path().toUtf8()));
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "0");
        QVERIFY(QFile::remove(part));
        QCOMPARE(piece(ticket, attachment, 0, _bytes.first(5'000)).offset, "5000");
        QCOMPARE(piece(ticket, attachment, 5'000, _bytes.sliced(5'000)).complete, "?1");
    }

    void tooMuchThatIsUnfinishedIsNoRoomEither()
    {
        _service->stop();
        _limits = { .unfinishedBytes = 6'000 };
        serve();
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QCOMPARE(piece(ticket, attachment, 0, _bytes.first(5'000)).offset, "5000");
        const Told told = piece(ticket, attachment, 5'000, _bytes.sliced(5'000, 5'000));
        QCOMPARE(told.status, 507);
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "5000");
    }

    void onlyWhatATicketInSightNamesIsTakenOrGiven()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QVERIFY(folder().put(attachment, viewOf(_bytes)));
        const TicketId other = report(named(drawn(20, 20, 3)));
        for (const QByteArray &method : { QByteArray("GET"), QByteArray("HEAD"), QByteArray("PATCH") }) {
            QCOMPARE(ask(method, attachment.sha256, other).status, 404);
            QCOMPARE(ask(method, "no-digest", ticket).status, 400);
        }
        QCOMPARE(ask("GET", attachment.sha256, ticket).status, 200);
        _log->hidden = ticket;
        _door.role = Role::Unit;
        QCOMPARE(ask("GET", attachment.sha256, ticket).status, 404);
        QCOMPARE(ask("PATCH", attachment.sha256, ticket).status, 404);
    }

    /// The unit gave the ticket back, say, while its photo was on the way.
    void whoNamedItSendsItAlsoWhenTheTicketIsOutOfSight()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment, "a");
        const TicketId others = report(attachment, "b");
        _door.role = Role::Unit;
        _log->hidden = others;
        QCOMPARE(piece(others, attachment, 0, _bytes).status, 404);
        _log->hidden = ticket;
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).offset, "0");
        QCOMPARE(piece(ticket, attachment, 0, _bytes).complete, "?1");
        QCOMPARE(ask("GET", attachment.sha256, ticket).status, 404);
    }

    void aWallAndAMachineSeeNone()
    {
        const Attachment attachment = named(_bytes);
        const TicketId ticket = report(attachment);
        QVERIFY(folder().put(attachment, viewOf(_bytes)));
        for (const Role role : { Role::Wall, Role::Machine }) {
            _door.role = role;
            QCOMPARE(ask("GET", attachment.sha256, ticket).status, 400);
        }
        QCOMPARE(ask("HEAD", attachment.sha256, ticket).complete, "?1");
        _door.role = Role::Wall;
        QCOMPARE(piece(ticket, attachment, 0, _bytes).status, 400);
    }

    void aBackendWithoutAFolderSaysSo()
    {
        _service->stop();
        serve(false);
        const Attachment attachment = named(_bytes);
        QCOMPARE(piece(report(attachment), attachment, 0, _bytes).status, 503);
    }

    void anotherMethodIsNotKnown()
    {
        const Attachment attachment = named(_bytes);
        QCOMPARE(ask("DELETE", attachment.sha256, report(attachment)).status, 405);
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
