#include <rules/Notices.h>
#include <simulation/Places.h>
#include <simulation/Simulation.h>
#include <support/Sentences.h>

#include <QUtf8StringView>

#include <map>
#include <set>

namespace huying
{

namespace
{

std::vector<HolidayNotice> notices()
{
    return publishedNotices().value_or(std::vector<HolidayNotice>());
}

SimulationPlan fortyMonths(int tickets, std::uint64_t seed)
{
    return { tickets, *dayFromIso("2020-07-01"), *dayFromIso("2023-10-31"), seed };
}

/// All that a run makes.
struct Outcome {
    std::vector<TicketEvent> events;
    std::vector<CountyEvent> facts;
    std::map<TicketId, Ticket> tickets;
};

std::expected<Outcome, Failure> outcome(const SimulationPlan &plan)
{
    Outcome made;
    SimulationOutlets outlets;
    outlets.takeFact = [&](const CountyEvent &event) {
        made.facts.push_back(event);
        return std::expected<void, Failure>();
    };
    outlets.takeEvent = [&](const TicketEvent &event, const Ticket &after) {
        made.events.push_back(event);
        made.tickets.insert_or_assign(after.id, after);
        return std::expected<void, Failure>();
    };
    const auto done = simulate(plan, notices(), outlets);
    return done ? std::expected<Outcome, Failure>(std::move(made)) : std::unexpected(done.error());
}

const Instant issuedAt2023 = startOf(*dayFromIso("2022-12-29")) + std::chrono::hours { 10 };

const Reported &reportOf(const Ticket &ticket)
{
    return std::get<Reported>(ticket.trail.front().content);
}

} // namespace

class SimulationTest : public Sentences
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto made = outcome(fortyMonths(20'000, 7));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        _made = std::move(*made);
    }

    void hasTheTicketsAskedFor() { QCOMPARE(_made.tickets.size(), 20'000u); }

    void everythingComesInTheOrderOfTime()
    {
        QVERIFY(std::ranges::is_sorted(_made.events, {}, &TicketEvent::at));
        QVERIFY(_made.events.front().at >= startOf(*dayFromIso("2020-07-01")));
        QVERIFY(_made.events.back().at < endOf(*dayFromIso("2023-10-31")));
    }

    void everyKindOfEventOccurs()
    {
        std::set<std::string_view> kinds;
        for (const TicketEvent &event : _made.events) {
            kinds.insert(kindOf(event));
        }
        for (const std::string_view kind : ticketKindNames) {
            // photos are drawn afterwards, where somebody asks for them (`simulate --photos`)
            QVERIFY2(kinds.contains(kind) || kind == "photos-added", std::string(kind).c_str());
        }
    }

    void nearlyThreeInTenAreWasteAndMoreInSummer()
    {
        std::map<bool, std::pair<int, int>> wasteOfAll;
        for (const auto &[id, ticket] : _made.tickets) {
            const std::string day = isoDay(dayOf(ticket.reportedAt));
            const bool isSummer = day.substr(5, 2) >= "06" && day.substr(5, 2) <= "08";
            auto &[waste, all] = wasteOfAll[isSummer];
            waste += ticket.category.text.starts_with("04");
            ++all;
        }
        const double share = (wasteOfAll[true].first + wasteOfAll[false].first) / 20'000.0;
        QVERIFY2(share > 0.27 && share < 0.32, qPrintable(QString::number(share)));
        QVERIFY(1.0 * wasteOfAll[true].first / wasteOfAll[true].second
            > 1.15 * wasteOfAll[false].first / wasteOfAll[false].second);
    }

    void lampsAndManholesAreConcentratedInOneHalf()
    {
        std::map<bool, int> reports;
        for (const auto &[id, ticket] : _made.tickets) {
            if (ticket.category.text == "1201" || ticket.category.text == "1202") {
                const std::string day = isoDay(dayOf(ticket.reportedAt));
                ++reports[day >= "2023-01-01" && day <= "2023-06-30"];
            }
        }
        QVERIFY(reports[true] * 34 > 2 * reports[false] * 6); // six months of forty; more than twice as dense
    }

    void asManyStayOpenAsInTheHall()
    {
        const Instant end = endOf(*dayFromIso("2023-10-31"));
        const RuleBook rules { *Calendar::fromNotices(notices()), {}, std::chrono::minutes { 10 } };
        int inTime = 0;
        int lateOrLonger = 0;
        for (const auto &[id, ticket] : _made.tickets) {
            if (ticket.isOpen()) {
                const bool isLate = lampOf(rowOf(ticket, rules), end) == Lamp::Overdue || ticket.extensionRequest;
                ++(isLate ? lateOrLonger : inTime);
            }
        }
        // 8,400 and 5,300 of 550,000: 305 and 193 of 20,000.
        QVERIFY2(std::abs(inTime - 305) < 70, qPrintable(QString::number(inTime)));
        QVERIFY2(std::abs(lateOrLonger - 193) < 55, qPrintable(QString::number(lateOrLonger)));
    }

    void handlingTakesThreeToFiveDaysOnAverage()
    {
        double days = 0;
        int closed = 0;
        for (const auto &[id, ticket] : _made.tickets) {
            if (ticket.closedAt) {
                days += std::chrono::duration<double, std::ratio<86'400>>(*ticket.closedAt - ticket.reportedAt).count();
                ++closed;
            }
        }
        QVERIFY2(days / closed > 3 && days / closed < 5, qPrintable(QString::number(days / closed)));
    }

    void everyTicketLiesInItsGrid()
    {
        const SimulatedCounty county = simulatedCounty(7);
        std::map<RegionCode, const Region *> grids;
        for (const Region &region : county.regions) {
            grids.emplace(region.code, &region);
        }
        for (const auto &[id, ticket] : _made.tickets) {
            QCOMPARE(ticket.place.region.text.size(), 15u);
            QVERIFY(lies(ticket.place.point.value(), *grids.at(ticket.place.region)));
        }
    }

    void textsAreWholeAndOfALengthToRead()
    {
        std::set<std::string> details;
        for (const auto &[id, ticket] : _made.tickets) {
            const Reported &report = reportOf(ticket);
            for (const std::string &text : { report.title, report.detail, report.place.text }) {
                QVERIFY(QUtf8StringView(text.data(), std::ssize(text)).isValidUtf8());
                QVERIFY2(!text.contains('{') && !text.contains('}'), text.c_str());
                QVERIFY(!text.empty());
            }
            QVERIFY2(QString::fromStdString(report.title).size() <= 40, report.title.c_str());
            QVERIFY(QString::fromStdString(report.detail).size() <= 200);
            details.insert(report.detail);
        }
        QVERIFY2(details.size() > 15'000, qPrintable(QString::number(details.size())));
    }

    void numbersAreMadeOnce()
    {
        std::set<std::string> numbers;
        for (const auto &[id, ticket] : _made.tickets) {
            QVERIFY2(numbers.insert(ticket.number).second, ticket.number.c_str());
        }
    }

    void idsAreMadeOnce()
    {
        std::set<EventId> ids;
        for (const TicketEvent &event : _made.events) {
            QVERIFY(ids.insert(event.id).second);
        }
        for (const CountyEvent &event : _made.facts) {
            QVERIFY(ids.insert(event.id).second);
        }
    }

    void telephonesAreNobodys()
    {
        for (const auto &[id, ticket] : _made.tickets) {
            QVERIFY(ticket.citizen.telephone.empty() || ticket.citizen.telephone.starts_with("000"));
        }
    }

    void duplicatesAreJoinedOnBothSides()
    {
        int joined = 0;
        for (const auto &[id, ticket] : _made.tickets) {
            if (ticket.parent) {
                ++joined;
                QVERIFY(std::ranges::contains(_made.tickets.at(*ticket.parent).children, id));
                QVERIFY(ticket.isOpen() == _made.tickets.at(*ticket.parent).isOpen() || !ticket.isOpen());
            }
        }
        QVERIFY(joined > 50);
    }

    void noticesAreDatedWhenTheyWereIssued()
    {
        int later = 0;
        for (const CountyEvent &event : _made.facts) {
            if (const HolidayNotice *notice = std::get_if<HolidayNotice>(&event.fact)) {
                QCOMPARE(dayOf(event.at), std::max(notice->issuedOn, *dayFromIso("2020-07-01")));
                QVERIFY(notice->issuedOn <= *dayFromIso("2023-10-31"));
                later += notice->issuedOn >= *dayFromIso("2020-07-01");
            }
        }
        QCOMPARE(later, 4); // for 2021, 2022, 2023 and 2024
    }

    void aNoticeComesBetweenTicketsAndSetsTheirDeadlinesAnew()
    {
        std::vector<HolidayNotice> late = notices(); // every real one was out before a deadline could reach its year
        std::ranges::find(late, 2023, &HolidayNotice::year)->issuedOn = *dayFromIso("2022-12-29");
        std::optional<Instant> issued; // the one for 2023
        int provisional = 0;
        int noticed = 0;
        SimulationOutlets outlets;
        outlets.takeFact = [&](const CountyEvent &event) {
            const HolidayNotice *const notice = std::get_if<HolidayNotice>(&event.fact);
            issued = notice && notice->year == 2023 ? event.at : issued;
            return std::expected<void, Failure>();
        };
        outlets.takeEvent = [&](const TicketEvent &event, const Ticket &after) {
            const bool isProvisional = after.deadline && after.deadline->isProvisional && !after.milestoneMetAt;
            provisional += !issued && isProvisional ? 1 : 0;
            noticed += after.deadline && after.deadline->cause == DeadlineCause::Noticed ? 1 : 0;
            const bool isInPlace = issued ? event.at >= *issued && !isProvisional : event.at < issuedAt2023;
            return isInPlace ? std::expected<void, Failure>()
                             : failure(FailureKind::Invalid, QString::fromStdString(after.number));
        };
        const auto done = simulate({ 12'000, *dayFromIso("2022-10-20"), *dayFromIso("2023-01-20"), 3 }, late, outlets);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
        QCOMPARE(issued, issuedAt2023);
        QVERIFY2(provisional > 3 && noticed > 3, qPrintable(QStringLiteral("%1 %2").arg(provisional).arg(noticed)));
    }

    void whatTheLogSaysAddsUpToTheSameTickets()
    {
        const RuleBook rules { *Calendar::fromNotices(notices()), {}, std::chrono::minutes { 10 } };
        for (const auto &[id, ticket] : _made.tickets) {
            QCOMPARE(folded(ticket.trail, rules).step, ticket.step);
        }
    }

    void aSeedRepeatsItselfAndAnotherDoesNot()
    {
        const auto first = outcome(fortyMonths(600, 3));
        const auto second = outcome(fortyMonths(600, 3));
        const auto other = outcome(fortyMonths(600, 4));
        QVERIFY(first->events == second->events);
        QVERIFY(first->facts == second->facts);
        QVERIFY(first->events != other->events);
    }

    void daysThatRunBackwardsAreRefused()
    {
        const auto made = outcome({ 10, *dayFromIso("2023-02-01"), *dayFromIso("2023-01-01"), 1 });
        QVERIFY(!made);
        QVERIFY(made.error().kind == FailureKind::Invalid);
    }

    void aRunCanEndWithinADay()
    {
        const Instant end = startOf(*dayFromIso("2023-02-07")) + std::chrono::hours { 10 };
        const auto made = outcome({ 900, *dayFromIso("2023-02-06"), *dayFromIso("2023-02-07"), 1, end });
        QVERIFY(made);
        QCOMPARE(made->tickets.size(), 900u);
        QVERIFY(made->events.back().at < end);
        const auto today = std::ranges::count_if(
            made->tickets, [&](const auto &one) { return dayOf(one.second.reportedAt) == dayOf(end); });
        QVERIFY(today > 100 && today < 450);
    }

    void stoppingStopsAtTheNextDay()
    {
        SimulationOutlets outlets;
        outlets.takeFact = [](const CountyEvent &) { return std::expected<void, Failure>(); };
        outlets.takeEvent = [](const TicketEvent &, const Ticket &) { return std::expected<void, Failure>(); };
        int days = 0;
        outlets.progress = [&](int, int) { return ++days < 3; };
        const auto made = simulate(fortyMonths(100, 1), notices(), outlets);
        QVERIFY(!made && made.error().kind == FailureKind::Cancelled);
        QCOMPARE(days, 3);
    }

private:
    Outcome _made;
};

} // namespace huying

QTEST_GUILESS_MAIN(huying::SimulationTest)
#include "tst_simulation.moc"
