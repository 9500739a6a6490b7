#include "Squares.h"

#include <geo/Frames.h>

#include <support/Sentences.h>

#include <random>

using namespace huying;
using namespace Qt::StringLiterals;

namespace
{

GeoReading reading()
{
    GeoReading made;
    made.driver = u"GPKG"_s;
    made.system = u"GCJ-02"_s;
    made.fields = { u"name"_s };
    made.features = { { { u"巨鹿县"_s }, { 1, 2 }, square(0, 0), { { { 1, 2 }, { 3, 4 } } }, { { 5, 6 } } },
        { { u"b"_s }, {}, square(1, 0), {}, {} } };
    made.remarks = { { GeoRemarkKind::Overlap, 0, 1, 12.5, { 7, 8 }, u"x"_s } };
    return made;
}

std::expected<GeoReading, GeoRefusal> readBack(const QByteArray &bytes, qsizetype portion)
{
    FrameReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += portion) {
        if (!reader.take(bytes.mid(at, portion))) {
            break;
        }
    }
    if (!reader.isWhole()) {
        return std::unexpected(GeoRefusal { { FailureKind::Damaged, {} }, {}, {} });
    }
    return reader.result();
}

} // namespace

class FramesTest : public Sentences
{
    Q_OBJECT

private slots:
    void aReadingComesBackInPortionsOfAnySize()
    {
        for (const qsizetype portion : { 1, 3, 7, 1000 }) {
            const auto back = readBack(framesOf(reading()), portion);
            QVERIFY(back);
            QCOMPARE(back->system, u"GCJ-02"_s);
            QCOMPARE(back->features.size(), 2U);
            QCOMPARE(back->features[0].areas, square(0, 0));
            QCOMPARE(back->features[0].values, reading().features[0].values);
            QCOMPARE(back->remarks.size(), 1U);
            QCOMPARE(back->remarks[0].other, 1);
        }
    }

    void aRefusalComesBackWithItsChoices()
    {
        const auto back =
            readBack(frameOf({ { FailureKind::Full, u"zu viel"_s }, GeoRefusal::Wants::System, { u"GCJ-02"_s } }), 5);
        QVERIFY(!back);
        QVERIFY(back.error().failure.kind == FailureKind::Full);
        QVERIFY(back.error().wants == GeoRefusal::Wants::System);
        QCOMPARE(back.error().choices, QStringList { u"GCJ-02"_s });
    }

    void whatIsCutIsNeverWhole()
    {
        const QByteArray whole = framesOf(reading());
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QVERIFY(!readBack(whole.first(length), 64));
        }
    }

    void whateverComesNothingBreaks()
    {
        std::mt19937 random(7); // NOLINT: the same bytes each time
        const QByteArray whole = framesOf(reading());
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = whole;
            for (unsigned i = 0; i < 1 + random() % 4; ++i) {
                bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
            }
            const auto back = readBack(bytes, 1 + qsizetype(random() % 100));
            QVERIFY(!back || back->features.size() == 2);
        }
    }

    void moreThanTheLimitsIsNotTaken()
    {
        FrameLimits few;
        few.features = 1;
        FrameReader reader(few);
        QVERIFY(!reader.take(framesOf(reading())));
        FrameLimits small;
        small.bytes = 20;
        QVERIFY(!FrameReader(small).take(framesOf(::reading())));
    }

private:
    static GeoReading reading() { return ::reading(); }
};

QTEST_GUILESS_MAIN(FramesTest)
#include "tst_frames.moc"
