#include "Rows.h"

#include <domain/Lamp.h>
#include <support/Sentences.h>
#include <views/TicketTableModel.h>

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSignalSpy>

#include <random>

using namespace huying;
using namespace huying::testing;

class TestTable : public Sentences
{
    Q_OBJECT
private slots:
    void aRefreshKeepsTheRowsThatStay();
    void aChangedRowAloneIsAnnounced();
    void anyOrderBecomesAnyOther();
    void theNextPageComesBehindTheLast();
    void theLampIsSaidInWordsToo();
    void timeLeftIsToldInTheUnitsOfTheHall();
    void aPointOutsideTheCountyIsSaidBesideThePlace();
};

void TestTable::aRefreshKeepsTheRowsThatStay()
{
    TicketTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.show({ pointer(1), pointer(2), pointer(3) });
    const QPersistentModelIndex selected = table.index(1, 0);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);

    table.show({ pointer(3), pointer(4), pointer(2) });

    QCOMPARE(resets.count(), 0);
    QCOMPARE(selected.row(), 2);
}

void TestTable::aChangedRowAloneIsAnnounced()
{
    TicketTableModel table;
    const RowPointer one = pointer(1);
    const RowPointer two = pointer(2);
    table.show({ one, two });
    QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
    TicketRow moved = *two;
    moved.step = Step::Assigned;
    table.show({ one, kept(moved) });
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.front()[0].toModelIndex().row(), 1);
    QCOMPARE(changes.front()[1].toModelIndex().row(), 1);
}

void TestTable::anyOrderBecomesAnyOther()
{
    TicketTableModel table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(20230712);
    for (int round = 0; round < 200; ++round) {
        std::vector<RowPointer> rows;
        for (int number = 0; number < 40; ++number) {
            if (random() % 3 != 0) {
                rows.push_back(pointer(number));
            }
        }
        std::ranges::shuffle(rows, random);
        table.show(rows);
        QCOMPARE(table.rowCount(), int(rows.size()));
        for (int i = 0; i < table.rowCount(); ++i) {
            QCOMPARE(table.rowAt(i)->id, rows[std::size_t(i)]->id);
        }
    }
}

void TestTable::theNextPageComesBehindTheLast()
{
    TicketTableModel table;
    QSignalSpy wanted(&table, &TicketTableModel::moreWanted);
    table.show({ pointer(1) });
    table.setMore(true);
    QVERIFY(table.canFetchMore({}));
    table.fetchMore({});
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!table.canFetchMore({}));
    table.append({ pointer(1), pointer(2) });
    QCOMPARE(table.rowCount(), 2);
}

void TestTable::theLampIsSaidInWordsToo()
{
    TicketTableModel table;
    table.setNow(noon + std::chrono::days { 8 });
    table.show({ pointer(1) });
    const QModelIndex lamp = table.index(0, TicketTableModel::LampColumn);
    QCOMPARE(lamp.data(TicketTableModel::LampRole).toInt(), int(Lamp::Overdue));
    QCOMPARE(lamp.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Overdue"));
}

void TestTable::timeLeftIsToldInTheUnitsOfTheHall()
{
    TicketTableModel table;
    table.show({ pointer(1) });
    const QModelIndex left = table.index(0, TicketTableModel::TimeLeftColumn);
    table.setNow(noon);
    QCOMPARE(left.data().toString(), QStringLiteral("7 d"));
    table.setNow(noon + std::chrono::days { 7 } - std::chrono::minutes { 72 });
    QCOMPARE(left.data().toString(), QStringLiteral("1 h 12 min"));
    table.setNow(noon + std::chrono::days { 9 });
    QCOMPARE(left.data().toString(), QStringLiteral("over 2 d"));
}

void TestTable::aPointOutsideTheCountyIsSaidBesideThePlace()
{
    TicketRow inside = *pointer(1);
    inside.place = "某路口";
    inside.region = {};
    inside.point = GeoPoint::fromDegrees(115, 37.2);
    TicketRow outside = *pointer(2);
    outside.place = "某路口";
    outside.region = {};
    outside.point = GeoPoint::fromDegrees(-71, 42);
    TicketTableModel table;
    table.show({ kept(inside), kept(outside) });
    const QModelIndex place = table.index(1, TicketTableModel::PlaceColumn);
    QCOMPARE(place.data().toString(), QStringLiteral("某路口"));
    QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
    table.setOutside([](GeoPoint point) { return point.longitudeE7 < 0; });
    QCOMPARE(changes.count(), 1);
    QCOMPARE(place.data().toString(), QStringLiteral("outside the county: 某路口"));
    QCOMPARE(table.index(0, TicketTableModel::PlaceColumn).data().toString(), QStringLiteral("某路口"));
}

QTEST_MAIN(TestTable)
#include "tst_table.moc"
