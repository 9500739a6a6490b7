#include "Moves.h"

#include <support/TicketStory.h>

#include <algorithm>
#include <array>
#include <utility>

namespace huying
{

namespace
{

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

UnitCode unit(unsigned choice)
{
    return { "U0" + std::to_string(choice % 3 + 1) };
}

Longer longer(const Move &move, const Ticket &ticket)
{
    const Instant due = ticket.deadline ? ticket.deadline->due : ticket.reportedAt;
    return move.choice % 2 == 0 ? moreDays(move.choice % 19) : until(due + hours { move.choice % 50 - 10 });
}

TicketContent begin(const Move &move)
{
    Reported reported = report(static_cast<DeadlineClass>(move.choice % 4));
    reported.importance = move.choice % 3 + 1;
    return reported;
}

template <std::size_t... index>
TicketContent empty(std::size_t kind, std::index_sequence<index...>)
{
    TicketContent content;
    static_cast<void>(((kind == index && (content.emplace<index>(), true)) || ...));
    return content;
}

/// Any kind, or half the time one that is offered next, so that stories get long; few end as void.
std::size_t kindOf(const Move &move, const Ticket &ticket)
{
    const auto offered = possibleNext(ticket, Role::Dispatcher);
    const std::size_t any = move.kind % ticketKindNames.size();
    if (move.kind < 128) {
        return any;
    }
    const auto named = std::ranges::find(ticketKindNames, offered[move.kind % offered.size()]);
    return *named == "voided" ? any : static_cast<std::size_t>(named - ticketKindNames.begin());
}

/// A content of the kind with particulars from the move, which may or may not fit.
struct Particulars {
    const Move &move;
    const Ticket &ticket;
    Instant at;

    bool isEven() const { return move.choice % 2 == 0; }
    TicketId other() const { return numbered(move.choice % 3 + 1u); }
    TicketId joinedTo() const { return ticket.parent.value_or(other()); }
    TicketId target() const
    {
        const std::size_t back = move.choice % std::min<std::size_t>(ticket.trail.size(), 4);
        return ticket.trail[ticket.trail.size() - 1 - back].id;
    }

    TicketContent operator()(const Reported &) const { return begin(move); }
    TicketContent operator()(const Accepted &) const
    {
        return Accepted { { "0903" }, static_cast<DeadlineClass>(move.choice % 4), move.choice / 4 % 8 == 0 ? 4 : 2 };
    }
    TicketContent operator()(const Voided &) const { return Voided { VoidReason::Test, "" }; }
    TicketContent operator()(const Assigned &) const
    {
        return Assigned { unit(move.choice), { unit(move.choice / 200u + move.choice + 2u) }, {}, "" };
    }
    TicketContent operator()(const HandlingBegun &) const { return HandlingBegun { "李某" }; }
    TicketContent operator()(const FirstAnswered &) const { return FirstAnswered { "已联系" }; }
    TicketContent operator()(const Returned &) const { return Returned { move.choice > 200 ? "" : "不属职责" }; }
    TicketContent operator()(const Disputed &) const { return Disputed { "职责不清" }; }
    TicketContent operator()(const Ruled &) const { return Ruled { unit(move.choice), {}, "裁定", isEven() }; }
    TicketContent operator()(const ExtensionAsked &) const
    {
        return ExtensionAsked { longer(move, ticket), "材料未到" };
    }
    TicketContent operator()(const ExtensionGranted &) const { return ExtensionGranted { longer(move, ticket), "" }; }
    TicketContent operator()(const ExtensionRefused &) const { return ExtensionRefused { "理由不足" }; }
    TicketContent operator()(const PutOnAccount &) const { return account(dayOf(at) + days { move.choice % 40 - 2 }); }
    TicketContent operator()(const Resumed &) const { return Resumed { "条件具备" }; }
    TicketContent operator()(const Conferred &) const
    {
        return Conferred { dayOf(at) - days { move.choice % 3 }, { unit(move.choice) }, "由第一家牵头" };
    }
    TicketContent operator()(const Urged &) const
    {
        return Urged { static_cast<UrgingLevel>(move.choice % 4), "请尽快办理" };
    }
    TicketContent operator()(const Answered &) const { return Answered { "已办结" }; }
    TicketContent operator()(const Rated &) const
    {
        return Rated { isEven() ? Rating::Satisfied : Rating::Dissatisfied, "" };
    }
    TicketContent operator()(const FollowedUp &) const { return FollowedUp { isEven(), "已与群众沟通" }; }
    TicketContent operator()(const CalledBack &) const
    {
        return CalledBack { CallBackMeans::Visit, true, isEven(), true, "" };
    }
    TicketContent operator()(const Joined &) const { return Joined { move.choice > 200 ? ticket.id : other() }; }
    TicketContent operator()(const Separated &) const { return Separated { joinedTo(), "不是同一件事" }; }
    TicketContent operator()(const DuplicateAdded &) const { return DuplicateAdded { other() }; }
    TicketContent operator()(const DuplicateRemoved &) const { return DuplicateRemoved { other() }; }
    TicketContent operator()(const ClosedWithParent &) const { return ClosedWithParent { joinedTo(), "同上" }; }
    TicketContent operator()(const Reopened &) const { return Reopened { "复查未完成" }; }
    TicketContent operator()(const Noted &) const { return Noted { "备注" }; }
    TicketContent operator()(const Undone &) const { return Undone { target() }; }
    TicketContent operator()(const PhotosAdded &) const
    {
        const std::size_t digit = move.choice % 16;
        return PhotosAdded { "",
            { { .sha256 = std::string(64, "0123456789abcdef"[digit]),
                .type = MediaType::Jpeg,
                .bytes = move.choice > 240 ? 0 : 1000,
                .width = 8,
                .height = 8,
                .name = "1.jpg" } } };
    }
};

TicketContent contentOf(const Move &move, const Ticket &ticket, Instant at)
{
    constexpr auto kinds = std::make_index_sequence<std::variant_size_v<TicketContent>>();
    return std::visit(Particulars { move, ticket, at }, empty(kindOf(move, ticket), kinds));
}

} // namespace

std::ostream &operator<<(std::ostream &out, const Move &move)
{
    return out << "{" << int { move.kind } << "," << int { move.choice } << "," << int { move.author } << ","
               << int { move.seen } << "," << move.minutes << "}";
}

TicketEvent eventOf(const Move &move, const Ticket &ticket, std::uint64_t serial)
{
    const std::array authors { dispatcher(), dispatcher(), colleague(), clerk() };
    const EventId id = numbered(1000 + serial);
    const Author &author = authors[move.author % authors.size()];
    if (ticket.version == 0) {
        const Instant reportedAt = *instantFromIso("2023-01-16 08:00") + minutes { move.minutes };
        return { id, id, 0, author, reportedAt, begin(move) };
    }
    const Instant at = ticket.trail.back().at + minutes { move.minutes };
    const Version unseen = move.seen % 8 == 0 ? move.seen / 8 % 4u : 0u;
    const Version seen = unseen > ticket.version ? 0 : ticket.version - unseen;
    return { id, ticket.id, seen, author, at, contentOf(move, ticket, at) };
}

} // namespace huying

rc::Gen<huying::Move> rc::Arbitrary<huying::Move>::arbitrary()
{
    using huying::Move;
    const auto someMinutes = gen::weightedOneOf<std::int16_t>({
        { 6, gen::inRange<std::int16_t>(0, 10) },
        { 3, gen::inRange<std::int16_t>(0, 3000) },
        { 1, gen::inRange<std::int16_t>(-15, 0) },
        { 1, gen::inRange<std::int16_t>(3000, 20000) },
    });
    return gen::build<Move>(gen::set(&Move::kind), gen::set(&Move::choice), gen::set(&Move::author),
        gen::set(&Move::seen), gen::set(&Move::minutes, someMinutes));
}
