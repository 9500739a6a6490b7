#include <sheets/NumberFormat.h>
#include <sheets/SerialDate.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

std::string date(std::string_view serial, DateSystem system = DateSystem::From1900)
{
    const auto time = dateOfSerial(serial, system);
    return time ? isoText(*time) : "none";
}

} // namespace

class NumbersTest : public Sentences
{
    Q_OBJECT

private slots:
    void serialNumbersBecomeExactTimes()
    {
        QCOMPARE(date("41838.355289351851"), "2014-07-18 08:31:37");
        QCOMPARE(date("41838.3552893519"), "2014-07-18 08:31:37");
        QCOMPARE(date("45000.99999999"), "2023-03-15 23:59:59.999");
        QCOMPARE(date("45000.9999999999"), "2023-03-16 00:00:00");
        QCOMPARE(date("1"), "1900-01-01 00:00:00");
        QCOMPARE(date("59"), "1900-02-28 00:00:00");
        QCOMPARE(date("60"), "none");
        QCOMPARE(date("61"), "1900-03-01 00:00:00");
        QCOMPARE(date("2958465"), "9999-12-31 00:00:00");
        QCOMPARE(date("2958466"), "none");
        QCOMPARE(date("-1"), "none");
        QCOMPARE(date("x"), "none");
    }

    void theOtherDateSystemBeginsIn1904()
    {
        QCOMPARE(date("0", DateSystem::From1904), "1904-01-01 00:00:00");
        QCOMPARE(date("40376.355289351851", DateSystem::From1904), "2014-07-18 08:31:37");
    }

    void everySecondOfADaySurvivesTheRoundTrip()
    {
        for (int second = 0; second < 86'400; ++second) {
            std::array<char, 32> text {};
            std::snprintf(text.data(), text.size(), "%.17g", 45'000 + second / 86'400.0);
            const auto time = dateOfSerial(text.data(), DateSystem::From1900);
            QCOMPARE((*time - std::chrono::floor<std::chrono::days>(*time)).count(), second * 1000LL);
        }
    }

    void numbersKeepTheirDigits()
    {
        QCOMPARE(plainDecimal("1.01E+11"), "101000000000");
        QCOMPARE(plainDecimal("101000295613"), "101000295613");
        QCOMPARE(plainDecimal("130529200001234567"), "130529200001234567");
        QCOMPARE(plainDecimal("37.100000000000001"), "37.1");
        QCOMPARE(plainDecimal("0.10000000000000001"), "0.1");
        QCOMPARE(plainDecimal("-1.5e-3"), "-0.0015");
        QCOMPARE(plainDecimal("007"), "7");
        QCOMPARE(plainDecimal("-0"), "0");
        QCOMPARE(plainDecimal("1e5"), "100000");
        QCOMPARE(plainDecimal("1.50"), "1.5");
        QCOMPARE(plainDecimal("+3"), "3");
        QVERIFY(!plainDecimal("1e999999999"));
        QVERIFY(!plainDecimal("nan"));
        QVERIFY(!plainDecimal(""));
        QVERIFY(!plainDecimal("12x"));
    }

    void formatsTellDatesFromNumbers()
    {
        using enum NumberFormat;
        QCOMPARE(numberFormatOf("General"), Number);
        QCOMPARE(numberFormatOf("0.00E+00"), Number);
        QCOMPARE(numberFormatOf("#,##0.00;[Red]-#,##0.00"), Number);
        QCOMPARE(numberFormatOf("0\"days\""), Number);
        QCOMPARE(numberFormatOf("@"), Number);
        QCOMPARE(numberFormatOf("yyyy/m/d h:mm;@"), DateTime);
        QCOMPARE(numberFormatOf("yyyy\"年\"m\"月\"d\"日\""), Date);
        QCOMPARE(numberFormatOf("[$-804]yyyy\\-mm\\-dd"), Date);
        QCOMPARE(numberFormatOf("mmm"), Date);
        QCOMPARE(numberFormatOf("yyyy-mm-dd hh:mm:ss.000"), DateTime);
        QCOMPARE(numberFormatOf("[h]:mm:ss"), TimeOfDay);
        QCOMPARE(numberFormatOf("h:mm AM/PM"), TimeOfDay);
        QCOMPARE(numberFormatOf("\""), Number);
        QCOMPARE(builtInNumberFormat(14), Date);
        QCOMPARE(builtInNumberFormat(22), DateTime);
        QCOMPARE(builtInNumberFormat(20), TimeOfDay);
        QCOMPARE(builtInNumberFormat(31), Date);
        QCOMPARE(builtInNumberFormat(11), Number);
    }
};

QTEST_GUILESS_MAIN(NumbersTest)
#include "tst_numbers.moc"
