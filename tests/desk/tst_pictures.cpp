#include "BackendProcess.h"
#include "PictureStation.h"

#include <attachments/BlobFolder.h>
#include <drawn/Drawn.h>
#include <proxy/CuttingProxy.h>
#include <smalldisk/SmallDisk.h>
#include <support/Sentences.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

/// Pictures between desks over a real backend process that is killed, and a line that is cut.
class TestDeskPictures : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;
    std::unique_ptr<BackendProcess> _backend;
    std::unique_ptr<CuttingProxy> _proxy;
    std::unique_ptr<PictureStation> _desk;

    QString place(const char *name) const { return _folder->filePath(QString::fromLatin1(name)); }

    BlobFolder atBackend() const { return *BlobFolder::at(picturesBeside(place("county.ledger")).toStdString()); }

    QString photo(int seed, int side = 1600) const
    {
        const QString name = place("IMG 张三.jpg");
        QFile file(name);
        file.open(QIODevice::WriteOnly);
        file.write(drawn(side, side * 3 / 4, seed));
        return name;
    }

    /// Reports a ticket with `photo`; the line stands still when its first piece has been answered.
    TicketId beginUpload(const Attachment &photo)
    {
        connect(&_desk->pictures, &PictureWork::progressed, _proxy.get(), [this] { _proxy->stall(true); });
        const TicketId ticket = _desk->reportWith(photo);
        static_cast<void>(QTest::qWaitFor([this] { return _desk->sent > 0; }, 20'000));
        return ticket;
    }

    /// The desk without a line answers a ticket with `photos`, and is overtaken by what another desk does.
    TicketId beRefused(const std::vector<Attachment> &photos)
    {
        const TicketId ticket = _desk->reportWith({});
        _desk->desk.act(ticket, 1, acceptance());
        _desk->desk.act(ticket, 2, assignment("U01"));
        Workplace other(place("other"), _backend->port(), "02");
        static_cast<void>(QTest::qWaitFor([&] { return other.knows(ticket, Step::Assigned); }, 20'000));
        _proxy->refuse(true);
        static_cast<void>(QTest::qWaitFor([&] { return !_desk->isOnline(); }, 20'000));
        _desk->desk.act(ticket, 3, Answered { "已修好", photos });
        other.desk.act(ticket, 3, assignment("U02"));
        static_cast<void>(QTest::qWaitFor([&] { return other.status.waiting == 0; }, 20'000));
        _proxy->refuse(false);
        static_cast<void>(QTest::qWaitFor([&] { return _desk->status.refused == 1; }, 20'000));
        return ticket;
    }
    qsizetype asked(const Attachment &photo) const
    {
        return std::ranges::count_if(_proxy->requests(),
            [&](const QByteArray &head) { return head.contains(QByteArray::fromStdString(photo.sha256)); });
    }

private slots:
    void init()
    {
        // Qt's own sockets say so where a backend dies in the middle of a body; everything else is a failure.
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!QNativeSocketEngine::write\\(\\) was not called in QAbstractSocket::ConnectedState)")));
        _folder = std::make_unique<QTemporaryDir>();
        _backend = std::make_unique<BackendProcess>(_folder->path());
        QVERIFY(_backend->start());
        _proxy = std::make_unique<CuttingProxy>(_backend->port());
        _desk = std::make_unique<PictureStation>(place("desk"), _proxy->port(), "01");
        QTRY_VERIFY_WITH_TIMEOUT(_desk->isOnline(), 20'000);
    }
    void cleanup()
    {
        _desk.reset();
        _backend->kill();
        _proxy.reset();
    }

    void oneComesFromDeskToDesk()
    {
        const Attachment added = _desk->add(photo(1));
        QVERIFY(added.bytes > 200'000);
        QVERIFY(!added.name.contains("张三"));
        const TicketId ticket = _desk->reportWith(added);
        QCOMPARE(_desk->forbidden, QString());
        QCOMPARE(_desk->lookAt(ticket, added), PictureSight::State::Here);
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
        QVERIFY(!_desk->seen[added.sha256].isWaiting);

        PictureStation other(place("other"), _backend->port(), "02");
        QTRY_VERIFY_WITH_TIMEOUT(other.isOnline(), 20'000);
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::Here, 10'000);
        QVERIFY(!other.seen[added.sha256].thumbnail.isNull());
        other.pictures.copy(ticket, added, place("copy.jpg"));
        QTRY_COMPARE(other.copied, place("copy.jpg"));
        QVERIFY(QFile(place("copy.jpg")).size() == added.bytes);
    }

    void whatIsAddedWithoutALineShowsAtOnceAndGoesWithIt()
    {
        _backend->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!_desk->isOnline(), 20'000);
        const Attachment added = _desk->add(photo(2));
        const TicketId ticket = _desk->reportWith(added);
        QCOMPARE(_desk->lookAt(ticket, added), PictureSight::State::Here);
        QVERIFY(_desk->seen[added.sha256].isWaiting);
        QTRY_COMPARE(_desk->waiting, 1);
        QVERIFY(_backend->start());
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
    }

    void anUploadGoesOnAfterTheBackendWasKilledInTheMiddle()
    {
        const Attachment added = _desk->add(photo(3, 2000));
        QVERIFY(added.bytes > 800'000);
        beginUpload(added);
        _backend->kill();
        const std::int64_t kept = atBackend().received(added);
        QVERIFY(kept > 0);
        QVERIFY(kept < added.bytes);
        disconnect(&_desk->pictures, nullptr, _proxy.get(), nullptr);
        _proxy->stall(false);
        QVERIFY(_backend->start());
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 30'000);
        QVERIFY(atBackend().verify(added.sha256));
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
    }

    void anUploadGoesOnAfterTheDeskWasEndedInTheMiddle()
    {
        const Attachment added = _desk->add(photo(4, 2000));
        const TicketId ticket = beginUpload(added);
        _desk.reset();
        QVERIFY(!atBackend().find(added.sha256));
        _desk = std::make_unique<PictureStation>(place("desk"), _backend->port(), "01");
        QCOMPARE(_desk->lookAt(ticket, added), PictureSight::State::Here);
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 30'000);
    }

    void aBackendWithoutRoomIsSaidBesideThePhotoWhichGoesLater()
    {
        const Attachment added = _desk->add(photo(20));
        const QString part = QString::fromStdString((atBackend().folder() / "unfinished" / added.sha256).string());
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), part)); // takes no byte, as a disk without room
        const TicketId ticket = _desk->reportWith(added);
        QTRY_VERIFY_WITH_TIMEOUT(_desk->seen[added.sha256].trouble, 20'000);
        QCOMPARE(_desk->seen[added.sha256].trouble->kind, FailureKind::Full);
        QVERIFY2(_desk->trouble.contains(u"no room"), qPrintable(_desk->trouble));
        QCOMPARE(_desk->seen[added.sha256].state, PictureSight::State::Here);
        QCOMPARE(_desk->waiting, 1);
        _desk->seen.clear();
        QCOMPARE(_desk->lookAt(ticket, added), PictureSight::State::Here);
        QVERIFY(_desk->seen[added.sha256].trouble); // whoever looks later is told too
        QVERIFY(QFile::remove(part));
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
        QVERIFY(!_desk->seen[added.sha256].trouble);
        QCOMPARE(_desk->trouble, QString());
    }

    void oneOfTwoTicketsGoesUpOnceForBoth()
    {
        _backend->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!_desk->isOnline(), 20'000);
        const Attachment added = _desk->add(photo(21, 1000));
        const TicketId one = _desk->reportWith(added);
        const TicketId other = _desk->reportWith(added);
        QTRY_COMPARE(_desk->waiting, 2);
        QVERIFY(_backend->start());
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 30'000);
        const auto whole = [&](const TicketId &ticket) {
            return std::ranges::count_if(_proxy->requests(), [&](const QByteArray &head) {
                return head.startsWith("PATCH") && head.contains(QByteArray::fromStdString(toText(ticket)));
            });
        };
        QVERIFY((whole(one) == 0) != (whole(other) == 0));
        QVERIFY(atBackend().verify(added.sha256));
    }

    void whatIsTakenOutOfARefusedActionIsNeitherSentNorAskedFor()
    {
        const Attachment kept = _desk->add(photo(22, 800));
        const Attachment left = _desk->add(photo(23, 800));
        const TicketId ticket = beRefused({ kept, left });
        QTRY_COMPARE_WITH_TIMEOUT(_desk->refusedOn(ticket).size(), 1U, 20'000);
        QTRY_COMPARE(_desk->waiting, 2);
        _desk->desk.actInstead(_desk->sight->refused.front().event, ticket, _desk->sight->ticket.version,
            PhotosAdded { "修好以后", { kept } });
        QCOMPARE(_desk->forbidden, QString());
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(kept.sha256), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
        const auto before = asked(left);
        QTest::qWait(700); // twice the longest wait between two attempts
        QCOMPARE(asked(left), before);
        QVERIFY(!atBackend().find(left.sha256));
        QCOMPARE(atBackend().received(left), 0);
    }

    void whatIsDroppedTakesNoPhotoAwayFromAnotherActionOnTheSameTicket()
    {
        const Attachment shared = _desk->add(photo(24, 800));
        const Attachment alone = _desk->add(photo(25, 800));
        const TicketId ticket = beRefused({ shared, alone });
        QTRY_COMPARE_WITH_TIMEOUT(_desk->refusedOn(ticket).size(), 1U, 20'000);
        _proxy->refuse(true);
        QTRY_VERIFY_WITH_TIMEOUT(!_desk->isOnline(), 20'000);
        _desk->desk.act(ticket, _desk->sight->ticket.version, PhotosAdded { "现场", { shared } });
        QCOMPARE(_desk->forbidden, QString());
        _desk->desk.drop(_desk->sight->refused.front().event);
        QTRY_COMPARE(_desk->waiting, 1);
        _proxy->refuse(false);
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(shared.sha256), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 10'000);
        QVERIFY(!atBackend().find(alone.sha256));
    }

    void whatWasTakenBackBeforeItWentWaitsNoLonger()
    {
        const TicketId ticket = _desk->reportWith({});
        QTRY_COMPARE_WITH_TIMEOUT(_desk->status.waiting, 0, 20'000);
        const Attachment added = _desk->add(photo(26, 800));
        const QString part = QString::fromStdString((atBackend().folder() / "unfinished" / added.sha256).string());
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), part));
        _desk->desk.look(ticket);
        _desk->desk.act(ticket, 1, PhotosAdded { "现场", { added } });
        QTRY_VERIFY_WITH_TIMEOUT(_desk->seen[added.sha256].trouble, 20'000);
        QCOMPARE(_desk->forbidden, QString());
        QTRY_VERIFY(_desk->sight->undoable);
        _desk->desk.undo(ticket, *_desk->sight->undoable);
        QTRY_COMPARE_WITH_TIMEOUT(_desk->waiting, 0, 20'000);
        QVERIFY(!atBackend().find(added.sha256));
    }

    void oneComesOverALineThatIsCutAgainAndAgain()
    {
        const Attachment added = _desk->add(photo(5));
        const TicketId ticket = _desk->reportWith(added);
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 20'000);
        CuttingProxy bad(_backend->port());
        PictureStation other(place("other"), bad.port(), "02");
        QTRY_VERIFY_WITH_TIMEOUT(other.isOnline(), 20'000);
        bad.cutEvery([] { return 60'000; });
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::Here, 60'000);
        QVERIFY(bad.cuts() >= 2);
    }

    void whoLooksBeforeItHasComeSeesItLater()
    {
        // The ticket comes, its picture stays at a desk that has gone away.
        const Attachment added = _desk->add(photo(6, 2000));
        const TicketId ticket = beginUpload(added);
        _desk.reset();
        QVERIFY(!atBackend().find(added.sha256));
        PictureStation other(place("other"), _backend->port(), "02");
        QTRY_VERIFY_WITH_TIMEOUT(other.isOnline(), 20'000);
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::NotYet, 10'000);
        _desk = std::make_unique<PictureStation>(place("desk"), _backend->port(), "01");
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 30'000);
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::Here, 10'000);
    }

    void aDeskWithoutRoomForOneSaysSoAndHasItLater()
    {
        const Attachment added = _desk->add(photo(14, 2000));
        const TicketId ticket = _desk->reportWith(added);
        QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 20'000);
        constexpr qint64 small = 8 * 1024 * 1024;
        const auto disk = SmallDisk::at(place("small"), small);
        if (!disk) {
            QSKIP("this system does not let this process mount a small file system (it has to be root)");
        }
        PictureStation other(place("small/desk"), _backend->port(), "02");
        QTRY_VERIFY_WITH_TIMEOUT(other.isOnline() && !other.status.isFirstPart, 20'000);
        QVERIFY(disk->fill());
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::NoRoom, 20'000);
        QVERIFY(disk->makeRoom());
        other.lookAt(ticket, added);
        QTRY_COMPARE_WITH_TIMEOUT(other.seen[added.sha256].state, PictureSight::State::Here, 20'000);
    }

    void aPictureThatIsGoneCannotBeNamed()
    {
        Attachment added = _desk->add(photo(7));
        added.sha256 = std::string(64, '0');
        _desk->reportWith(added);
        QVERIFY(!_desk->forbidden.isEmpty());
        QCOMPARE(_desk->status.waiting, 0);
    }

    void whatIsNoPictureIsRefusedByName()
    {
        QFile file(place("notes.jpg"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a picture");
        file.close();
        _desk->add(file.fileName());
        QVERIFY(_desk->added.empty());
        QCOMPARE(_desk->refused.size(), 1);
        QVERIFY(_desk->refused.front().startsWith(u"notes.jpg"));
    }

    void theCacheKeepsWhatWasLookedAtLately()
    {
        PictureWork small({ .cacheBytes = 700'000 });
        small.move(place("small"), { QUrl(QStringLiteral("http://127.0.0.1:%1").arg(_backend->port())), {} });
        std::vector<std::pair<TicketId, Attachment>> all;
        for (int seed = 10; seed < 14; ++seed) {
            const Attachment added = _desk->add(photo(seed, 1000));
            all.emplace_back(_desk->reportWith(added), added);
            QTRY_VERIFY_WITH_TIMEOUT(atBackend().find(added.sha256), 20'000);
        }
        DeskStatus online;
        online.line = DeskStatus::Line::Online;
        small.follow(online);
        std::map<std::string, PictureSight::State> seen;
        connect(&small, &PictureWork::sightChanged, this,
            [&seen](const std::string &sha256, const PictureSight &sight) { seen[sha256] = sight.state; });
        std::int64_t sum = 0;
        for (const auto &[ticket, picture] : all) {
            small.look(ticket, picture);
            QTRY_COMPARE_WITH_TIMEOUT(seen[picture.sha256], PictureSight::State::Here, 10'000);
            sum += picture.bytes;
        }
        QVERIFY(sum > 700'000);
        std::int64_t kept = 0;
        QDirIterator files(place("small/fetched"), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            kept += files.nextFileInfo().size();
        }
        QVERIFY(kept <= 700'000);
        QVERIFY(QFile::exists(place("small/fetched/")
            + QString::fromStdString(all.back().second.sha256.substr(0, 2) + '/' + all.back().second.sha256)));
    }
};

QTEST_GUILESS_MAIN(TestDeskPictures)
#include "tst_pictures.moc"
