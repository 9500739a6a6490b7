#include "Drawn.h"

#include <attachments/PictureHeader.h>
#include <support/Sentences.h>

#include <QRandomGenerator>

using namespace huying;
using namespace huying::testing;

/// What a picture's first bytes say.
class TestHeader : public Sentences
{
    Q_OBJECT
private slots:
    void typeAndSizeAreReadFromTheBytes_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<MediaType>("type");
        QTest::newRow("JPEG") << QByteArray("jpeg") << MediaType::Jpeg;
        QTest::newRow("PNG") << QByteArray("png") << MediaType::Png;
        QTest::newRow("WebP") << QByteArray("webp") << MediaType::Webp;
    }
    void typeAndSizeAreReadFromTheBytes()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const MediaType, type);
        const QByteArray bytes = drawn(61, 33, 1, format.constData());
        const auto header = pictureHeaderOf(viewOf(bytes));
        QVERIFY(header);
        QCOMPARE(header->type, type);
        QCOMPARE(header->width, 61);
        QCOMPARE(header->height, 33);
    }

    void whatIsNoPictureIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("<html><script>alert(1)</script>");
        QTest::newRow("GIF") << QByteArray("GIF89a\x10\x00\x10\x00\x80\x00\x00", 13);
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                            "ftypheic\0\0\0\0mif1heic",
            24);
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n");
        QTest::newRow("a JPEG of nothing") << QByteArray("\xFF\xD8\xFF\xD9", 4);
        QTest::newRow("a JPEG that says it goes on") << QByteArray("\xFF\xD8\xFF\xE1\xFF\xFF", 6);
        QTest::newRow("a PNG of no width")
            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x10\x08\x02\0\0\0", 29);
    }
    void whatIsNoPictureIsNone()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!pictureHeaderOf(viewOf(bytes)));
    }

    void noBytesHurt()
    {
        QRandomGenerator random(7);
        const std::array all { drawn(20, 20, 1, "jpeg"), drawn(20, 20, 1, "png"), drawn(20, 20, 1, "webp") };
        for (int i = 0; i < 30'000; ++i) {
            QByteArray bytes = all[std::size_t(i) % all.size()];
            for (int change = 0; change < 4; ++change) {
                bytes[random.bounded(std::min<int>(int(bytes.size()), 200))] = char(random.generate());
            }
            bytes.truncate(random.bounded(int(bytes.size()) + 1));
            const auto header = pictureHeaderOf(viewOf(bytes));
            QVERIFY(!header || (header->width > 0 && header->height > 0));
        }
    }

    void aPictureIsTheNamedOneOrNot()
    {
        const QByteArray bytes = drawn(40, 30, 2);
        const Attachment right = named(bytes);
        QVERIFY(checkPicture(viewOf(bytes), right));
        Attachment wrong = right;
        wrong.width = 30;
        QCOMPARE(checkPicture(viewOf(bytes), wrong).error().kind, FailureKind::Invalid);
        wrong = right;
        wrong.type = MediaType::Png;
        QVERIFY(!checkPicture(viewOf(bytes), wrong));
        QVERIFY(!checkPicture("GIF89a", right));
    }
};

QTEST_GUILESS_MAIN(TestHeader)
#include "tst_header.moc"
