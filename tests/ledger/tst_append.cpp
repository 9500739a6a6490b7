#include <ledger/Ledger.h>
#include <ledger/Verification.h>
#include <ledger_builders/Builders.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

using namespace huying;

namespace
{

const Founding founding { { "130529" }, at(-60) };

bool isRefused(const Outcome &outcome)
{
    return outcome.refused && outcome.refused->kind == FailureKind::Refused && outcome.positions.empty();
}

/// Why an outcome is none, for the message of a failed test.
const char *saidOf(const Outcome &outcome)
{
    static QByteArray text;
    text = outcome.refused ? outcome.refused->text.toUtf8() : QByteArray("accepted");
    return text.constData();
}

} // namespace

class Append : public Sentences
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> _folder;
    std::optional<Ledger> _ledger;

    std::filesystem::path file() const { return _folder->filePath(QStringLiteral("ledger")).toStdString(); }
    void open()
    {
        auto opened = Ledger::open(file(), founding, {});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        _ledger.emplace(std::move(*opened));
    }
    std::vector<Outcome> append(const std::vector<Proposal> &proposals)
    {
        return _ledger->append(proposals, at(1)).value();
    }

private slots:
    void init()
    {
        Sentences::init();
        _ledger.reset();
        _folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void aStoryIsAcceptedStepByStep()
    {
        const auto story = wholeStory(1);
        const auto outcomes = append(story);
        for (std::size_t i = 0; i < story.size(); ++i) {
            QVERIFY2(outcomes.at(i).isAccepted(), saidOf(outcomes.at(i)));
            QCOMPARE(outcomes.at(i).positions, std::vector<Position> { Position(i) + 1 });
        }
        const auto row = _ledger->reader().rows().find(idOf(1)).value();
        QCOMPARE(row.value().step, Step::Closed);
        QCOMPARE(row->version, Version { 6 });
    }

    void theChainGoesFromEntryToEntry()
    {
        append(wholeStory(1));
        const auto page = _ledger->reader().entriesAfter(0, 100).value();
        Digest chain {};
        for (const Entry &entry : page.entries) {
            chain = chainAfter(chain, entry);
            QCOMPARE(entry.chain, chain);
        }
        QCOMPARE(_ledger->head(), (Head { 6, chain }));
    }

    void theSameEventTwiceKeepsItsPlace()
    {
        const auto story = wholeStory(1);
        append(story);
        const auto again = append({ story.at(2), story.at(0) });
        QCOMPARE(again.at(0).positions, std::vector<Position> { 3 });
        QCOMPARE(again.at(1).positions, std::vector<Position> { 1 });
        QCOMPARE(_ledger->head().position, Position { 6 });
    }

    void theSameEventTwiceInOneBatchKeepsItsPlace()
    {
        const Proposal report = proposalOf({ reportOf(1) });
        QCOMPARE(append({ report, report }).at(1).positions, std::vector<Position> { 1 });
    }

    void anotherEventUnderAKnownIdIsRefused()
    {
        append({ proposalOf({ reportOf(1) }) });
        TicketEvent other = reportOf(1);
        std::get<Reported>(other.content).title = "井盖";
        QVERIFY(isRefused(append({ proposalOf({ other }) }).at(0)));
    }

    void anEventOnATicketThatIsNotThereIsRefused()
    {
        QVERIFY(isRefused(append({ proposalOf({ eventOn(idOf(9), 10, 1, at(1), Noted { "a" }) }) }).at(0)));
    }

    void whatWasRefusedStaysSoWhenItsRequestComesAgain()
    {
        const Proposal note = proposalOf({ eventOn(idOf(9), 10, 1, at(1), Noted { "a" }) });
        const Outcome first = append({ note }).at(0);
        QVERIFY(isRefused(first));
        QVERIFY(append({ proposalOf({ reportOf(9) }) }).at(0).isAccepted());

        QCOMPARE(append({ note }).at(0), first);
        _ledger.reset();
        open();
        QCOMPARE(append({ note }).at(0), first);
        const Outcome again = append({ proposalOf({ eventOn(idOf(9), 11, 1, at(1), Noted { "a" }) }) }).at(0);
        QVERIFY2(again.isAccepted(), saidOf(again));
    }

    void aRefusedProposalLeavesTheOthersOfItsBatch()
    {
        const auto outcomes = append({ proposalOf({ reportOf(1) }),
            proposalOf({ eventOn(idOf(1), 2, 1, at(1), Rated { Rating::Satisfied, "" }) }),
            proposalOf({ reportOf(3) }) });
        QVERIFY(outcomes.at(0).isAccepted());
        QVERIFY(isRefused(outcomes.at(1)));
        QCOMPARE(outcomes.at(2).positions, std::vector<Position> { 2 });
    }

    void aNumberIsGivenOnce()
    {
        TicketEvent other = reportOf(2);
        std::get<Reported>(other.content).number = "T-1";
        QVERIFY(isRefused(append({ proposalOf({ reportOf(1) }), proposalOf({ other }) }).at(1)));
    }

    void aNumberIsGivenOnceWithinAProposalToo()
    {
        TicketEvent other = reportOf(2);
        std::get<Reported>(other.content).number = "T-1";
        QVERIFY(isRefused(append({ proposalOf({ reportOf(1), other }) }).at(0)));
        QCOMPARE(_ledger->head().position, Position { 0 });
    }

    void anOriginComesOnce()
    {
        TicketEvent one = reportOf(1);
        TicketEvent other = reportOf(2);
        std::get<Reported>(one.content).origin = std::get<Reported>(other.content).origin = { "12345", "XT-7" };
        const auto outcomes = append({ proposalOf({ one }), proposalOf({ other }) });
        QVERIFY2(outcomes.at(0).isAccepted(), saidOf(outcomes.at(0)));
        QVERIFY(isRefused(outcomes.at(1)));
    }

    void aDuplicateIsJoinedOnBothSidesOrNot()
    {
        append({ proposalOf({ reportOf(1) }), proposalOf({ reportOf(2) }) });
        const TicketEvent joined = eventOn(idOf(2), 3, 1, at(5), Joined { idOf(1) });
        const TicketEvent added = eventOn(idOf(1), 4, 1, at(5), DuplicateAdded { idOf(2) });
        QVERIFY(isRefused(append({ proposalOf({ joined }) }).at(0)));
        QVERIFY(isRefused(append({ proposalOf({ added }) }).at(0)));
        const TicketEvent joinedToo = eventOn(idOf(2), 5, 1, at(5), Joined { idOf(1) });
        const TicketEvent addedToo = eventOn(idOf(1), 6, 1, at(5), DuplicateAdded { idOf(2) });
        const auto both = append({ proposalOf({ joinedToo, addedToo }) });
        QVERIFY2(both.at(0).isAccepted(), saidOf(both.at(0)));
        QCOMPARE(both.at(0).positions, (std::vector<Position> { 3, 4 }));
    }

    void aDuplicateIsSeparatedOnBothSidesOrNot()
    {
        append({ proposalOf({ reportOf(1) }), proposalOf({ reportOf(2) }),
            proposalOf({ eventOn(idOf(2), 3, 1, at(5), Joined { idOf(1) }),
                eventOn(idOf(1), 4, 1, at(5), DuplicateAdded { idOf(2) }) }) });
        const TicketEvent separated = eventOn(idOf(2), 5, 2, at(6), Separated { idOf(1), "两处" });
        QVERIFY(isRefused(append({ proposalOf({ separated }) }).at(0)));
        const TicketEvent removed = eventOn(idOf(1), 6, 2, at(6), DuplicateRemoved { idOf(2) });
        const auto both = append({ proposalOf({ separated, removed }) });
        QVERIFY2(both.at(0).isAccepted(), saidOf(both.at(0)));
    }

    void aTicketIsNotJoinedToOneThatIsNotThere()
    {
        append({ proposalOf({ reportOf(2) }) });
        const auto outcomes = append({ proposalOf({ eventOn(idOf(2), 3, 1, at(5), Joined { idOf(1) }),
            eventOn(idOf(1), 4, 1, at(5), DuplicateAdded { idOf(2) }) }) });
        QVERIFY(isRefused(outcomes.at(0)));
    }

    void whatIsNotInTheFormOfTheLogIsRefused()
    {
        Proposal broken = proposalOf({ reportOf(1) });
        broken.records.front().content = "{}";
        const auto outcomes = append({ broken, Proposal {} });
        QCOMPARE(outcomes.at(0).refused.value().kind, FailureKind::Invalid);
        QCOMPARE(outcomes.at(1).refused.value().kind, FailureKind::Invalid);
    }

    void factsAreKeptAsTheyWereSetLast()
    {
        append({ proposalOf(settingOf(1, Unit { { "u01" }, "供水服务中心", UnitKind::Department, {} })),
            proposalOf(settingOf(2, Unit { { "u01" }, "供水中心", UnitKind::Department, {} })) });
        const auto facts = _ledger->reader().facts().all().value();
        QCOMPARE(facts.size(), std::size_t { 1 });
        QCOMPARE(std::get<Unit>(facts.front()).name, "供水中心");
    }

    void twoCategoriesNeverHaveOneCode()
    {
        const Category lamps { { "01" }, "路灯", DeadlineClass::Other, {}, {} };
        Category covers = lamps;
        covers.name = "井盖";
        QVERIFY(append({ proposalOf(settingOf(1, lamps)) }).at(0).isAccepted());
        const auto outcomes = append({ proposalOf(settingOf(2, covers)), proposalOf(settingOf(3, lamps)) });
        QVERIFY(isRefused(outcomes.at(0)));
        QVERIFY(outcomes.at(0).refused->text.contains(u"路灯"));
        QVERIFY(outcomes.at(1).isAccepted()); // it says nothing new
        QCOMPARE(_ledger->reader().facts().category({ "01" }).value().value().name, "路灯");

        Category first { { "02" }, "路灯", DeadlineClass::Other, {}, {} };
        Category second = first;
        second.name = "井盖";
        Proposal both = proposalOf(settingOf(4, first));
        both.records.push_back(proposalOf(settingOf(5, second)).records.front());
        QVERIFY(isRefused(append({ both }).at(0)));
        QVERIFY(!_ledger->reader().facts().category({ "02" }).value());

        CountyEvent renaming = settingOf(6, covers); // by who has seen the one that is there
        renaming.decidedOn = 1;
        QVERIFY(append({ proposalOf(renaming) }).at(0).isAccepted());
        QCOMPARE(_ledger->reader().facts().category({ "01" }).value().value().name, "井盖");
    }

    void aNoticeSetsProvisionalDeadlinesAnew()
    {
        append({ proposalOf({ reportOf(1) }) });
        QVERIFY(_ledger->reader().rows().find(idOf(1)).value()->isProvisional);
        const auto outcomes = append({ proposalOf(settingOf(2, noticeOf(2023), at(30))) });
        QVERIFY2(outcomes.at(0).isAccepted(), saidOf(outcomes.at(0)));
        QVERIFY(!_ledger->reader().rows().find(idOf(1)).value()->isProvisional);
        QVERIFY(_ledger->rules().calendar.hasNotice(std::chrono::year { 2023 }));
    }

    void aNoticeThatContradictsItselfIsRefused()
    {
        HolidayNotice notice = noticeOf(2023);
        std::swap(notice.daysOff.front().first, notice.daysOff.front().last);
        const auto outcomes = append({ proposalOf(settingOf(1, notice)), proposalOf({ reportOf(2) }) });
        QCOMPARE(outcomes.at(0).refused.value().kind, FailureKind::Invalid);
        QVERIFY(outcomes.at(1).isAccepted());
    }

    void aTicketFoldedAgainIsTheOneInMemory()
    {
        append({ proposalOf({ reportOf(1) }), proposalOf(settingOf(50, noticeOf(2023), at(30))),
            proposalOf({ eventOn(idOf(1), 2, 1, at(40), Accepted { { "0903" }, DeadlineClass::Other, 2 }) }) });
        const auto ticket = _ledger->reader().ticket(idOf(1), {}).value();
        QCOMPARE(ticket.deadlines.size(), std::size_t { 2 });
        QVERIFY(rowOf(ticket, _ledger->rules()) == _ledger->reader().rows().find(idOf(1)).value().value());
    }

    void afterRestartTheLogGoesOn()
    {
        const auto story = wholeStory(1);
        append({ story.at(0), story.at(1) });
        const Head head = _ledger->head();
        _ledger.reset();
        open();
        QCOMPARE(_ledger->head(), head);
        QVERIFY(append({ story.at(2) }).at(0).isAccepted());
        QCOMPARE(_ledger->founding(), founding);
    }

    void theListenerHearsOfWhatWasCommitted()
    {
        std::vector<Position> heard;
        _ledger->onCommit([&](std::span<const Entry> entries) {
            std::ranges::transform(entries, std::back_inserter(heard), &Entry::position);
        });
        const auto story = wholeStory(1);
        append({ story.at(0), story.at(1) });
        append({ story.at(0) });
        QCOMPARE(heard, (std::vector<Position> { 1, 2 }));
    }

    void aReaderSeesWhatWasCommitted()
    {
        auto reader = LedgerReader::open(file());
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        QCOMPARE(reader->entriesAfter(0, 10).value().head, Position { 0 });
        append(wholeStory(1));
        const auto page = reader->entriesAfter(2, 2).value();
        QCOMPARE(page.entries.size(), std::size_t { 2 });
        QCOMPARE(page.entries.front().position, Position { 3 });
        QCOMPARE(page.head, Position { 6 });
        QCOMPARE(reader->trailOf(idOf(1)).value().size(), std::size_t { 6 });
    }

    void whatCannotBeMadeDurableElsewhereIsNotKept()
    {
        const auto story = wholeStory(1);
        append({ story[0] });
        bool isAway = true;
        std::vector<Position> seen;
        _ledger->beforeCommit([&](std::span<const Entry> added, auto) -> std::expected<void, Failure> {
            seen.push_back(added.front().position);
            return isAway ? failure(FailureKind::Unreachable, QStringLiteral("away")) : std::expected<void, Failure>();
        });
        QCOMPARE(_ledger->append(std::span(story).subspan(1, 1), at(1)).error().kind, FailureKind::Unreachable);
        QCOMPARE(_ledger->head().position, Position { 1 });
        QCOMPARE(_ledger->reader().entriesAfter(0, 100)->entries.size(), std::size_t { 1 });
        isAway = false;
        QCOMPARE(append({ story[1] }).front().positions, std::vector<Position> { 2 });
        QCOMPARE(seen, (std::vector<Position> { 2, 2 }));
    }

    void whatIsRefusedIsMadeDurableElsewhereToo()
    {
        const Proposal note = proposalOf({ eventOn(idOf(9), 10, 1, at(1), Noted { "a" }) });
        std::vector<Refusal> told;
        bool isAway = true;
        _ledger->beforeCommit([&](std::span<const Entry> added, std::span<const Refusal> refused) {
            told.assign(refused.begin(), refused.end());
            return isAway || !added.empty() ? std::expected<void, Failure>(std::unexpected(Failure {}))
                                            : std::expected<void, Failure>();
        });
        QVERIFY(!_ledger->append(std::span(&note, 1), at(1)));
        isAway = false;
        const Outcome given = append({ note }).front();
        QCOMPARE(told, (std::vector<Refusal> { { note.records.front().id, *given.refused, at(1) } }));
        told.clear();
        QCOMPARE(append({ note }).front(), given);
        QVERIFY(told.empty());
    }

    void whatWasRefusedElsewhereStaysSo()
    {
        const Proposal report = proposalOf({ reportOf(1) });
        const Failure why { FailureKind::Refused, QStringLiteral("not yours") };
        QVERIFY(_ledger->remember({ { { report.records.front().id, why, at(0) } } }));
        QCOMPARE(append({ report }).front().refused, why);
        QVERIFY(append({ proposalOf({ reportOf(2) }) }).front().isAccepted());
    }

    void whoFollowsHasTheSameRows()
    {
        append({ proposalOf(settingOf(900, noticeOf(2023))) });
        append(wholeStory(1));
        append({ wholeStory(101)[0], wholeStory(101)[1] });
        const auto page = _ledger->reader().entriesAfter(0, 100).value();
        auto copy = Ledger::open(_folder->filePath(QStringLiteral("copy")).toStdString(), founding, {}).value();
        std::size_t told = 0;
        copy.onCommit([&](std::span<const Entry> entries) { told += entries.size(); });
        QVERIFY(copy.follow(std::span(page.entries).first(3)));
        QVERIFY(copy.follow(std::span(page.entries).subspan(3)));
        QCOMPARE(copy.head(), _ledger->head());
        QCOMPARE(told, page.entries.size());
        for (const int ticket : { 1, 101 }) {
            QCOMPARE(
                copy.reader().rows().find(idOf(ticket)).value(), _ledger->reader().rows().find(idOf(ticket)).value());
        }
        // figures and search too
        const auto found = verify(copy.file(), {}, at(20'000), [](Position, Position) { return true; });
        QVERIFY2(found && found->isSound(), found ? qPrintable(found->examples.join(u'\n')) : "unread");
    }

    void whatDoesNotGoOnFromHereIsNotFollowed()
    {
        append(wholeStory(1));
        auto page = _ledger->reader().entriesAfter(0, 100).value();
        auto copy = Ledger::open(_folder->filePath(QStringLiteral("copy")).toStdString(), founding, {}).value();
        QCOMPARE(copy.follow(std::span(page.entries).subspan(1)).error().kind, FailureKind::Damaged);
        page.entries[4].record.decidedOn = 1;
        QCOMPARE(copy.follow(page.entries).error().kind, FailureKind::Damaged);
        QCOMPARE(copy.head(), Head());
        QCOMPARE(copy.reader().head().value(), Head());
    }
};

QTEST_APPLESS_MAIN(Append)
#include "tst_append.moc"
