#include "Drawn.h"

#include <attachments/BlobFolder.h>
#include <support/Sentences.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <fstream>
#include <thread>

#include <sys/resource.h>

using namespace huying;
using namespace huying::testing;

namespace
{

/// While it lives this process writes no file beyond `bytes`, as on a disk without room.
class NoLongerFiles
{
public:
    explicit NoLongerFiles(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
        ::getrlimit(RLIMIT_FSIZE, &_before);
        const rlimit bound { .rlim_cur = bytes, .rlim_max = _before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &bound);
    }
    ~NoLongerFiles() { ::setrlimit(RLIMIT_FSIZE, &_before); }
    NoLongerFiles(const NoLongerFiles &) = delete;
    NoLongerFiles &operator=(const NoLongerFiles &) = delete;

private:
    rlimit _before {};
};

} // namespace

/// Pictures in a folder under their digests.
class TestFolder : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _place;

    BlobFolder folder(BlobFolder::Limits limits = {}) const
    {
        return *BlobFolder::at(_place->filePath(QStringLiteral("pictures")).toStdString(), limits);
    }
    qsizetype unfinished() const
    {
        return QDir(_place->filePath(QStringLiteral("pictures/unfinished"))).entryList(QDir::Files).size();
    }

private slots:
    void init()
    {
        Sentences::init();
        _place = std::make_unique<QTemporaryDir>();
    }

    void itComesInPiecesAndIsSeenWhenItIsWhole()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(200, 100, 1);
        const Attachment attachment = named(bytes);
        const auto half = bytes.size() / 2;
        QCOMPARE(into.received(attachment), 0);
        QCOMPARE(into.append(attachment, 0, viewOf(bytes.first(half))), std::int64_t(half));
        QCOMPARE(into.received(attachment), std::int64_t(half));
        QVERIFY(!into.find(attachment.sha256));
        QCOMPARE(folder().append(attachment, half, viewOf(bytes.sliced(half))), std::int64_t(bytes.size()));
        QVERIFY(into.find(attachment.sha256));
        QCOMPARE(into.read(attachment.sha256), bytes.toStdString());
        QVERIFY(into.verify(attachment.sha256));
        QCOMPARE(unfinished(), 0);
    }

    void aPieceAtAnotherPlaceIsNotTaken()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(200, 100, 1);
        const Attachment attachment = named(bytes);
        QCOMPARE(into.append(attachment, 10, viewOf(bytes.sliced(10, 10))).error().kind, FailureKind::Busy);
        QVERIFY(into.append(attachment, 0, viewOf(bytes.first(50))));
        QCOMPARE(into.append(attachment, 0, viewOf(bytes.first(50))).error().kind, FailureKind::Busy);
        QCOMPARE(into.received(attachment), 50);
    }

    void anotherDigestIsThrownAway()
    {
        BlobFolder into = folder();
        QByteArray bytes = drawn(60, 40, 1);
        const Attachment attachment = named(bytes);
        bytes[bytes.size() - 5] = char(bytes[bytes.size() - 5] + 1);
        QCOMPARE(into.put(attachment, viewOf(bytes)).error().kind, FailureKind::Damaged);
        QVERIFY(!into.find(attachment.sha256));
        QCOMPARE(into.received(attachment), 0);
        QCOMPARE(unfinished(), 0);
    }

    void whatIsNoPictureIsThrownAwayThoughTheDigestIsRight()
    {
        BlobFolder into = folder();
        const QByteArray bytes = "#!/bin/sh\nrm -rf /\n";
        Attachment attachment = named(bytes);
        attachment.width = attachment.height = 10;
        QCOMPARE(into.put(attachment, viewOf(bytes)).error().kind, FailureKind::Invalid);
        QCOMPARE(unfinished(), 0);
    }

    void noneBecomesLongerThanNamed()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(60, 40, 1);
        Attachment attachment = named(bytes);
        attachment.bytes = 100;
        QCOMPARE(into.append(attachment, 0, viewOf(bytes)).error().kind, FailureKind::Refused);
        QCOMPARE(into.append(attachment, 1'000'000, "x").error().kind, FailureKind::Refused);
        attachment.bytes = largestAttachment + 1;
        QCOMPARE(into.append(attachment, 0, "x").error().kind, FailureKind::Refused);
    }

    void aFullDiskLosesNothingOfWhatCameBefore()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(200, 100, 1);
        const Attachment attachment = named(bytes);
        const QString part =
            _place->filePath(QStringLiteral("pictures/unfinished/") + QString::fromStdString(attachment.sha256));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), part)); // takes no byte, as a disk without room
        QCOMPARE(into.append(attachment, 0, viewOf(bytes.first(50))).error().kind, FailureKind::Full);
        QVERIFY(QFile::remove(part));
        QVERIFY(into.append(attachment, 0, viewOf(bytes.first(50))));
        {
            const NoLongerFiles limit(60);
            QCOMPARE(into.append(attachment, 50, viewOf(bytes.sliced(50))).error().kind, FailureKind::Full);
        }
        QCOMPARE(QFileInfo(part).size(), 60); // as far as there was room
        QCOMPARE(into.append(attachment, 60, viewOf(bytes.sliced(60))), std::int64_t(bytes.size()));
        QVERIFY(into.verify(attachment.sha256));
    }

    void unfinishedOnesAreBoundedInAllAndInAge()
    {
        BlobFolder into = folder({ .unfinishedBytes = 3'000, .unfinishedAge = std::chrono::hours { 0 } });
        const QByteArray one = drawn(100, 100, 1);
        const QByteArray other = drawn(100, 100, 2);
        QVERIFY(into.append(named(one), 0, viewOf(one.first(2'000))));
        QCOMPARE(into.append(named(other), 0, viewOf(other.first(2'000))).error().kind, FailureKind::Full);
        QCOMPARE(into.removeStale(), 1);
        QVERIFY(into.append(named(other), 0, viewOf(other.first(2'000))));
        QCOMPARE(folder().removeStale(), 0);
    }

    void theSameBytesTwiceAreOneFile()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(60, 40, 1);
        QVERIFY(into.put(named(bytes), viewOf(bytes)));
        const auto written = std::filesystem::last_write_time(*into.find(named(bytes).sha256));
        QVERIFY(into.put(named(bytes), viewOf(bytes)));
        QCOMPARE(std::filesystem::last_write_time(*into.find(named(bytes).sha256)), written);
    }

    void aDamagedOneIsFound()
    {
        BlobFolder into = folder();
        const QByteArray bytes = drawn(60, 40, 1);
        QVERIFY(into.put(named(bytes), viewOf(bytes)));
        std::ofstream(*into.find(named(bytes).sha256), std::ios::app) << "x";
        QCOMPARE(into.verify(named(bytes).sha256).error().kind, FailureKind::Damaged);
        QCOMPARE(into.verify(std::string(64, '0')).error().kind, FailureKind::NotFound);
    }

    void aDigestThatIsAPathLeadsNowhere()
    {
        BlobFolder into = folder();
        Attachment attachment = named(drawn(60, 40, 1));
        attachment.sha256 = "../../../../../../../../../../../../../../../../../../etc/passwd1";
        QVERIFY(!into.find(attachment.sha256));
        QCOMPARE(into.append(attachment, 0, "x").error().kind, FailureKind::Invalid);
        QCOMPARE(into.received(attachment), 0);
    }

    void manyWritersOfOneGiveOne()
    {
        const QByteArray bytes = drawn(300, 300, 1);
        const Attachment attachment = named(bytes);
        std::vector<std::jthread> writers;
        writers.reserve(4);
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back([this, &bytes, &attachment] {
                BlobFolder into = folder();
                while (!into.find(attachment.sha256)) {
                    const std::int64_t at = into.received(attachment);
                    const auto some = std::min<qsizetype>(1'000, bytes.size() - at);
                    static_cast<void>(into.append(attachment, at, viewOf(bytes.sliced(at, some))));
                }
            });
        }
        writers.clear();
        QVERIFY(folder().verify(attachment.sha256));
        QCOMPARE(unfinished(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
