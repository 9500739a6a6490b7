#include <accounts/Audience.h>
#include <accounts/Rights.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <set>

using namespace huying;

namespace
{

Account accountOf(Role role, const std::string &unit = {}, const std::string &region = {})
{
    return {
        .name = "a", .displayName = "某人", .person = { "p" }, .role = role, .unit = { unit }, .region = { region }
    };
}

/// Assigned to U01 with U02 beside it, in the place of TicketStory's report.
Ticket assigned()
{
    TicketStory story((RuleBook()));
    story.untilAccepted().tell(assignment("U01", { "U02" }));
    return story.ticket();
}

bool may(const Account &account, const TicketContent &content, const Ticket &ticket)
{
    TicketEvent event;
    event.ticket = ticket.id;
    event.author = authorOf(account, "09");
    event.content = content;
    return mayPropose(account, event, ticket).has_value();
}

} // namespace

class TestRights : public Sentences
{
    Q_OBJECT
private slots:
    void aUnitSeesWhatItLeadsAndWhereItHelps()
    {
        const Ticket ticket = assigned();
        const TicketRow row = rowOf(ticket, RuleBook());
        for (const auto &[unit, isSeen] : { std::pair("U01", true), { "U02", true }, { "U03", false } }) {
            const Audience audience = audienceOf(accountOf(Role::Unit, unit));
            QCOMPARE(sees(audience, ticket), isSeen);
            QCOMPARE(sees(audience, row), isSeen);
            QVERIFY(audience.withPersonal);
        }
    }

    void aTownshipSeesWhatLiesInItAndWhatIsItsUnits()
    {
        Ticket ticket = assigned();
        ticket.place.region = { "130529100201003" };
        QVERIFY(sees(audienceOf(accountOf(Role::Township, "T1", "130529100")), ticket));
        QVERIFY(!sees(audienceOf(accountOf(Role::Township, "T2", "130529200")), ticket));
        QVERIFY(sees(audienceOf(accountOf(Role::Township, "U02", "130529200")), ticket));
    }

    void leadersAndWallsSeeAllWithoutNames()
    {
        for (const Role role : { Role::Leader, Role::Organisation, Role::Wall, Role::Administrator }) {
            const Audience audience = audienceOf(accountOf(role));
            QVERIFY(sees(audience, assigned()) && !audience.withPersonal);
        }
        QVERIFY(audienceOf(accountOf(Role::Dispatcher)).withPersonal);
    }

    void eachAudienceHasANameOfItsOwn()
    {
        std::set<std::string> names;
        for (const Account &account :
            { accountOf(Role::Dispatcher), accountOf(Role::Leader), accountOf(Role::Unit, "U01"),
                accountOf(Role::Unit, "U02"), accountOf(Role::Township, "U01", "130529100") }) {
            names.insert(nameOf(audienceOf(account)));
        }
        QCOMPARE(names.size(), std::size_t { 5 });
    }

    void aUnitAnswersReturnsAndAsksOnItsOwnTicketsOnly()
    {
        const Ticket ticket = assigned();
        for (const TicketContent &content : { TicketContent(HandlingBegun()), TicketContent(FirstAnswered { "已联系" }),
                 TicketContent(Answered { "已修" }), TicketContent(Returned { "不是我们的" }),
                 TicketContent(ExtensionAsked { moreDays(2), "等料" }) }) {
            QVERIFY(may(accountOf(Role::Unit, "U01"), content, ticket));
            QVERIFY(!may(accountOf(Role::Unit, "U02"), content, ticket));
            QVERIFY(!may(accountOf(Role::Unit, "U03"), content, ticket));
            QVERIFY(may(accountOf(Role::Dispatcher), content, ticket));
            QVERIFY(!may(accountOf(Role::Leader), content, ticket));
        }
        QVERIFY(may(accountOf(Role::Unit, "U02"), Noted { "已到场" }, ticket));
        QVERIFY(!may(accountOf(Role::Unit, "U03"), Noted { "已到场" }, ticket));
        QVERIFY(!may(accountOf(Role::Unit, "U01"), assignment("U02"), ticket));
    }

    void aLeaderRulesGrantsAndUrges()
    {
        const Ticket ticket = assigned();
        for (const TicketContent &content : { TicketContent(Ruled { { "U02" }, {}, "归二局", false }),
                 TicketContent(ExtensionGranted { moreDays(2), "" }), TicketContent(Urged {}) }) {
            QVERIFY(may(accountOf(Role::Leader), content, ticket));
        }
        QVERIFY(!may(accountOf(Role::Leader), Accepted(), ticket));
    }

    void aTownshipReportsWhatLiesInIt()
    {
        Reported inside = report();
        inside.place.region = { "130529100201003" };
        const Account township = accountOf(Role::Township, "T1", "130529100");
        QVERIFY(may(township, inside, {}));
        inside.place.region = { "130529200201003" };
        QVERIFY(!may(township, inside, {}));
        QVERIFY(!may(accountOf(Role::Unit, "U01"), inside, {}));
    }

    void aWallAndTheOrganisationDepartmentTouchNoTicket()
    {
        for (const Role role : { Role::Wall, Role::Organisation, Role::Administrator }) {
            for (const TicketContent &content : { TicketContent(Noted { "看" }), TicketContent(report()),
                     TicketContent(Undone()), TicketContent(Rated()) }) {
                QVERIFY(!may(accountOf(role), content, assigned()));
            }
        }
    }

    void factsAreAnAdministratorsAndCategoriesAlsoTheOrganisationDepartments()
    {
        const auto may = [](Role role, CountyFact fact) {
            CountyEvent event;
            event.author = authorOf(accountOf(role), {});
            event.fact = std::move(fact);
            return mayPropose(accountOf(role), event, {}).has_value();
        };
        QVERIFY(may(Role::Administrator, Unit()) && may(Role::Administrator, Category()));
        QVERIFY(may(Role::Organisation, Category()) && !may(Role::Organisation, Unit()));
        QVERIFY(!may(Role::Dispatcher, Region()) && !may(Role::Wall, Category()));
    }

    void nobodySpeaksForAnotherButAMachine()
    {
        TicketEvent event;
        event.author = authorOf(accountOf(Role::Dispatcher), "01");
        event.content = Noted { "代" };
        Account other = accountOf(Role::Dispatcher);
        QVERIFY(mayPropose(other, event, assigned()));
        other.person = { "q" };
        QVERIFY(!mayPropose(other, event, assigned()));
        other.role = Role::Machine;
        QVERIFY(mayPropose(other, event, assigned()));
        other.isDisabled = true;
        QVERIFY(!mayPropose(other, event, assigned()));
    }

    void onlyEventsThatAreNamedMoveATicket()
    {
        Ticket before;
        TicketStory story((RuleBook()));
        story.untilAccepted().tell(assignment("U01", { "U02" })).tell(Returned { "非我" }).tell(assignment("U03"));
        story.tell(Disputed { "争" }).tell(Ruled { { "U01" }, {}, "裁", false }).undo();
        for (const TicketEvent &event : story.events()) {
            Ticket after = before;
            fold(after, event, RuleBook());
            const bool isMoved = before.version > 0
                && (before.lead != after.lead || before.cooperating != after.cooperating
                    || before.place != after.place);
            QVERIFY(!isMoved || mayMove(kindOf(event)));
            before = after;
        }
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
