#include <domain/Instant.h>

#include <support/Sentences.h>

using namespace huying;
using std::chrono::milliseconds;

class InstantTest : public Sentences
{
    Q_OBJECT
private slots:
    void aDayIsTheCountysAndNotUtcs()
    {
        const Instant lateInUtc = instantFromIso("2023-07-12T16:00:00Z").value();
        QCOMPARE(isoDay(dayOf(lateInUtc)), std::string("2023-07-13"));
        QCOMPARE(isoDay(dayOf(lateInUtc - milliseconds { 1 })), std::string("2023-07-12"));
    }

    void theEndOfADayIsTheStartOfTheNext()
    {
        const Day day = dayFromIso("2024-02-28").value();
        QCOMPARE(endOf(day), startOf(dayFromIso("2024-02-29").value()));
        QCOMPARE(endOf(day), instantFromIso("2024-02-28 24:00").value());
    }

    void aTimeIsReadAsItIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inTheCounty");
        const auto row = [](const char *text, const char *inTheCounty) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(inTheCounty);
        };
        row("2023-07-12", "2023-07-12T00:00:00+08:00");
        row("2023-07-12 09:31", "2023-07-12T09:31:00+08:00");
        row("2023-07-12T09:31:05", "2023-07-12T09:31:05+08:00");
        row("2023-07-12T09:31:05.5", "2023-07-12T09:31:05.500+08:00");
        row("2023-07-12T09:31:05.0019", "2023-07-12T09:31:05.001+08:00");
        row("2023-07-12T09:31:05Z", "2023-07-12T17:31:05+08:00");
        row("2023-07-12T09:31:05+08:00", "2023-07-12T09:31:05+08:00");
        row("2023-07-12T09:31:05+0800", "2023-07-12T09:31:05+08:00");
        row("2011-07-01T00:00:00-04:00", "2011-07-01T12:00:00+08:00");
        row("2023-12-31 24:00", "2024-01-01T00:00:00+08:00");
        row("1969-12-31T23:59:59.999Z", "1970-01-01T07:59:59.999+08:00");
        row("0000-01-01", "0000-01-01T00:00:00+08:00");
        row("9999-12-31", "9999-12-31T00:00:00+08:00");
    }
    void aTimeIsReadAsItIsWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, inTheCounty);
        const auto read = instantFromIso(text.toStdString());
        QVERIFY(read);
        QCOMPARE(QString::fromStdString(isoCountyTime(*read)), inTheCounty);
        QCOMPARE(instantFromIso(inTheCounty.toStdString()), read);
    }

    void whatIsNoTimeIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", "2023", "2023-7-12", "23-07-12", "12.07.2023", "2023-02-29", "2023-13-01",
                 "2023-00-10", "2023-04-31", "-023-07-12", "+023-07-12", "2023-07-12T", "2023-07-12 9:31",
                 "2023-07-12 25:00", "2023-07-12 24:01", "2023-07-12 09:60", "2023-07-12 09:31:60",
                 "2023-07-12 09:31:05.", "2023-07-12 09:31 PM", "2023-07-12T09:31Zulu", "2023-07-12T09:31+8",
                 "2023-07-12T09:31+15:00", "2023-07-12T09:31+08:60", "2023-07-12 ", " 2023-07-12", "null" }) {
            QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromLatin1(text);
        }
    }
    void whatIsNoTimeIsNotRead()
    {
        QFETCH(QString, text);
        QVERIFY(!instantFromIso(text.toStdString()));
        QVERIFY(!dayFromIso(text.toStdString()));
    }

    void aDayIsReadWithoutTimeOnly()
    {
        QCOMPARE(isoDay(dayFromIso("2024-02-29").value()), std::string("2024-02-29"));
        QVERIFY(!dayFromIso("2024-02-29 10:00"));
        QVERIFY(!dayFromIso("2024-02-29Z"));
    }

    void everyDayOfFourCenturiesReadsBack()
    {
        const Day last = dayFromIso("2300-01-01").value();
        for (Day day = dayFromIso("1900-01-01").value(); day < last; day += std::chrono::days { 1 }) {
            QCOMPARE(dayFromIso(isoDay(day)), day);
        }
    }
};

QTEST_GUILESS_MAIN(InstantTest)
#include "tst_instant.moc"
