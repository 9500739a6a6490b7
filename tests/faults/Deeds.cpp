#include "Deeds.h"

#include "People.h"

#include <accounts/Rights.h>
#include <rules/Workflow.h>

#include <algorithm>
#include <array>
#include <utility>

namespace huying::testing
{

namespace
{

template <std::size_t... index>
TicketContent empty(std::size_t kind, std::index_sequence<index...>)
{
    TicketContent content;
    static_cast<void>(((kind == index && (content.emplace<index>(), true)) || ...));
    return content;
}

/// Fills an empty content with something that may or may not fit.
struct Particulars {
    std::uint64_t choice;
    Instant now;

    bool isEven() const { return choice % 2 == 0; }
    Longer longer() const
    {
        return isEven() ? Longer { int(choice / 2 % 9 + 1), std::nullopt }
                        : Longer { std::nullopt, now + std::chrono::hours { 24 * (choice / 2 % 20 + 1) } };
    }
    template <class Content>
    void operator()(Content &) const
    {
    }
    void operator()(Accepted &content) const
    {
        content = { { "0903" }, DeadlineClass(choice % 4), int(choice / 4 % 3 + 1) };
    }
    void operator()(Voided &content) const { content = { VoidReason::Other, "重复录入" }; }
    void operator()(Assigned &content) const { content = { unitBy(choice), { unitBy(choice + 1) }, {}, "" }; }
    void operator()(HandlingBegun &content) const { content.handler = "李某"; }
    void operator()(FirstAnswered &content) const { content.text = "已联系"; }
    void operator()(Returned &content) const { content.reason = "不属职责"; }
    void operator()(Disputed &content) const { content.reason = "职责不清"; }
    void operator()(Ruled &content) const { content = { unitBy(choice), {}, "裁定", isEven() }; }
    void operator()(ExtensionAsked &content) const { content = { longer(), "材料未到" }; }
    void operator()(ExtensionGranted &content) const { content = { longer(), "" }; }
    void operator()(ExtensionRefused &content) const { content.reason = "理由不足"; }
    void operator()(PutOnAccount &content) const
    {
        content = { "需等汛期过后施工", "分管副县长", dayOf(now) + std::chrono::days { choice % 30 + 1 } };
    }
    void operator()(Resumed &content) const { content.reason = "条件具备"; }
    void operator()(Conferred &content) const { content = { dayOf(now), { unitBy(choice) }, "由第一家牵头" }; }
    void operator()(Urged &content) const { content = { UrgingLevel(choice % 3 + 1), "请尽快办理" }; }
    void operator()(Answered &content) const { content.text = "已办结"; }
    void operator()(Rated &content) const
    {
        content = { choice % 4 == 0 ? Rating::Dissatisfied : Rating::Satisfied, "" };
    }
    void operator()(FollowedUp &content) const { content = { isEven(), "已与群众沟通" }; }
    void operator()(CalledBack &content) const { content = { CallBackMeans::Visit, true, isEven(), true, "" }; }
    void operator()(Reopened &content) const { content.reason = "复查未完成"; }
    void operator()(PhotosAdded &content) const
    {
        content.attachments = { { .sha256 = std::string(64, "0123456789abcdef"[choice % 16]),
            .type = MediaType::Png,
            .bytes = int(choice % 1000 + 1),
            .width = 8,
            .height = 8,
            .name = "1.png" } };
    }
    void operator()(Noted &content) const { content.text = "备注 " + std::to_string(choice % 1000); }
};

bool needsTwo(std::string_view kind)
{
    return kind == "joined" || kind == "separated";
}

/// Gives a ticket to somebody, or takes it away.
bool isMoving(std::string_view kind)
{
    return kind == "assigned" || kind == "returned" || kind == "ruled";
}

std::vector<std::string_view> offeredTo(const Account &account, const Ticket &ticket)
{
    auto offered = possibleNext(ticket, account.role);
    std::erase_if(offered, [&](std::string_view kind) { return needsTwo(kind) || !mayChoose(account, kind, ticket); });
    return offered;
}

TicketContent contentOf(std::string_view kind, Instant now, std::mt19937_64 &random)
{
    const auto index = std::size_t(std::ranges::find(ticketKindNames, kind) - ticketKindNames.begin());
    TicketContent content = empty(index, std::make_index_sequence<std::variant_size_v<TicketContent>>());
    std::visit(Particulars { random(), now }, content);
    return content;
}

} // namespace

std::optional<TicketContent> nextDeed(
    const Ticket &ticket, const Account &account, Instant now, std::mt19937_64 &random)
{
    if (ticket.version > 1 && random() % 16 == 0) {
        return Undone { ticket.trail.back().id };
    }
    auto offered = offeredTo(account, ticket);
    // Few tickets end as void, or nothing would be left to do.
    if (offered.size() > 2 && random() % 8 != 0) {
        std::erase(offered, "voided");
    }
    if (offered.empty()) {
        return std::nullopt;
    }
    const std::size_t chosen = random() % 2 == 0 ? 0 : random() % offered.size();
    return contentOf(offered[chosen], now, random);
}

std::optional<TicketContent> movingDeed(
    const Ticket &ticket, const Account &account, Instant now, std::mt19937_64 &random)
{
    if (isMoving(kindOf(ticket.trail.back())) && random() % 2 == 0) {
        return Undone { ticket.trail.back().id };
    }
    auto offered = offeredTo(account, ticket);
    std::erase_if(offered, [](std::string_view kind) { return !isMoving(kind); });
    return offered.empty() ? nextDeed(ticket, account, now, random)
                           : contentOf(offered[random() % offered.size()], now, random);
}

Reported reportNumbered(std::string number, const RegionCode &township, std::mt19937_64 &random)
{
    Reported report;
    report.number = std::move(number);
    report.category = { "0903" };
    report.deadlineClass = DeadlineClass(random() % 4);
    report.title = "村口路灯不亮";
    report.detail = "村口两盏路灯已经三天不亮。";
    report.place.region = villageIn(township);
    report.place.text = "村委会东侧路口";
    report.importance = int(random() % 3) + 1;
    report.citizen = { "张某", "13800000000" };
    return report;
}

} // namespace huying::testing
