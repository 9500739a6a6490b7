#include "Golden.h"

#include <arbitrary/Arbitrary.h>
#include <support/Sentences.h>

using namespace huying;

namespace
{

/// The text of a content as it stands in the log.
std::string textOf(TicketContent content)
{
    return recordOf(TicketEvent { .id = {}, .ticket = {}, .author = {}, .at = {}, .content = std::move(content) }, {})
        .content;
}

std::string textOf(CountyFact fact)
{
    return recordOf(CountyEvent { .id = {}, .author = {}, .at = {}, .fact = std::move(fact) }, {}).content;
}

const Uuid ticketId = *uuidFromText("018f2b6e-7c31-7a05-9b0c-0123456789ab");

/// With ' for ", which reads better here.
std::string quoted(std::string text)
{
    std::ranges::replace(text, '"', '\'');
    return text;
}

} // namespace

class Records : public Sentences
{
    Q_OBJECT
private slots:
    void everyTicketEventComesBackFromItsRecord()
    {
        QCOMPARE(goldenContents().size(), ticketKindNames.size());
        for (std::size_t kind = 0; kind < ticketKindNames.size(); ++kind) {
            QVERIFY2(rc::check(std::string(ticketKindNames[kind]),
                         [kind] {
                             const TicketEvent event = anyTicketEvent(kind);
                             const Record record = recordOf(event, anySalt());
                             RC_ASSERT((eventOf(record) == AnyEvent(event)));
                             RC_ASSERT(ticketOf(record) == event.ticket);
                         }),
                ticketKindNames[kind].data());
        }
    }

    void everyCountyEventComesBackFromItsRecord()
    {
        for (std::size_t kind = 0; kind < countyFactNames.size(); ++kind) {
            QVERIFY2(rc::check(std::string(countyFactNames[kind]),
                         [kind] {
                             const CountyEvent event = anyCountyEvent(kind);
                             RC_ASSERT((eventOf(recordOf(event, anySalt())) == AnyEvent(event)));
                         }),
                countyFactNames[kind].data());
        }
    }

    void everyProposalComesBackFromItsLine()
    {
        QVERIFY(rc::check([] {
            const auto kind = *rc::gen::inRange<std::size_t>(0, ticketKindNames.size());
            const Record record = recordOf(anyTicketEvent(kind), anySalt());
            RC_ASSERT((recordFrom(lineOf(record)) == record));
        }));
    }

    void everyEntryComesBackFromItsLine()
    {
        QVERIFY(rc::check([] {
            const auto kind = *rc::gen::inRange<std::size_t>(0, countyFactNames.size());
            Entry entry { *rc::gen::positive<Position>(), anyInstant(), recordOf(anyCountyEvent(kind), {}), {} };
            entry.chain = chainAfter({}, entry);
            RC_ASSERT((entryOf(lineOf(entry, true)) == entry));
        }));
    }

    void theTextOfEveryTicketContentStaysAsItIs_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < goldenContents().size(); ++i) {
            QTest::newRow(ticketKindNames[goldenContents()[i].content.index()].data()) << i;
        }
    }
    void theTextOfEveryTicketContentStaysAsItIs()
    {
        QFETCH(const std::size_t, index);
        const auto golden = goldenContents().at(index);
        QCOMPARE(textOf(golden.content), golden.text);
    }

    void theTextOfEveryFactStaysAsItIs_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < goldenFacts().size(); ++i) {
            QTest::newRow(countyFactNames[goldenFacts()[i].fact.index()].data()) << i;
        }
    }
    void theTextOfEveryFactStaysAsItIs()
    {
        QFETCH(const std::size_t, index);
        const auto golden = goldenFacts().at(index);
        QCOMPARE(textOf(golden.fact), golden.text);
    }

    void authorAndCitizenStandApartFromTheContent()
    {
        const Record record = recordOf(TicketEvent { .id = ticketId,
                                           .ticket = ticketId,
                                           .author = { { "p07" }, "调度员 一席", Role::Dispatcher, { "u00" }, "D1" },
                                           .at = {},
                                           .content = lampReport() },
            { 1, 2, 3 });
        QCOMPARE(quoted(record.author),
            "{'desk':'D1','name':'调度员 一席','person':'p07','role':'dispatcher','unit':'u00'}");
        QCOMPARE(quoted(record.personal), "{'name':'王某','telephone':'13900000000'}");
        QVERIFY(!record.content.contains("王某"));
        QCOMPARE(record.subject, "ticket:018f2b6e-7c31-7a05-9b0c-0123456789ab");
    }

    void withoutThePersonalPartTheEventIsReadWithoutIt()
    {
        TicketEvent event { .id = ticketId, .ticket = ticketId, .author = {}, .at = {}, .content = lampReport() };
        Record record = recordOf(event, { 1, 2, 3 });
        record.personal.clear();
        record.salt = {};
        std::get<Reported>(event.content).citizen = {};
        QVERIFY(eventOf(record) == AnyEvent(event));
    }

    void controlCharactersAreEscapedInTheShortestWay()
    {
        QCOMPARE(textOf(Noted { "\x01\x1f\b\f\n\r\t\"\\/\x7f" }),
            "{\"text\":\"\\u0001\\u001f\\b\\f\\n\\r\\t\\\"\\\\/\x7f\"}");
    }
};

QTEST_APPLESS_MAIN(Records)
#include "tst_records.moc"
