#include <attachments/BlobFolder.h>
#include <attachments/FileName.h>
#include <attachments/PictureHeader.h>
#include <drawn/Drawn.h>
#include <pictures/PictureMaker.h>
#include <support/Sentences.h>

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

using namespace huying;
using namespace huying::testing;

namespace
{

/// `jpeg` with an EXIF block that says how it is turned, and where it was taken.
QByteArray withExif(const QByteArray &jpeg, char orientation)
{
    QByteArray exif("Exif\0\0", 6);
    exif += QByteArray("MM\0\x2A\0\0\0\x08", 8); // TIFF, the directory behind it
    exif += QByteArray("\0\x01", 2);
    exif += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation + QByteArray("\0\0", 2);
    exif += QByteArray("\0\0\0\0", 4);
    exif += "GPS 37.2171 N 115.0386 E";
    QByteArray block("\xFF\xE1", 2);
    block += char((exif.size() + 2) >> 8);
    block += char((exif.size() + 2) & 0xFF);
    return jpeg.first(2) + block + exif + jpeg.sliced(2);
}

QByteArray withPngSize(QByteArray png, quint32 width, quint32 height)
{
    for (int i = 0; i < 4; ++i) {
        png[16 + i] = char(width >> (24 - 8 * i));
        png[20 + i] = char(height >> (24 - 8 * i));
    }
    return png;
}

QByteArray withJpegSize(QByteArray jpeg, int width, int height)
{
    const qsizetype at = jpeg.indexOf(QByteArray("\xFF\xC0", 2));
    jpeg[at + 5] = char(height >> 8);
    jpeg[at + 6] = char(height & 0xFF);
    jpeg[at + 7] = char(width >> 8);
    jpeg[at + 8] = char(width & 0xFF);
    return jpeg;
}

} // namespace

/// How a picture is made ready.
class TestMaker : public Sentences
{
    Q_OBJECT
private slots:
    void nothingOfWhereItWasTakenGoesAlong()
    {
        const QByteArray file = withExif(drawn(300, 200, 1), 1);
        QVERIFY(file.contains("Exif") && file.contains("GPS"));
        const auto made = madePicture(file);
        QVERIFY(made);
        QVERIFY(!made->bytes.contains("Exif") && !made->bytes.contains("GPS"));
        const QImage back = QImage::fromData(made->bytes);
        QVERIFY(back.textKeys().isEmpty());
    }

    void wordsInAPngGoNoFurther()
    {
        QImage image = QImage::fromData(drawn(50, 40, 1, "png"));
        image.setText(QStringLiteral("Author"), QStringLiteral("张三 13800000000"));
        QByteArray file;
        QBuffer buffer(&file);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, "png"));
        const auto made = madePicture(file);
        QVERIFY(made);
        QVERIFY(QImage::fromData(made->bytes).textKeys().isEmpty());
    }

    void itStandsUpright()
    {
        const auto made = madePicture(withExif(drawn(300, 200, 1), 6));
        QVERIFY(made);
        QCOMPARE(made->attachment.width, 200);
        QCOMPARE(made->attachment.height, 300);
        QCOMPARE(made->thumbnail.size(), QSize(200, 300));
    }

    void itIsNamedByWhatItIs()
    {
        const auto made = madePicture(drawn(300, 200, 1, "webp"));
        QVERIFY(made);
        QCOMPARE(made->attachment.type, MediaType::Jpeg);
        QCOMPARE(made->attachment.sha256, sha256Of(viewOf(made->bytes)));
        QVERIFY(checkPicture(viewOf(made->bytes), made->attachment));
    }

    void aLargeOneIsMadeSmaller()
    {
        const auto made = madePicture(drawn(3600, 1800, 1));
        QVERIFY(made);
        QCOMPARE(made->attachment.width, sentSide);
        QCOMPARE(made->attachment.height, sentSide / 2);
        QVERIFY(made->attachment.bytes <= largestAttachment);
        QCOMPARE(made->thumbnail.width(), thumbnailSide);
    }

    void aSmallScreenPictureStaysSharp()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        const auto made = madePicture(image);
        QVERIFY(made);
        QCOMPARE(made->attachment.type, MediaType::Png);
    }

    void whatIsTooLargeToBeUnpackedIsRefusedBefore_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("PNG") << withPngSize(drawn(30, 20, 1, "png"), 100'000, 100'000);
        QTest::newRow("PNG, one side") << withPngSize(drawn(30, 20, 1, "png"), 2'000'000'000, 1);
        QTest::newRow("JPEG") << withJpegSize(drawn(30, 20, 1), 65'500, 65'500);
    }
    void whatIsTooLargeToBeUnpackedIsRefusedBefore()
    {
        QFETCH(const QByteArray, file);
        QCOMPARE(madePicture(file).error().kind, FailureKind::Invalid);
        QCOMPARE(pictureIn(file, thumbnailSide).error().kind, FailureKind::Invalid);
    }

    void whatIsNoPictureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("呼应");
        QTest::newRow("GIF of a huge size") << QByteArray("GIF89a\xFF\xFF\xFF\xFF\x80\0\0\0\0\0\0\0\0;", 20);
        QTest::newRow("a beginning alone") << drawn(300, 200, 1, "png").first(40);
    }
    void whatIsNoPictureIsRefused()
    {
        QFETCH(const QByteArray, file);
        const auto made = madePicture(file);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, FailureKind::Invalid);
    }

    void aNameIsAFileNameAndNothingElse_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("safe");
        QTest::newRow("a name") << std::string("现场 1.jpg") << std::string("现场 1.jpg");
        QTest::newRow("a path") << std::string("../../etc/cron.d/x.jpg") << std::string("x.jpg");
        QTest::newRow("Windows") << std::string("C:\\a\\b?.png") << std::string("b.png");
        QTest::newRow("hidden") << std::string("..bashrc") << std::string("bashrc");
        QTest::newRow("controls") << std::string("a\n\x1b[2J.jpg") << std::string("a[2J.jpg");
        QTest::newRow("nothing left") << std::string("///") << std::string("photo");
        QTest::newRow("dots") << std::string("..") << std::string("photo");
    }
    void aNameIsAFileNameAndNothingElse()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::string, safe);
        QCOMPARE(safeFileName(name), safe);
    }

    void aLongNameLosesWholeCharacters()
    {
        std::string name;
        for (int i = 0; i < 100; ++i) {
            name += "灯";
        }
        const std::string safe = safeFileName(name + ".jpg");
        QVERIFY(safe.size() <= 100);
        QVERIFY(safe.ends_with("灯.jpg"));
    }
};

QTEST_GUILESS_MAIN(TestMaker)
#include "tst_maker.moc"
