#include <rules/Notices.h>
#include <simulation/LiveCounty.h>
#include <support/Sentences.h>

#include <set>

namespace huying
{

namespace
{

using namespace std::chrono;

const Instant now = startOf(*dayFromIso("2023-07-12")) + hours { 9 };

Calendar calendar()
{
    const std::vector<HolidayNotice> notices = publishedNotices().value_or(std::vector<HolidayNotice>());
    return Calendar::fromNotices(notices).value_or(Calendar());
}

LiveStart start(double perMinute = 60)
{
    LiveStart made;
    made.seed = 5;
    made.from = now;
    made.ticketsPerMinute = perMinute;
    return made;
}

/// What `county` offers in `count` turns, and how long that takes.
struct Offers {
    std::vector<TicketEvent> events;
    milliseconds took {};
};

Offers offersOf(LiveCounty &county, int count, Instant begin = now)
{
    Offers offers;
    for (int i = 0; i < count; ++i) {
        offers.took += county.wait();
        for (TicketEvent &event : county.next(begin + offers.took)) {
            offers.events.push_back(std::move(event));
        }
    }
    return offers;
}

/// Open tickets as they stand after some turns of a county.
std::map<TicketId, Ticket> ticketsOf(const Offers &offers)
{
    const RuleBook rules { calendar(), {}, minutes { 10 } };
    std::map<TicketId, Ticket> tickets;
    for (const TicketEvent &event : offers.events) {
        fold(tickets[event.ticket], event, rules);
    }
    std::erase_if(tickets, [](const auto &entry) { return !entry.second.isOpen(); });
    return tickets;
}

} // namespace

class LiveTest : public Sentences
{
    Q_OBJECT

private slots:
    void reportsArriveAtTheRateAskedFor()
    {
        LiveCounty county(start(60), calendar());
        const Offers offers = offersOf(county, 3'000);
        const auto reports = std::ranges::count_if(
            offers.events, [](const TicketEvent &e) { return std::holds_alternative<Reported>(e.content); });
        const double perMinute = static_cast<double>(reports) / duration<double, std::ratio<60>>(offers.took).count();
        QVERIFY2(perMinute > 50 && perMinute < 70, qPrintable(QString::number(perMinute)));
    }

    void everythingOfferedIsAllowed()
    {
        LiveCounty county(start(), calendar());
        const Offers offers = offersOf(county, 6'000);
        const RuleBook rules { calendar(), {}, minutes { 10 } };
        std::map<TicketId, Ticket> tickets;
        std::set<std::string_view> kinds;
        for (const TicketEvent &event : offers.events) {
            Ticket &ticket = tickets[event.ticket];
            const auto allowed = apply(ticket, event, rules);
            QVERIFY2(allowed, allowed ? "" : qPrintable(allowed.error().text));
            kinds.insert(kindOf(event));
        }
        for (const char *kind :
            { "reported", "accepted", "assigned", "handling-begun", "answered", "rated", "returned" }) {
            QVERIFY2(kinds.contains(kind), kind);
        }
    }

    void aSeedRepeatsTheEventsAtOtherTimes()
    {
        LiveCounty one(start(), calendar());
        LiveCounty other(start(), calendar());
        const Offers first = offersOf(one, 400);
        const Offers second = offersOf(other, 400, now + hours { 30 });
        QCOMPARE(first.events.size(), second.events.size());
        for (std::size_t i = 0; i < first.events.size(); ++i) {
            QCOMPARE(kindOf(first.events[i]), kindOf(second.events[i]));
            QVERIFY(first.events[i].at < second.events[i].at);
            if (const Reported *report = std::get_if<Reported>(&first.events[i].content)) {
                QCOMPARE(std::get<Reported>(second.events[i].content).detail, report->detail);
            }
        }
    }

    void openTicketsOfALogGoOn()
    {
        LiveCounty before(start(), calendar());
        const Offers offers = offersOf(before, 900);
        LiveStart on = start();
        for (const auto &[id, ticket] : ticketsOf(offers)) {
            on.open.push_back(ticket);
        }
        on.from = now + offers.took;
        LiveCounty county(on, calendar());
        std::set<TicketId> continued;
        for (const TicketEvent &event : offersOf(county, 8'000, on.from).events) {
            if (std::ranges::contains(on.open, event.ticket, &Ticket::id)) {
                continued.insert(event.ticket);
            }
        }
        QVERIFY(continued.size() * 10 > on.open.size() * 8);
    }

    void whatSomebodyElseDoesIsTakenUp()
    {
        LiveCounty county(start(), calendar());
        const Offers offers = offersOf(county, 40);
        const Ticket ticket = ticketsOf(offers).begin()->second;
        TicketEvent voided;
        voided.id = uuid7(now, { 1, 2, 3 });
        voided.ticket = ticket.id;
        voided.decidedOn = ticket.version;
        voided.author.desk = "01";
        voided.at = now + offers.took;
        voided.content = Voided { VoidReason::Test, "试" };
        county.heard(voided);
        for (const TicketEvent &event : offersOf(county, 2'000, voided.at).events) {
            QVERIFY(event.ticket != ticket.id);
        }
    }

    void aRefusedTicketIsLetGo()
    {
        LiveCounty county(start(), calendar());
        const Offers offers = offersOf(county, 40);
        const TicketId ticket = ticketsOf(offers).begin()->first;
        county.refused(ticket);
        for (const TicketEvent &event : offersOf(county, 2'000, now + offers.took).events) {
            QVERIFY(event.ticket != ticket);
        }
    }
};

} // namespace huying

QTEST_GUILESS_MAIN(huying::LiveTest)
#include "tst_live.moc"
