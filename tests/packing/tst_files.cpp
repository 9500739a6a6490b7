#include <packing/Packing.h>
#include <support/Sentences.h>

#include <QFile>
#include <QTemporaryDir>

using namespace huying;

/// Files made small and back.
class TestFiles : public Sentences
{
    Q_OBJECT

    static constexpr std::int64_t plenty = std::int64_t { 1 } << 30;
    QTemporaryDir _folder;

    QString name(const char *of) const { return _folder.filePath(QString::fromLatin1(of)); }
    QString write(const char *of, const QByteArray &content) const
    {
        QFile file(name(of));
        file.open(QIODevice::WriteOnly);
        file.write(content);
        return file.fileName();
    }
    QByteArray read(const char *of) const
    {
        QFile file(name(of));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    }

private slots:
    void whatIsUnpackedIsWhatWasPacked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a byte") << QByteArray("a");
        QTest::newRow("a whole block") << QByteArray(1 << 20, 'x');
        QTest::newRow("two blocks and a bit") << QByteArray("呼应").repeated(400'000);
    }
    void whatIsUnpackedIsWhatWasPacked()
    {
        QFETCH(const QByteArray, content);
        const auto made = pack(write("plain", content), name("packed"));
        QVERIFY(made);
        QCOMPARE(packedName(name("packed")), made);
        QVERIFY(unpack(name("packed"), name("back"), plenty));
        QCOMPARE(read("back"), content);
    }

    void oneThatIsCutOffIsDamaged()
    {
        QVERIFY(pack(write("plain", QByteArray("abc").repeated(100'000)), name("packed")));
        const QByteArray packed = read("packed");
        for (const qsizetype size : { qsizetype(0), qsizetype(5), packed.size() / 2, packed.size() - 1 }) {
            const auto done = unpack(write("cut", packed.first(size)), name("none"), plenty);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, FailureKind::Damaged);
            QVERIFY(!QFile::exists(name("none")));
        }
    }

    void oneWithAnotherByteIsDamaged()
    {
        QVERIFY(pack(write("plain", QByteArray("abcdefgh").repeated(100'000)), name("packed")));
        QByteArray packed = read("packed");
        packed[packed.size() - 2] = char(packed[packed.size() - 2] ^ 1);
        const auto done = unpack(write("changed", packed), name("none"), plenty);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Damaged);
    }

    void oneThatHoldsMoreThanIsTakenIsDamaged()
    {
        QVERIFY(pack(write("plain", QByteArray(8 << 20, '\0')), name("packed")));
        const auto done = unpack(name("packed"), name("none"), 1 << 20);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Damaged);
        QVERIFY(!QFile::exists(name("none")));
    }

    void whatIsNotThereIsNotFound()
    {
        QCOMPARE(pack(name("absent"), name("none")).error().kind, FailureKind::NotFound);
        QCOMPARE(unpack(name("absent"), name("none"), plenty).error().kind, FailureKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
