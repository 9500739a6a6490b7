#include <common/Theme.h>
#include <support/Sentences.h>
#include <timebar/TimeBar.h>
#include <timebar/TimeBarColumns.h>

#include <QFile>
#include <QSignalSpy>

#include <numeric>

using namespace huying;
using namespace std::chrono;

namespace
{

Theme themeOf(Brightness brightness)
{
    QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
    return tokens.open(QIODevice::ReadOnly) ? readTheme(tokens.readAll(), brightness).value_or(Theme()) : Theme();
}

Instant at(const char *text)
{
    return *instantFromIso(text);
}

/// As many tickets in each hour as the hour's number, from a midnight on.
std::vector<std::uint32_t> hoursOf(int days)
{
    std::vector<std::uint32_t> counts(std::size_t(days) * 24);
    std::iota(counts.begin(), counts.end(), 0U);
    return counts;
}

} // namespace

class TimeBarTest : public Sentences
{
    Q_OBJECT
    std::unique_ptr<ThemeSource> _source;

private slots:
    void init()
    {
        Sentences::init();
        _source = std::make_unique<ThemeSource>(themeOf(Brightness::Light), themeOf(Brightness::Dark));
    }

    void framesFollowTheCountysClock()
    {
        const Instant moment = at("2026-07-15T23:30:00+08:00"); // a Wednesday
        QCOMPARE(frameAt(moment, FrameStep::ByHour).from, at("2026-07-15T23:00:00+08:00"));
        QCOMPARE(frameAt(moment, FrameStep::ByDay).from, at("2026-07-15T00:00:00+08:00"));
        QCOMPARE(frameAt(moment, FrameStep::ByDay).until, at("2026-07-16T00:00:00+08:00"));
        QCOMPARE(frameAt(moment, FrameStep::ByWeek).from, at("2026-07-13T00:00:00+08:00"));
        QCOMPARE(frameAt(moment, FrameStep::ByMonth).from, at("2026-07-01T00:00:00+08:00"));
        QCOMPARE(frameAt(moment, FrameStep::ByMonth).until, at("2026-08-01T00:00:00+08:00"));
    }

    void framesCoverThePeriodWithoutGap()
    {
        for (const FrameStep step : { FrameStep::ByHour, FrameStep::ByDay, FrameStep::ByWeek, FrameStep::ByMonth }) {
            const auto frames = framesBetween(at("2025-12-20T05:00:00+08:00"), at("2026-03-02T00:00:00+08:00"), step);
            QVERIFY(frames.front().from <= at("2025-12-20T05:00:00+08:00"));
            QVERIFY(frames.front().until > at("2025-12-20T05:00:00+08:00"));
            QVERIFY(frames.back().until >= at("2026-03-02T00:00:00+08:00"));
            for (std::size_t i = 1; i < frames.size(); ++i) {
                QCOMPARE(frames[i].from, frames[i - 1].until);
            }
        }
    }

    void aFramesCountIsThatOfItsHours()
    {
        const Instant begin = at("2026-07-01T00:00:00+08:00");
        const auto byHour = hoursOf(40);
        for (const FrameStep step : { FrameStep::ByHour, FrameStep::ByDay, FrameStep::ByWeek, FrameStep::ByMonth }) {
            const auto frames = framesBetween(begin, begin + hours { 40 * 24 }, step);
            const auto counts = countsOf(frames, byHour, begin);
            QCOMPARE(
                std::accumulate(counts.begin(), counts.end(), 0U), std::accumulate(byHour.begin(), byHour.end(), 0U));
        }
        const auto days = countsOf(framesBetween(begin, begin + hours { 48 }, FrameStep::ByDay), byHour, begin);
        QCOMPARE(days, (std::vector<std::uint32_t> { 276, 852 }));
    }

    void playingShowsEveryFrameOnceAndWaitsForEach()
    {
        TimeBar bar(*_source);
        const Instant begin = at("2026-07-01T00:00:00+08:00");
        bar.setCounts(hoursOf(3), begin);
        QSignalSpy changed(&bar, &TimeBar::frameChanged);
        QSignalSpy playing(&bar, &TimeBar::playingChanged);
        bar.setPause(std::chrono::milliseconds { 0 });
        bar.play();
        for (int turn = 0; turn < 50; ++turn) {
            QCoreApplication::processEvents();
        }
        QCOMPARE(changed.count(), 1); // the first has not been drawn yet
        connect(&bar, &TimeBar::frameChanged, &bar, &TimeBar::frameShown, Qt::QueuedConnection);
        bar.frameShown();
        QTRY_COMPARE(changed.count(), 3);
        QTRY_COMPARE(playing.count(), 2);
        QVERIFY(!bar.isPlaying());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(changed[i][0].value<Frame>().from, begin + hours { 24 * i });
        }
    }

    void anotherStepStaysAtTheSameTime()
    {
        TimeBar bar(*_source);
        const Instant begin = at("2026-06-01T00:00:00+08:00");
        bar.setCounts(hoursOf(60), begin);
        bar.goTo({ at("2026-07-15T00:00:00+08:00"), at("2026-07-16T00:00:00+08:00") });
        QCOMPARE(bar.nameOf(*bar.frame()).left(10), QStringLiteral("2026-07-15"));
        bar.setCounts(hoursOf(60), begin); // new tickets have come
        QCOMPARE(bar.frame()->from, at("2026-07-15T00:00:00+08:00"));
    }

    void theKeysGoThroughTheFrames()
    {
        TimeBarColumns columns(*_source);
        columns.resize(400, 56);
        const Instant begin = at("2026-07-01T00:00:00+08:00");
        const auto frames = framesBetween(begin, begin + hours { 24 * 30 }, FrameStep::ByDay);
        columns.setFrames(frames, countsOf(frames, hoursOf(30), begin));
        QSignalSpy moved(&columns, &TimeBarColumns::moved);
        QTest::keyClick(&columns, Qt::Key_End);
        QCOMPARE(columns.current(), 29);
        QTest::keyClick(&columns, Qt::Key_Left);
        QTest::keyClick(&columns, Qt::Key_PageUp);
        QCOMPARE(columns.current(), 18);
        QTest::keyClick(&columns, Qt::Key_Home);
        QCOMPARE(columns.current(), 0);
        QTest::mouseClick(&columns, Qt::LeftButton, {}, QPoint(int(columns.middleOf(7)), 20));
        QCOMPARE(columns.current(), 7);
        QCOMPARE(moved.count(), 5);
    }
};

QTEST_MAIN(TimeBarTest)
#include "tst_timebar.moc"
