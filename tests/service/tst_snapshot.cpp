#include "FakeLog.h"

#include <client/SnapshotFetch.h>
#include <packing/Packing.h>
#include <proxy/CuttingProxy.h>
#include <support/Sentences.h>

#include <QEventLoop>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

namespace
{

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

QUrl urlOf(quint16 port)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What a new desk starts from: resumed, verified, thrown away when it is not what it should be.
class TestSnapshot : public Sentences
{
    Q_OBJECT

    QTemporaryDir _folder;
    OpenDoor _door;
    std::unique_ptr<FakeLog> _log;
    std::unique_ptr<Service> _service;
    std::unique_ptr<CuttingProxy> _proxy;

    QString file(const char *name) const { return _folder.filePath(QString::fromLatin1(name)); }
    QString target() const { return file("cache.sqlite"); }

    /// Served from now on: so many bytes that hardly become smaller.
    QByteArray serve(int seed, qsizetype size = 3'000'000)
    {
        QByteArray content(size, '\0');
        QRandomGenerator random(static_cast<quint32>(seed));
        for (char &byte : content) {
            byte = char(random.generate());
        }
        QFile plain(file("plain"));
        plain.open(QIODevice::WriteOnly);
        plain.write(content);
        plain.close();
        const QString packed = file("packed-") + QString::number(seed);
        const auto name = pack(plain.fileName(), packed);
        _log->keepSnapshot({ packed.toStdString(), name.value_or(std::string()) });
        return content;
    }

    std::expected<void, Failure> fetch(quint16 port, SnapshotOf of = SnapshotOf::Everything) const
    {
        SnapshotFetch fetch(urlOf(port), {});
        QEventLoop waiting;
        std::optional<std::expected<void, Failure>> fetched;
        fetch.fetch(target(), of, [&](const std::expected<void, Failure> &result) {
            fetched = result;
            waiting.quit();
        });
        if (!fetched) {
            waiting.exec();
        }
        return *fetched;
    }

    /// Fetches over a line that breaks, until a part has come: a reset may throw away all that was not read yet.
    std::expected<void, Failure> breakOff()
    {
        std::expected<void, Failure> result;
        do {
            _proxy->cutAfter(1'000'000);
            result = fetch(_proxy->port());
        } while (!result && QFileInfo(target() + QStringLiteral(".part")).size() < 6'000);
        return result;
    }

private slots:
    void init()
    {
        Sentences::init();
        QFile::remove(target());
        _log = std::make_unique<FakeLog>();
        _service = std::make_unique<Service>(
            Identity { .county = "130529", .name = "test" }, *_log, *_log, _door, ServiceLimits {}, clockNow);
        const auto port = _service->listen("127.0.0.1", 0, Service::Reach::ThisMachine);
        QVERIFY(port);
        _proxy = std::make_unique<CuttingProxy>(*port);
    }
    void cleanup()
    {
        _proxy.reset();
        _service->stop();
        _service.reset();
    }

    void itComesWholeAndLeavesNothingBeside()
    {
        const QByteArray content = serve(1);
        QVERIFY(fetch(_proxy->port()));
        QCOMPARE(bytesOf(target()), content);
        QVERIFY(!QFile::exists(target() + QStringLiteral(".part")));
        QVERIFY(!QFile::exists(target() + QStringLiteral(".part.name")));
    }

    void aBrokenLineGoesOnWhereItStopped()
    {
        const QByteArray content = serve(2);
        const auto broken = breakOff();
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, FailureKind::Unreachable);
        QVERIFY(!QFile::exists(target()));
        const qint64 here = QFileInfo(target() + QStringLiteral(".part")).size();
        QVERIFY(here > 0);

        QVERIFY(fetch(_proxy->port()));
        QVERIFY(_proxy->requests().last().toLower().contains("range: bytes=" + QByteArray::number(here) + '-'));
        QCOMPARE(bytesOf(target()), content);
    }

    void itBreaksTwiceAndIsWholeAllTheSame()
    {
        const QByteArray content = serve(3);
        for (const qint64 bytes : { 700'000, 900'000 }) {
            _proxy->cutAfter(bytes);
            QVERIFY(!fetch(_proxy->port()));
        }
        QVERIFY(fetch(_proxy->port()));
        QCOMPARE(bytesOf(target()), content);
    }

    void aNewerOneMeanwhileIsFetchedFromItsBeginning()
    {
        serve(4);
        QVERIFY(!breakOff());
        const QByteArray newer = serve(5);
        QVERIFY(fetch(_proxy->port()));
        QCOMPARE(bytesOf(target()), newer);
    }

    void aBeginningThatWasDamagedIsThrownAway()
    {
        const QByteArray content = serve(6);
        QVERIFY(!breakOff());
        QFile part(target() + QStringLiteral(".part"));
        QVERIFY(part.open(QIODevice::ReadWrite));
        part.seek(5'000);
        part.write("not what was sent");
        part.close();

        const auto damaged = fetch(_proxy->port());
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().kind, FailureKind::Damaged);
        QVERIFY(!QFile::exists(target()));
        QVERIFY(fetch(_proxy->port()));
        QCOMPARE(bytesOf(target()), content);
    }

    void whatIsNoPackedFileIsDamaged()
    {
        QFile plain(file("nonsense"));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.write("SQLite, but not packed");
        plain.close();
        _log->keepSnapshot({ plain.fileName().toStdString(), packedName(plain.fileName()).value_or(std::string()) });
        const auto fetched = fetch(_proxy->port());
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().kind, FailureKind::Damaged);
        QVERIFY(!QFile::exists(target()));
    }

    void theFirstPartIsAnotherFile()
    {
        const QByteArray whole = serve(7);
        QVERIFY(!fetch(_proxy->port(), SnapshotOf::AtWork));
        const auto kept = _log->snapshot({}, SnapshotOf::Everything, {});
        const QByteArray part = serve(8, 20'000);
        _log->keepFirstPart(*_log->snapshot({}, SnapshotOf::Everything, {}));
        _log->keepSnapshot(*kept);
        QVERIFY(fetch(_proxy->port(), SnapshotOf::AtWork));
        QVERIFY(_proxy->requests().last().startsWith("GET /v1/snapshot?of=at-work HTTP/1.1"));
        QCOMPARE(bytesOf(target()), part);
        QVERIFY(fetch(_proxy->port()));
        QCOMPARE(bytesOf(target()), whole);
    }

    void aBackendWithoutOneSaysSo()
    {
        const auto fetched = fetch(_proxy->port());
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().kind, FailureKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
