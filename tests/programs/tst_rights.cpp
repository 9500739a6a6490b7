#include <programs_seen/Caller.h>
#include <programs_seen/SeenCounty.h>
#include <support/Sentences.h>

using namespace huying;
using namespace huying::testing;
using namespace Qt::StringLiterals;

/// What a backend takes from each role, and what it refuses whatever a desk would have let them try.
class RightsTest : public Sentences
{
    Q_OBJECT

    std::unique_ptr<SeenCounty> _county;
    std::map<QByteArray, std::unique_ptr<Caller>> _callers;
    Instant _now = clockNow();
    std::uint64_t _serial = 1'000;

    AnyEvent deed(const QByteArray &deed, const Author &author);

private slots:
    void initTestCase();
    void cleanupTestCase();
    void whatARoleMayNotProposeIsRefused_data();
    void whatARoleMayNotProposeIsRefused();
};

void RightsTest::initTestCase()
{
    _county = std::make_unique<SeenCounty>();
    QVERIFY(_county->isServing());
    for (const Onlooker &eyes : SeenCounty::everybody()) {
        const auto name = QByteArray::fromStdString(eyes.account.name);
        _callers[name] = std::make_unique<Caller>(_county->url(), name, SeenCounty::password);
        QVERIFY2(_callers.at(name)->isSignedIn(), name.constData());
    }
}

void RightsTest::cleanupTestCase()
{
    _callers.clear();
    _county.reset();
}

AnyEvent RightsTest::deed(const QByteArray &deed, const Author &author)
{
    const EventId id = numbered(++_serial);
    if (deed == "a category") {
        return CountyEvent { id, 0, author, _now, Category { { "0999" }, "牌匾", {}, { "U01" }, {} } };
    }
    if (deed == "a unit") {
        return CountyEvent { id, 0, author, _now, Unit { { "U09" }, "园林中心", UnitKind::Department, {} } };
    }
    if (deed == "a report in the south") {
        Reported reported = huying::report();
        reported.place.region = _county->ticket("well").region;
        return TicketEvent { id, id, 0, author, _now, reported };
    }
    static const std::map<QByteArray, std::pair<QByteArray, TicketContent>> others {
        { "a note on the lamp", { "lamp", Noted { "已回电" } } },
        { "a note in another's name", { "lamp", Noted { "已回电" } } },
        { "a note on the well", { "well", Noted { "已回电" } } },
        { "an urging about the lamp", { "lamp", Urged { UrgingLevel::Reminder, "请尽快办理" } } },
        { "an extension for the lamp", { "lamp", ExtensionAsked { moreDays(2), "等材料" } } },
    };
    const auto &[name, content] = others.at(deed);
    const SeenTicket &ticket = _county->ticket(name);
    return TicketEvent { id, ticket.id(), Version(ticket.trail.size()), author, _now, content };
}

void RightsTest::whatARoleMayNotProposeIsRefused_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<bool>("mayDoIt");
    const auto add = [](const char *deed, const QByteArrayList &may, const QByteArrayList &mayNot) {
        const QByteArrayList all = may + mayNot;
        for (const QByteArray &who : all) {
            QTest::addRow("%s by %s", deed, who.constData()) << QByteArray(deed) << who << may.contains(who);
        }
    };
    add("a note on the lamp", { "dispatcher", "machine", "leader", "lighting", "north" },
        { "organisation", "wall", "administrator", "roads", "south" });
    add("a note on the well", { "roads", "south" }, { "lighting", "north", "wall" });
    add("a note in another's name", { "machine" }, { "leader", "lighting", "north" });
    add("an urging about the lamp", { "leader" }, { "lighting", "north", "organisation", "wall", "administrator" });
    add("an extension for the lamp", { "lighting" }, { "north", "roads", "leader", "wall" });
    add("a report in the south", { "south" }, { "north", "lighting", "leader", "wall", "administrator" });
    add("a category", { "organisation" }, { "dispatcher", "leader", "lighting", "north", "wall" });
    add("a unit", { "administrator" }, { "dispatcher", "organisation", "leader", "lighting", "north", "wall" });
}

void RightsTest::whatARoleMayNotProposeIsRefused()
{
    QFETCH(const QByteArray, deed);
    QFETCH(const QByteArray, who);
    QFETCH(const bool, mayDoIt);
    const Onlooker &eyes = SeenCounty::onlooker(who);
    const bool isAnothers = deed == "a note in another's name";
    const Account &author = isAnothers ? SeenCounty::onlooker("dispatcher").account : eyes.account;
    const AnyEvent event = this->deed(deed, authorOf(author, "01"));
    const QByteArray told = _callers.at(who)->post(u"/v1/proposals"_s, proposalOf(event));
    QCOMPARE(told.left(told.indexOf(':')), mayDoIt ? QByteArray("{\"positions\"") : QByteArray("{\"kind\""));
    QCOMPARE(told.contains("\"kind\":\"refused\""), !mayDoIt);
    QCOMPARE(_county->leakIn(told, eyes), QByteArray());
    const QByteArray log = _callers.at("dispatcher")->get(u"/v1/events?after=0&limit=5000"_s);
    const EventId id = std::visit([](const auto &each) { return each.id; }, event);
    QCOMPARE(log.contains(toText(id)), mayDoIt);
}

QTEST_GUILESS_MAIN(RightsTest)
#include "tst_rights.moc"
