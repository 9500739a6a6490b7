#include "HeatTickets.h"

#include <heat/Density.h>
#include <heat/FollowedColumns.h>
#include <support/Sentences.h>

#include <random>

namespace huying
{

namespace
{

TicketId idOf(std::size_t number)
{
    TicketId id;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

using Store = std::vector<FollowedColumns::Found>;

Store storeOf(int count)
{
    Store store;
    for (const HeatPoint &point : manyTickets(count)) {
        store.emplace_back(idOf(store.size()), point);
    }
    return store;
}

FollowedColumns read(const Store &store, const Store &atWork = {})
{
    FollowedColumns columns(countyGrid());
    for (const auto &[ticket, point] : atWork) {
        columns.put(ticket, point);
    }
    for (const auto &[ticket, point] : store) {
        columns.read(ticket, point);
    }
    columns.settle();
    return columns;
}

void readDay(FollowedColumns &columns, const Store &store, Day day)
{
    Store ofDay;
    std::ranges::copy_if(
        store, std::back_inserter(ofDay), [day](const auto &each) { return dayOf(each.second.reportedAt) == day; });
    columns.readDay(day, ofDay);
}

/// The same picture as that of all points, counted anew.
bool equals(const FollowedColumns &columns, const Store &store)
{
    std::vector<HeatPoint> points;
    std::ranges::transform(store, std::back_inserter(points), &FollowedColumns::Found::second);
    const HeatColumns fresh = columnsOf(points);
    for (const char *const category : { "", "01", "0501", "77" }) {
        DensityFilter filter;
        filter.categories = { { category } };
        if (density(fresh, filter, 600)->perKm2 != density(columns.columns(), filter, 600)->perKm2) {
            return false;
        }
    }
    return fresh.size() == columns.columns().size();
}

} // namespace

/// Columns follow a store without a list of all its tickets.
class FollowedTest : public Sentences
{
    Q_OBJECT
private slots:
    void whatIsAtWorkIsCountedOnceAsTheDeskHasIt();
    void aKnownTicketThatChangesIsExchanged();
    void anUnknownOneIsRightOnceItsDayIsRead();
    void manyChangesInAnyOrderComeToTheSame();
};

void FollowedTest::whatIsAtWorkIsCountedOnceAsTheDeskHasIt()
{
    Store store = storeOf(500);
    Store atWork(store.begin() + 100, store.begin() + 150);
    for (auto &[ticket, point] : atWork) {
        point.category.text = "77";
    }
    const FollowedColumns columns = read(store, atWork);
    std::ranges::copy(atWork, store.begin() + 100);
    QVERIFY(equals(columns, store));
}

void FollowedTest::aKnownTicketThatChangesIsExchanged()
{
    Store store = storeOf(300);
    FollowedColumns columns = read(store, { store[7] });
    store[7].second.category.text = "77";
    store[7].second.point.reset();
    QVERIFY(columns.put(store[7].first, store[7].second));
    QVERIFY(equals(columns, store));
    QVERIFY(columns.put(store[7].first, store[7].second));
    QVERIFY(equals(columns, store));
}

void FollowedTest::anUnknownOneIsRightOnceItsDayIsRead()
{
    Store store = storeOf(300);
    FollowedColumns columns = read(store);
    store[9].second.category.text = "77";
    store.emplace_back(idOf(1000), store[5].second);
    for (const std::size_t changed : { std::size_t { 9 }, store.size() - 1 }) {
        QVERIFY(!columns.put(store[changed].first, store[changed].second));
        readDay(columns, store, dayOf(store[changed].second.reportedAt));
    }
    QVERIFY(equals(columns, store));
}

/// Own actions are on the desk and not in the store: what is known goes before what is read.
void FollowedTest::manyChangesInAnyOrderComeToTheSame()
{
    std::mt19937 random(8);
    Store store = storeOf(400);
    Store shown = store;
    FollowedColumns columns = read(store, Store(store.begin(), store.begin() + 60));
    for (int i = 0; i < 300; ++i) {
        const std::size_t at = random() % shown.size();
        auto &[ticket, point] = shown[at];
        point.category.text = random() % 2 == 0 ? "77" : "0501";
        point.step = static_cast<Step>(random() % 6);
        const bool isInStore = random() % 2 == 0;
        if (isInStore) {
            store[at] = shown[at];
        }
        if (!columns.put(ticket, point)) {
            readDay(columns, store, dayOf(point.reportedAt));
        }
        if (random() % 10 == 0) {
            readDay(columns, store, dayOf(shown[random() % shown.size()].second.reportedAt));
        }
    }
    QVERIFY(equals(columns, shown));
}

} // namespace huying

QTEST_GUILESS_MAIN(huying::FollowedTest)
#include "tst_followed.moc"
