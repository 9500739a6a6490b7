#include "Days.h"
#include "Moves.h"

#include <support/LegalTicket.h>
#include <support/Sentences.h>
#include <support/TicketStory.h>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>

using namespace huying;

namespace
{

const RuleBook &rules()
{
    static const RuleBook book { published(), {} };
    return book;
}

/// What the rules let happen of `moves`, the rest is refused.
Ticket lived(const std::vector<Move> &moves, auto &&afterEach)
{
    Ticket ticket;
    std::uint64_t serial = 0;
    for (const Move &move : moves) {
        const TicketEvent event = eventOf(move, ticket, ++serial);
        const Ticket before = ticket;
        if (apply(ticket, event, rules())) {
            afterEach(before, ticket, event);
        } else {
            RC_ASSERT(ticket == before);
        }
    }
    return ticket;
}

Ticket lived(const std::vector<Move> &moves)
{
    return lived(moves, [](const Ticket &, const Ticket &, const TicketEvent &) {});
}

/// Without what goes on when something is undone.
Ticket withoutCourse(Ticket ticket)
{
    ticket.trail.clear();
    ticket.version = 0;
    ticket.decisionVersion = 0;
    ticket.changedAt = {};
    return ticket;
}

bool isUndoable(const TicketEvent &event)
{
    constexpr std::array never { "reported", "first-answered", "answered", "rated", "followed-up", "called-back",
        "joined", "separated", "duplicate-added", "duplicate-removed", "closed-with-parent", "undone" };
    return !std::ranges::contains(never, kindOf(event));
}

TicketEvent undoing(const TicketEvent &event, const Ticket &ticket)
{
    return { numbered(999), ticket.id, ticket.version, event.author, event.at + std::chrono::minutes { 1 },
        Undone { event.id } };
}

} // namespace

class AnySequenceTest : public Sentences
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
            qputenv("RC_PARAMS", "max_success=3000 max_size=120");
        }
    }

    void noSequenceOfEventsReachesAnIllegalState()
    {
        QVERIFY(rc::check("no sequence of events reaches an illegal state", [](const std::vector<Move> &moves) {
            lived(moves, [](const Ticket &, const Ticket &after, const TicketEvent &event) {
                const std::string found = illegal(after);
                if (!found.empty()) {
                    RC_LOG() << "after " << kindOf(event) << ": " << found << '\n';
                }
                RC_ASSERT(found.empty());
            });
        }));
    }

    void foldingInPiecesEqualsFoldingAtOnce()
    {
        QVERIFY(rc::check("folding in pieces equals folding at once", [](const std::vector<Move> &moves) {
            const Ticket ticket = lived(moves);
            const std::span<const TicketEvent> trail = ticket.trail;
            const auto split = *rc::gen::inRange<std::size_t>(0, trail.size() + 1);
            const Ticket first = folded(trail.first(split), rules());
            Ticket pieces = first;
            for (const TicketEvent &event : trail.subspan(split)) {
                const Ticket copy = pieces;
                fold(pieces, event, rules());
                RC_ASSERT(copy.version + 1 == pieces.version);
            }
            RC_ASSERT(pieces == ticket);
            RC_ASSERT(folded(trail, rules()) == ticket);
            RC_ASSERT(first.version == split);
        }));
    }

    void whatIsUndoneAtOnceIsAsIfItHadNotBeen()
    {
        QVERIFY(rc::check("what is undone at once is as if it had not been", [](const std::vector<Move> &moves) {
            lived(moves, [](const Ticket &before, const Ticket &after, const TicketEvent &event) {
                Ticket ticket = after;
                const TicketEvent undo = undoing(event, after);
                const auto allowed = apply(ticket, undo, rules());
                RC_ASSERT(allowed.has_value() == isUndoable(event));
                if (allowed) {
                    RC_ASSERT(withoutCourse(ticket) == withoutCourse(before));
                    RC_ASSERT(ticket.version == after.version + 1);
                    RC_ASSERT(illegal(ticket).empty());
                }
            });
        }));
    }

    void whatIsAllowedIsAlsoOffered()
    {
        QVERIFY(rc::check("what is allowed is also offered", [](const std::vector<Move> &moves) {
            lived(moves, [](const Ticket &before, const Ticket &, const TicketEvent &event) {
                const auto offered = possibleNext(before, Role::Dispatcher);
                constexpr std::array unoffered { "reported", "undone", "duplicate-added", "duplicate-removed",
                    "closed-with-parent" };
                RC_ASSERT(
                    std::ranges::contains(offered, kindOf(event)) || std::ranges::contains(unoffered, kindOf(event)));
            });
        }));
    }

    void theRowSaysWhatTheTicketSays()
    {
        QVERIFY(rc::check("the row says what the ticket says", [](const std::vector<Move> &moves) {
            const Ticket ticket = lived(moves);
            const TicketRow row = rowOf(ticket, rules());
            RC_ASSERT(row.isOpen() == ticket.isOpen());
            RC_ASSERT(row.due.has_value() == ticket.deadline.has_value());
            RC_ASSERT(!row.soonAt || *row.soonAt <= std::max(*row.due, ticket.reportedAt));
        }));
    }

    void theGeneratorReachesEveryKindOfEvent()
    {
        // Always the same sequences: by chance a rare kind would be too rare once in a hundred runs.
        const auto sequences = rc::gen::arbitrary<std::vector<Move>>();
        rc::Random random { 1 };
        std::map<std::string_view, int> told;
        for (int i = 0; i < 3000; ++i) {
            const auto moves = sequences(random.split(), i % 120).value();
            lived(moves, [&told](const Ticket &, const Ticket &, const TicketEvent &event) { ++told[kindOf(event)]; });
        }
        for (const std::string_view kind : ticketKindNames) {
            QVERIFY2(told[kind] > 20, std::string(kind).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(AnySequenceTest)
#include "tst_anysequence.moc"
