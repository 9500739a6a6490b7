#include <programs_seen/Caller.h>
#include <programs_seen/SeenCounty.h>
#include <programs_seen/UnpackedSnapshot.h>
#include <support/Sentences.h>
#include <sync/Presence.h>
#include <sync/Wire.h>

using namespace huying;
using namespace huying::testing;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 20'000; ///< what others do is told with the next pulse

QByteArray looking(const SeenTicket &ticket)
{
    return QByteArray::fromStdString(textOf(Doing { .looking = ticket.id(), .showing = {} }));
}

} // namespace

/// A backend and what it sends to each role: the bytes themselves, whatever a desk would make of them.
class AudiencesTest : public Sentences
{
    Q_OBJECT

    std::unique_ptr<SeenCounty> _county;
    std::map<QByteArray, std::unique_ptr<Caller>> _callers;
    std::map<QByteArray, std::unique_ptr<LiveBytes>> _lines; ///< open since before the drain was reported
    std::unique_ptr<LiveBytes> _atTheLamp;
    std::unique_ptr<LiveBytes> _atTheWell;
    Position _before = 0; ///< where the log ended before the drain

    static void addEverybody()
    {
        QTest::addColumn<QByteArray>("who");
        for (const Onlooker &eyes : SeenCounty::everybody()) {
            QTest::newRow(eyes.account.name.c_str()) << QByteArray::fromStdString(eyes.account.name);
        }
    }
    QByteArrayList seenOf(const Onlooker &eyes, bool SeenTicket::*which) const
    {
        QByteArrayList names;
        for (const SeenTicket &ticket : _county->tickets()) {
            if (eyes.sees(ticket) && ticket.*which) {
                names << ticket.name;
            }
        }
        return names;
    }
    /// A page or more says all that is for `eyes` of `tickets`, and nothing that is not.
    void comparePages(const QByteArray &told, const Onlooker &eyes, const QByteArrayList &tickets) const
    {
        QCOMPARE(_county->leakIn(withoutStubs(told), eyes), QByteArray());
        QCOMPARE(_county->missingIn(told, tickets, eyes.withNames), QByteArray());
        QVERIFY(eyes.withNames || !(told.contains("\"personal\":") || told.contains("\"salt\":")));
    }
    void signIn();
    void report(const SeenTicket &ticket);

private slots:
    void initTestCase();
    void cleanupTestCase();

    void eventsAreOfWhatIsInSight_data() { addEverybody(); }
    void eventsAreOfWhatIsInSight();
    void trailsAreOfWhatIsInSight_data() { addEverybody(); }
    void trailsAreOfWhatIsInSight();
    void aSnapshotHoldsWhatIsInSight_data() { addEverybody(); }
    void aSnapshotHoldsWhatIsInSight();
    void aFirstPartHoldsWhatIsAtWorkInSight_data() { addEverybody(); }
    void aFirstPartHoldsWhatIsAtWorkInSight();
    void anEntryIsPushedToThoseWhoSeeIt_data() { addEverybody(); }
    void anEntryIsPushedToThoseWhoSeeIt();
    void aLineThatComesBackIsToldWhatIsInSight_data() { addEverybody(); }
    void aLineThatComesBackIsToldWhatIsInSight();
    void whoLooksAtATicketIsToldToThoseWhoSeeIt_data() { addEverybody(); }
    void whoLooksAtATicketIsToldToThoseWhoSeeIt();
    void aTicketThatWasGivenAwayIsInNoSnapshotAnyMore_data();
    void aTicketThatWasGivenAwayIsInNoSnapshotAnyMore();
};

void AudiencesTest::initTestCase()
{
    _county = std::make_unique<SeenCounty>();
    QVERIFY(_county->isServing());
    signIn();
    const QByteArray greeting = _callers.at("dispatcher")->get(u"/v1/greeting"_s);
    _before = greetingFrom(greeting.toStdString())->head;
    for (const auto &[name, caller] : _callers) {
        _lines[name] = caller->live(_before);
    }
    _atTheLamp = _callers.at("dispatcher")->live(_before);
    _atTheWell = _callers.at("machine")->live(_before);
    for (const auto &[name, line] : _lines) {
        QTRY_COMPARE_WITH_TIMEOUT(line->reached(), _before, patience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(_atTheLamp->reached() == _before && _atTheWell->reached() == _before, patience);
    report(_county->ticket("drain"));
    _atTheLamp->say(looking(_county->ticket("lamp")));
    _atTheWell->say(looking(_county->ticket("well")));
}

void AudiencesTest::signIn()
{
    for (const Onlooker &eyes : SeenCounty::everybody()) {
        const auto name = QByteArray::fromStdString(eyes.account.name);
        _callers[name] = std::make_unique<Caller>(_county->url(), name, SeenCounty::password);
        QVERIFY2(_callers.at(name)->isSignedIn(), name.constData());
    }
}

void AudiencesTest::report(const SeenTicket &ticket)
{
    TicketEvent event = ticket.trail.front();
    event.author = authorOf(SeenCounty::onlooker("dispatcher").account, "01");
    const QByteArray told = _callers.at("dispatcher")->post(u"/v1/proposals"_s, proposalOf(event));
    QCOMPARE(told, "{\"positions\":[" + QByteArray::number(_before + 1) + "]}\n");
}

void AudiencesTest::cleanupTestCase()
{
    _lines.clear();
    _atTheLamp.reset();
    _atTheWell.reset();
    _callers.clear();
    _county.reset();
}

void AudiencesTest::eventsAreOfWhatIsInSight()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    comparePages(_callers.at(who)->get(u"/v1/events?after=0&limit=5000"_s), eyes, eyes.tickets);
}

void AudiencesTest::trailsAreOfWhatIsInSight()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    for (const SeenTicket &ticket : _county->tickets()) {
        const auto id = QByteArray::fromStdString(toText(ticket.id()));
        const QByteArray told = _callers.at(who)->post(u"/v1/trails"_s, id);
        if (eyes.sees(ticket)) {
            comparePages(told, eyes, { ticket.name });
        } else {
            QCOMPARE(told, QByteArray());
        }
    }
}

void AudiencesTest::aSnapshotHoldsWhatIsInSight()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    const UnpackedSnapshot snapshot(_callers.at(who)->get(u"/v1/snapshot"_s));
    QCOMPARE(_county->leakIn(snapshot.bytes(), eyes), QByteArray());
    QCOMPARE(_county->missingIn(snapshot.bytes(), eyes.tickets, false), QByteArray());
    QCOMPARE(_county->missingIn(snapshot.bytes(), seenOf(eyes, &SeenTicket::isOpen), eyes.withNames), QByteArray());
    for (const SeenTicket &ticket : _county->tickets()) {
        QCOMPARE(snapshot.hasRow(ticket.id()), eyes.sees(ticket));
        QCOMPARE(snapshot.hasTrail(ticket.id()), eyes.sees(ticket) && ticket.isOpen);
    }
    QCOMPARE(snapshot.count("search_text_docsize"), snapshot.count("ticket"));
    QCOMPARE(snapshot.count("event WHERE personal IS NOT NULL OR salt IS NOT NULL") > 0, eyes.withNames);
    QCOMPARE(snapshot.count("search_person_docsize"), eyes.withNames ? snapshot.count("ticket") : 0);
}

void AudiencesTest::aFirstPartHoldsWhatIsAtWorkInSight()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    Onlooker nobodysNames = eyes; // they come with the trails
    nobodysNames.withNames = false;
    const UnpackedSnapshot part(_callers.at(who)->get(u"/v1/snapshot?of=at-work"_s));
    QCOMPARE(_county->leakIn(part.bytes(), nobodysNames), QByteArray());
    QCOMPARE(_county->missingIn(part.bytes(), seenOf(eyes, &SeenTicket::isAtWork), false), QByteArray());
    for (const SeenTicket &ticket : _county->tickets()) {
        QCOMPARE(part.hasRow(ticket.id()), eyes.sees(ticket) && ticket.isAtWork);
        QVERIFY(!part.hasTrail(ticket.id()));
    }
    QCOMPARE(part.count("search_text_docsize") + part.count("search_person_docsize"), 0);
}

void AudiencesTest::anEntryIsPushedToThoseWhoSeeIt()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    const LiveBytes &line = *_lines.at(who);
    QTRY_VERIFY_WITH_TIMEOUT(line.reached() > _before, patience);
    const bool isTheirs = eyes.sees(_county->ticket("drain"));
    comparePages(line.pages(), eyes, isTheirs ? QByteArrayList { "drain" } : QByteArrayList());
}

void AudiencesTest::aLineThatComesBackIsToldWhatIsInSight()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    const auto recent = _callers.at(who)->live(_before);
    const auto old = _callers.at(who)->live(0);
    QTRY_VERIFY_WITH_TIMEOUT(recent->reached() > _before && old->reached() > _before, patience);
    const bool isTheirs = eyes.sees(_county->ticket("drain"));
    comparePages(recent->pages(), eyes, isTheirs ? QByteArrayList { "drain" } : QByteArrayList());
    comparePages(old->pages(), eyes, eyes.tickets);
}

void AudiencesTest::whoLooksAtATicketIsToldToThoseWhoSeeIt()
{
    QFETCH(const QByteArray, who);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    const LiveBytes &line = *_lines.at(who);
    const auto isToldOf = [&](const char *account) {
        return line.presences().contains(SeenCounty::onlooker(account).account.displayName);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isToldOf("dispatcher") && isToldOf("machine"), patience);
    QCOMPARE(_county->leakIn(line.presences(), eyes), QByteArray());
    for (const char *const looked : { "lamp", "well" }) {
        const SeenTicket &ticket = _county->ticket(looked);
        QCOMPARE(line.presences().contains(toText(ticket.id())), eyes.sees(ticket));
    }
}

void AudiencesTest::aTicketThatWasGivenAwayIsInNoSnapshotAnyMore_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the whole") << u"/v1/snapshot"_s;
    QTest::newRow("the first part") << u"/v1/snapshot?of=at-work"_s;
}

void AudiencesTest::aTicketThatWasGivenAwayIsInNoSnapshotAnyMore()
{
    QFETCH(const QString, path);
    const SeenCounty county; // its own: what others see stays as it is
    Caller hall(county.url(), "dispatcher", SeenCounty::password);
    Caller unit(county.url(), "lighting", SeenCounty::password);
    const SeenTicket &lamp = county.ticket("lamp");
    QVERIFY(UnpackedSnapshot(unit.get(path)).hasRow(lamp.id()));

    TicketEvent event { numbered(1'000), lamp.id(), Version(lamp.trail.size()),
        authorOf(SeenCounty::onlooker("dispatcher").account, "01"), clockNow(), Returned { "不属于本单位" } };
    QVERIFY(hall.post(u"/v1/proposals"_s, proposalOf(event)).contains("positions"));
    const UnpackedSnapshot later(unit.get(path));
    QVERIFY(!later.bytes().isEmpty());
    QVERIFY(!later.hasRow(lamp.id()));
    QVERIFY(!later.bytes().contains(lamp.citizen.telephone));
}

QTEST_GUILESS_MAIN(AudiencesTest)
#include "tst_audiences.moc"
