#include <canonical/Record.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

Entry entry()
{
    Reported report { .number = "D1-1",
        .category = { "09" },
        .title = "路灯",
        .detail = "",
        .place = {},
        .origin = {},
        .given = {},
        .citizen = {} };
    report.citizen = { "王某", "1" };
    const Uuid id = *uuidFromText("018f2b6e-7c31-7a05-9b0c-0123456789ab");
    const TicketEvent event {
        .id = id, .ticket = id, .author = {}, .at = Instant { std::chrono::milliseconds { 5 } }, .content = report
    };
    return { 3, Instant { std::chrono::milliseconds { 6 } }, recordOf(event, { 1, 2, 3 }), {} };
}

QByteArray hex(const Digest &digest)
{
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())).toHex();
}

} // namespace

class Chain : public Sentences
{
    Q_OBJECT
private slots:
    void aLineIsCanonicalJson()
    {
        // these digests were computed by another program, from the text below without its chain
        const Entry one = entry();
        QCOMPARE(hex(one.record.personalDigest),
            QByteArray("73bf7c03fe760bf19d63a44ce3d967f84ab1885ce17aab92144afb97d5f0ef04"));
        std::string line = lineOf(one, false);
        std::ranges::replace(line, '"', '\'');
        QCOMPARE(line,
            "{'at':5,'author':{'role':'machine'},'chain':'"
            "0000000000000000000000000000000000000000000000000000000000000000','content':{'category':'09','channel':'"
            "citizen','deadlineClass':'other','importance':1,'number':'D1-1','place':{'datum':'wgs-84'},'title':'路灯'}"
            ",'decidedOn':0,'id':'018f2b6e-7c31-7a05-9b0c-0123456789ab','kind':'reported','personalDigest':'"
            "73bf7c03fe760bf19d63a44ce3d967f84ab1885ce17aab92144afb97d5f0ef04','position':3,'received':6,'subject':'"
            "ticket:018f2b6e-7c31-7a05-9b0c-0123456789ab'}");
    }

    void theChainIsMadeOfWellKnownParts()
    {
        QCOMPARE(hex(envelopeDigest(entry())),
            QByteArray("6dbdc8c4aaec7c0b0b8b65defc80f6a60c1efd103b79069701e9ada09272a61b"));
        QCOMPARE(hex(chainAfter({}, entry())),
            QByteArray("88289bc7aea6af4a7b5fec000967b4930f1edc4818bbeca2b9b8ebed6de51ec0"));
    }

    void theChainVerifiesWithoutThePersonalPart()
    {
        Entry without = entry();
        without.record.personal.clear();
        without.record.salt = {};
        QCOMPARE(chainAfter({}, without), chainAfter({}, entry()));
    }

    void theChainGoesOnOverAnEntryThatIsNotShown()
    {
        const Digest before { 1, 2, 3 };
        QCOMPARE(chainAfter(before, envelopeDigest(entry())), chainAfter(before, entry()));
    }

    void whateverIsChangedChangesTheChain()
    {
        const Digest chain = chainAfter({}, entry());
        const auto changed = [&](auto change) {
            Entry other = entry();
            change(other);
            return chainAfter({}, other) != chain;
        };
        QVERIFY(changed([](Entry &e) { ++e.position; }));
        QVERIFY(changed([](Entry &e) { e.received += std::chrono::milliseconds { 1 }; }));
        QVERIFY(changed([](Entry &e) { ++e.record.id.bytes[0]; }));
        QVERIFY(changed([](Entry &e) { e.record.subject += '1'; }));
        QVERIFY(changed([](Entry &e) { e.record.kind += '1'; }));
        QVERIFY(changed([](Entry &e) { ++e.record.decidedOn; }));
        QVERIFY(changed([](Entry &e) { e.record.at += std::chrono::milliseconds { 1 }; }));
        QVERIFY(changed([](Entry &e) { e.record.author += ' '; }));
        QVERIFY(changed([](Entry &e) { e.record.content += ' '; }));
        QVERIFY(changed([](Entry &e) { ++e.record.personalDigest[0]; }));
        QVERIFY(chainAfter({ 1 }, entry()) != chain);
    }
};

QTEST_APPLESS_MAIN(Chain)
#include "tst_chain.moc"
