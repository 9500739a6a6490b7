#include "PaneFixture.h"

#include <timebar/TimeBar.h>

#include <QSignalSpy>

namespace huying
{

/// The map and the time bar below it.
class TimeTest : public PaneFixture
{
    Q_OBJECT
    static constexpr Instant first = startOf(Day { std::chrono::days { 20'000 } });
    TimeBar *bar() const { return pane->findChild<TimeBar *>(); }
    HeatColumns overDays(int days) const;
    void showDays(int days);

private slots:
    void itCountsWhatTheFilterLetsPass();
    void playingShowsEveryFrame();
    void playingGoesOnWithRegions();
    void closingGivesTheWholePeriodBack();
};

/// Each day has more tickets than the one before.
HeatColumns TimeTest::overDays(int days) const
{
    HeatColumns columns = columnsOf(RegionShapes(regions), {});
    for (std::size_t i = 0; i < someTickets.size() / 4; ++i) {
        HeatPoint point;
        point.point = someTickets[i].point;
        point.region = someTickets[i].region;
        const auto day = std::min(i % std::size_t(days), i / 7 % std::size_t(days));
        point.reportedAt = first + std::chrono::days { days - 1 - int(day) } + std::chrono::hours { i % 24 };
        columns.append(point);
    }
    return columns;
}

void TimeTest::showDays(int days)
{
    pane->setHeat(overDays(days), {}, QStringLiteral("all time"));
    pane->showTime();
    QTRY_COMPARE(bar()->frames().size(), std::size_t(days));
}

void TimeTest::itCountsWhatTheFilterLetsPass()
{
    showDays(20);
    QCOMPARE(bar()->frames().front().from, first);
    DensityFilter later;
    later.from = first + std::chrono::days { 15 };
    pane->setHeat(overDays(20), later, QStringLiteral("later"));
    QTRY_COMPARE(bar()->frames().size(), 5U);
    keep(QStringLiteral("time.png"));
    source->wear(Brightness::Dark);
    keep(QStringLiteral("time-dark.png"));
}

void TimeTest::playingShowsEveryFrame()
{
    showDays(12);
    QSignalSpy shown(pane.get(), &MapPane::heatShown);
    QSignalSpy frames(bar(), &TimeBar::frameChanged);
    bar()->setPause(std::chrono::milliseconds { 0 });
    bar()->goTo(bar()->frames().front());
    bar()->play();
    QTRY_VERIFY_WITH_TIMEOUT(!bar()->isPlaying(), 20'000);
    QCOMPARE(bar()->frame(), std::optional(bar()->frames().back()));
    QVERIFY(frames.size() >= 12);
    QVERIFY(shown.size() >= 11);
}

void TimeTest::playingGoesOnWithRegions()
{
    showDays(6);
    view()->setFocus();
    root()->forceActiveFocus();
    QTest::keyClick(view(), Qt::Key_D);
    QTRY_COMPARE(pane->shownNow(), MapPane::Shown::Regions);
    QSignalSpy shown(pane.get(), &MapPane::regionsShown);
    bar()->setPause(std::chrono::milliseconds { 0 });
    bar()->goTo(bar()->frames().front());
    bar()->play();
    QTRY_VERIFY_WITH_TIMEOUT(!bar()->isPlaying(), 20'000);
    QVERIFY(shown.size() >= 5);
    keep(QStringLiteral("time-regions.png"));
}

void TimeTest::closingGivesTheWholePeriodBack()
{
    showDays(5);
    QTest::keyClick(pane.get(), Qt::Key_Escape);
    QTRY_VERIFY(bar()->isHidden());
    QSignalSpy shown(pane.get(), &MapPane::heatShown);
    QVERIFY(shown.wait(5000) || !shown.isEmpty());
}

} // namespace huying

QTEST_MAIN(huying::TimeTest)
#include "tst_time.moc"
