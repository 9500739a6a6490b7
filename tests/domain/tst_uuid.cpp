#include <domain/Instant.h>
#include <domain/Uuid.h>

#include <support/Sentences.h>

using namespace huying;

namespace
{

const Instant moment = instantFromIso("2023-07-12T09:31:00.123+08:00").value();
constexpr std::array<std::uint8_t, 10> chance { 0xff, 0x01, 0xff, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef };

} // namespace

class UuidTest : public Sentences
{
    Q_OBJECT
private slots:
    void itHasTheFormOfAVersion7()
    {
        QCOMPARE(toText(uuid7(moment, chance)), std::string("018947b9-189b-7f01-bf23-456789abcdef"));
    }

    void itKeepsItsMoment()
    {
        QCOMPARE(momentOf(uuid7(moment, chance)), moment);
        const Instant last = instantFromIso("9999-12-31T23:59:59.999Z").value();
        QCOMPARE(momentOf(uuid7(last, chance)), last);
    }

    void laterOnesSortBehind()
    {
        const Uuid later = uuid7(moment + std::chrono::milliseconds { 1 }, {});
        QVERIFY(uuid7(moment, chance) < later);
        QVERIFY(toText(uuid7(moment, chance)) < toText(later));
    }

    void textAndBytesReadBack()
    {
        const Uuid uuid = uuid7(moment, chance);
        QCOMPARE(uuidFromText(toText(uuid)), uuid);
        QCOMPARE(uuidFromText("018947B9189B7F01BF23456789ABCDEF"), uuid);
        QCOMPARE(uuidFromBytes(bytesOf(uuid)), uuid);
    }

    void whatIsNoUuidIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("short") << QStringLiteral("018947af-af1b-7f01-bf23-456789abcde");
        QTest::newRow("long") << QStringLiteral("018947af-af1b-7f01-bf23-456789abcdef0");
        QTest::newRow("no hexadecimal") << QStringLiteral("018947af-af1b-7f01-bf23-456789abcdeg");
        QTest::newRow("hyphens elsewhere") << QStringLiteral("018947afa-f1b-7f01-bf23-456789abcdef");
        QTest::newRow("five hyphens") << QStringLiteral("018947af-af1b-7f01-bf23-456789ab-def");
        QTest::newRow("three hyphens") << QStringLiteral("018947af-af1b-7f01-bf23456789abcdef");
        QTest::newRow("braces") << QStringLiteral("{018947af-af1b-7f01-bf23-456789abcdef}");
        QTest::newRow("blanks") << QStringLiteral("018947af af1b 7f01 bf23 456789abcdef");
    }
    void whatIsNoUuidIsNotRead()
    {
        QFETCH(QString, text);
        QVERIFY(!uuidFromText(text.toStdString()));
    }

    void bytesAreSixteen()
    {
        QVERIFY(!uuidFromBytes({}));
        QVERIFY(!uuidFromBytes("fifteen bytes.."));
        QVERIFY(!uuidFromBytes("seventeen bytes.."));
    }

    void onlyTheEmptyOneIsNull()
    {
        QVERIFY(Uuid {}.isNull());
        QVERIFY(!uuid7(moment, {}).isNull());
    }
};

QTEST_GUILESS_MAIN(UuidTest)
#include "tst_uuid.moc"
