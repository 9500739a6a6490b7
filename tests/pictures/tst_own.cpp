#include <drawn/Drawn.h>
#include <pictures/OwnPictures.h>
#include <pictures/PictureBook.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace huying;
using namespace huying::testing;

/// Pictures that were added at this desk.
class TestOwn : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;
    QByteArray _bytes = drawn(80, 60, 1);
    Attachment _one = named(_bytes);

    OwnPictures own() const { return *OwnPictures::at(_folder->path()); }

private slots:
    void init()
    {
        Sentences::init();
        _folder = std::make_unique<QTemporaryDir>();
    }

    void oneWaitsFromWhenAnEventNamesItUntilItIsThere()
    {
        OwnPictures pictures = own();
        QVERIFY(pictures.keep(_one, viewOf(_bytes)));
        QVERIFY(pictures.waiting().empty());
        QVERIFY(pictures.name(numbered(1), std::array { _one }));
        // another process, later
        OwnPictures later = own();
        later.removeDrafts();
        QCOMPARE(later.waiting(), (std::vector { WaitingPicture { numbered(1), _one } }));
        QCOMPARE(later.read(_one.sha256), _bytes.toStdString());
        later.done(numbered(1), _one.sha256);
        QVERIFY(later.waiting().empty());
        own().removeDrafts();
        QVERIFY(!later.isHere(_one.sha256));
    }

    void whatHasBeenSentStaysForTheFormThatHoldsItToo()
    {
        OwnPictures pictures = own();
        QVERIFY(pictures.keep(_one, viewOf(_bytes)));
        QVERIFY(pictures.name(numbered(1), std::array { _one }));
        QVERIFY(pictures.keep(_one, viewOf(_bytes))); // added to another form, which is not finished
        pictures.done(numbered(1), _one.sha256);
        QVERIFY(pictures.name(numbered(2), std::array { _one }));
        QCOMPARE(pictures.read(_one.sha256), _bytes.toStdString());
    }

    void whatNothingNamesGoesAfterADay()
    {
        OwnPictures pictures = own();
        const QByteArray bytes = drawn(80, 60, 2);
        const Attachment old = named(bytes);
        QVERIFY(pictures.keep(old, viewOf(bytes)));
        QVERIFY(pictures.keep(_one, viewOf(_bytes)));
        const auto blobs = BlobFolder::at(_folder->path().toStdString());
        const auto twoDaysAgo = std::filesystem::file_time_type::clock::now() - std::chrono::hours { 48 };
        for (const Attachment &each : { old, _one }) {
            std::filesystem::last_write_time(*blobs->find(each.sha256), twoDaysAgo);
        }
        QVERIFY(pictures.keep(_one, viewOf(_bytes))); // the same photo again, today
        QVERIFY(pictures.name(numbered(1), std::array { _one }));
        pictures.done(numbered(1), _one.sha256);
        QVERIFY(!pictures.isHere(old.sha256));
        QVERIFY(pictures.isHere(_one.sha256));
    }

    void oneOfTwoTicketsWaitsForBoth()
    {
        OwnPictures pictures = own();
        QVERIFY(pictures.keep(_one, viewOf(_bytes)));
        QVERIFY(pictures.name(numbered(1), std::array { _one }));
        QVERIFY(pictures.name(numbered(2), std::array { _one }));
        pictures.done(numbered(1), _one.sha256);
        QVERIFY(pictures.isHere(_one.sha256));
        QCOMPARE(pictures.waiting().size(), 1U);
    }

    void whatIsNotHereCannotBeNamed()
    {
        OwnPictures pictures = own();
        QCOMPARE(pictures.name(numbered(1), std::array { _one }).error().kind, FailureKind::NotFound);
        QVERIFY(pictures.waiting().empty());
    }

    void draftsThatNobodyNamedGo()
    {
        OwnPictures pictures = own();
        QVERIFY(pictures.keep(_one, viewOf(_bytes)));
        own().removeDrafts();
        QVERIFY(!pictures.isHere(_one.sha256));
    }

    void aNoteThatIsNoneIsPassedOver()
    {
        own();
        QFile note(_folder->filePath(QStringLiteral("waiting/x")));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("{\"bytes\":1");
        note.close();
        QVERIFY(own().waiting().empty());
    }

    void theBookAsksOnceAndTellsWhatChanged()
    {
        PictureBook book;
        QSignalSpy wanted(&book, &PictureBook::wanted);
        QSignalSpy changed(&book, &PictureBook::changed);
        QCOMPARE(book.sight(numbered(1), _one).state, PictureSight::State::Asked);
        book.sight(numbered(1), _one);
        QCOMPARE(wanted.count(), 1);
        PictureSight here;
        here.state = PictureSight::State::Here;
        book.take(_one.sha256, here);
        book.take(_one.sha256, here);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(book.sight(numbered(1), _one).state, PictureSight::State::Here);
    }

    void theBookForgetsWhatWasLookedAtLongAgo()
    {
        PictureBook book;
        QSignalSpy wanted(&book, &PictureBook::wanted);
        Attachment other = _one;
        for (int i = 0; i < 400; ++i) {
            other.sha256 = std::to_string(i);
            book.sight(numbered(1), other);
            book.sight(numbered(1), _one);
        }
        QCOMPARE(wanted.count(), 401);
        other.sha256 = "0";
        book.sight(numbered(1), other);
        QCOMPARE(wanted.count(), 402);
    }
};

QTEST_GUILESS_MAIN(TestOwn)
#include "tst_own.moc"
