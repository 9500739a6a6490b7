#include "DeskFixture.h"

#include <support/TicketStory.h>
#include <ticket/ActionForm.h>
#include <ticket/JoinField.h>
#include <ticket/KinList.h>

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace huying;
using namespace Qt::StringLiterals;

/// Duplicates: joined to a main ticket, seen from both sides, separated.
class KinTest : public DeskFixture
{
    Q_OBJECT

    /// A second report of what `first` is about, a few steps away, later.
    Ticket secondReport(const Ticket &first)
    {
        Reported report = std::get<Reported>(first.trail.front().content);
        report.number = "20230712-02-0001";
        report.title = "同一处又有人反映";
        report.place.point->latitudeE7 += 4'000;
        return TicketStory(*county.rules, report, county.now - std::chrono::minutes { 5 }).ticket();
    }

    /// The main ticket with `child` joined to it.
    TicketSight joinedTo(const TicketSight &main, const Ticket &child)
    {
        TicketSight sight = later(main, DuplicateAdded { child.id }, dispatcher());
        sight.children = { rowOf(child, *county.rules) };
        sight.maySeparate = true;
        return sight;
    }

    TicketSight asDuplicate(const Ticket &child, const Ticket &main)
    {
        TicketSight sight = later(sightOf(county, child), Joined { main.id }, dispatcher());
        sight.parent = rowOf(main, *county.rules);
        return sight;
    }

    void takeQueue(const Ticket &more)
    {
        desk->queue().views().choose(QueueView::AllOpen);
        desk->queue().take({ std::make_shared<const TicketRow>(rowOf(more, *county.rules)) });
    }

    template <class Wanted>
    const Wanted *contentIn(const QSignalSpy &acted)
    {
        content = acted.isEmpty() ? TicketContent() : acted.last()[2].value<TicketContent>();
        return std::get_if<Wanted>(&content);
    }

    bool isSaid(QStringView words)
    {
        const auto labels = pane().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    TicketContent content;

private slots:
    void theLikeliestMainTicketIsProposedFirst()
    {
        const Ticket main = sight(u"overdue").ticket;
        const Ticket second = secondReport(main);
        takeQueue(main);
        const auto found = likelyParents(second, desk->queue().queue(), {});
        QVERIFY(!found.empty());
        QCOMPARE(found.front().row->id, main.id);
        QVERIFY(found.front().isSameGrid);
        QVERIFY(*found.front().metres > 30 && *found.front().metres < 60);
    }

    void whatIsClosedJoinedOrFarIsNotProposed()
    {
        const Ticket main = sight(u"overdue").ticket;
        const Ticket second = secondReport(main);
        Queue queue;
        TicketRow near = rowOf(main, *county.rules);
        TicketRow other = near;
        const auto isFoundAs = [&](auto change) {
            other = near;
            change(other);
            queue.take({ std::make_shared<const TicketRow>(other) }, county.now);
            return !likelyParents(second, queue, {}).empty();
        };
        QVERIFY(isFoundAs([](TicketRow &) {}));
        QVERIFY(!isFoundAs([](TicketRow &row) { row.isJoined = true; }));
        QVERIFY(!isFoundAs([](TicketRow &row) { row.step = Step::Void; }));
        QVERIFY(!isFoundAs([](TicketRow &row) { row.category = { "9901" }; }));
        QVERIFY(!isFoundAs([](TicketRow &row) {
            row.region = {};
            row.point->latitudeE7 += 100'000;
        }));
        QVERIFY(!isFoundAs([](TicketRow &row) { row.reportedAt -= std::chrono::days { 60 }; }));
    }

    void aDuplicateIsJoinedFromTheKeyboard()
    {
        const Ticket main = sight(u"overdue").ticket;
        const Ticket second = secondReport(main);
        takeQueue(main);
        see(sightOf(county, second));
        QVERIFY(open());
        QTRY_VERIFY(desk->queue().table().isVisible());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_M);
        QVERIFY(pane().actions().form());
        QVERIFY(isSaid(QString::fromStdString(main.number)));
        press(Qt::Key_Return);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][0].value<TicketId>(), second.id);
        QVERIFY(contentIn<Joined>(acted));
        QCOMPARE(contentIn<Joined>(acted)->parent, main.id);
        QCOMPARE(QApplication::focusWidget(), &desk->queue().table());
    }

    void aMainTicketIsFoundByItsNumber()
    {
        const Ticket second = secondReport(sight(u"overdue").ticket);
        desk->queue().take(county.rows());
        const RowPointer far = desk->queue().queue().find(county.tickets[40].id);
        QVERIFY(far && far->isOpen());
        see(sightOf(county, second));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_M);
        QTest::keyClicks(QApplication::focusWidget(), QString::fromStdString(far->number));
        press(Qt::Key_Return);
        QVERIFY(contentIn<Joined>(acted));
        QCOMPARE(contentIn<Joined>(acted)->parent, far->id);
    }

    void withoutAMainTicketNothingIsJoined()
    {
        see(sightOf(county, secondReport(sight(u"overdue").ticket)));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_M);
        QTest::keyClicks(QApplication::focusWidget(), u"nowhere"_s);
        press(Qt::Key_Return);
        QCOMPARE(acted.count(), 0);
        QVERIFY(pane().actions().form());
    }

    void aMainTicketNamesTheReportsJoinedToIt()
    {
        const TicketSight main = sight(u"overdue");
        const Ticket second = secondReport(main.ticket);
        see(joinedTo(main, second));
        QVERIFY(open());
        const auto *list = pane().findChild<KinList *>();
        QVERIFY(list->isVisible());
        const auto *table = list->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString().toStdString(), second.number);
        QSignalSpy wanted(&pane(), &TicketPane::ticketWanted);
        press(Qt::Key_I);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<TicketId>(), second.id);
    }

    void aJoinedReportIsSeparatedFromItsMainTicket()
    {
        const TicketSight main = sight(u"overdue");
        const Ticket second = secondReport(main.ticket);
        see(joinedTo(main, second));
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_M);
        QVERIFY(pane().actions().form());
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 0);
        QTest::keyClicks(QApplication::focusWidget(), u"another lamp"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][0].value<TicketId>(), second.id);
        QCOMPARE(acted[0][1].value<Version>(), second.version);
        QVERIFY(contentIn<Separated>(acted));
        QCOMPARE(contentIn<Separated>(acted)->parent, main.ticket.id);
        QCOMPARE(contentIn<Separated>(acted)->reason, "another lamp");
    }

    void aDuplicateLeadsToItsMainTicket()
    {
        const Ticket main = sight(u"overdue").ticket;
        see(asDuplicate(secondReport(main), main));
        QVERIFY(open());
        QVERIFY(isSaid(QString::fromStdString(main.number)));
        QSignalSpy wanted(&pane(), &TicketPane::ticketWanted);
        press(Qt::Key_I);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<TicketId>(), main.id);
    }

    void aDuplicateIsSeparatedWithAReason()
    {
        const Ticket main = sight(u"overdue").ticket;
        const TicketSight duplicate = asDuplicate(secondReport(main), main);
        see(duplicate);
        QVERIFY(open());
        QSignalSpy acted(&pane(), &TicketPane::acted);
        press(Qt::Key_M);
        QTest::keyClicks(QApplication::focusWidget(), u"next street"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(acted.count(), 1);
        QCOMPARE(acted[0][0].value<TicketId>(), duplicate.ticket.id);
        QVERIFY(contentIn<Separated>(acted));
        QCOMPARE(contentIn<Separated>(acted)->parent, main.id);
    }
};

QTEST_MAIN(KinTest)
#include "tst_kin.moc"
