#include "TicketStory.h"

#include <atomic>
#include <stdexcept>

namespace huying
{

namespace
{

std::uint64_t nextTicketNumber()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

} // namespace

Uuid numbered(std::uint64_t number)
{
    Uuid uuid;
    for (std::size_t i = 0; i < 8; ++i) {
        uuid.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    uuid.bytes[6] = 0x70;
    uuid.bytes[8] |= 0x80;
    return uuid;
}

Author dispatcher()
{
    return { { "P0001" }, "调度员 一席", Role::Dispatcher, {}, "01" };
}

Author colleague()
{
    return { { "P0002" }, "调度员 二席", Role::Dispatcher, {}, "02" };
}

Author clerk()
{
    return { { "P0103" }, "供水服务中心 办公室", Role::Unit, { "U01" }, "" };
}

Reported report(DeadlineClass deadlineClass)
{
    Reported reported;
    reported.number = "20230712-01-0001";
    reported.category = { "0903" };
    reported.deadlineClass = deadlineClass;
    reported.title = "村口路灯不亮";
    reported.detail = "村口两盏路灯已经三天不亮，晚上出行不便。";
    reported.place.region = { "130529100001001" };
    reported.place.text = "村委会东侧路口";
    reported.place.point = GeoPoint::fromDegrees(115.03, 37.22);
    reported.citizen = { "张某", "13800000000" };
    return reported;
}

Accepted acceptance(DeadlineClass deadlineClass)
{
    return { { "0903" }, deadlineClass, 1 };
}

Assigned assignment(std::string lead, std::vector<std::string> cooperating)
{
    Assigned assigned;
    assigned.lead = { std::move(lead) };
    for (std::string &unit : cooperating) {
        assigned.cooperating.push_back({ std::move(unit) });
    }
    return assigned;
}

PutOnAccount account(Day reviewOn)
{
    return { "需等汛期过后施工", "分管副县长", reviewOn };
}

Longer moreDays(int workingDays)
{
    return { workingDays, std::nullopt };
}

Longer until(Instant moment)
{
    return { std::nullopt, moment };
}

TicketStory::TicketStory(const RuleBook &rules, DeadlineClass deadlineClass, Instant reportedAt)
    : TicketStory(rules, report(deadlineClass), reportedAt)
{
}

TicketStory::TicketStory(const RuleBook &rules, Reported reported, Instant reportedAt)
    : _rules(rules), _now(reportedAt), _serial(nextTicketNumber() << 20)
{
    tell(std::move(reported));
}

TicketStory &TicketStory::by(Author author)
{
    _author = std::move(author);
    return *this;
}

TicketStory &TicketStory::after(std::chrono::milliseconds pause)
{
    return at(_ticket.trail.back().at + pause);
}

TicketStory &TicketStory::at(Instant moment)
{
    _now = moment;
    return *this;
}

TicketStory &TicketStory::seeing(Version version)
{
    _seen = version;
    return *this;
}

TicketEvent TicketStory::next(TicketContent content)
{
    const EventId id = numbered(++_serial);
    const TicketId ticket = _ticket.version == 0 ? id : _ticket.id;
    const Version seen = std::exchange(_seen, std::nullopt).value_or(_ticket.version);
    return { id, ticket, seen, _author, _now, std::move(content) };
}

TicketStory &TicketStory::tell(TicketContent content)
{
    const TicketEvent event = next(std::move(content));
    if (const auto allowed = apply(_ticket, event, _rules); !allowed) {
        throw std::logic_error(std::string(kindOf(event)) + ": " + allowed.error().text.toStdString());
    }
    _now = event.at + std::chrono::hours { 1 };
    return *this;
}

QString TicketStory::refusal(TicketContent content)
{
    const auto allowed = check(_ticket, next(std::move(content)), _rules);
    return allowed ? QString() : allowed.error().text;
}

FailureKind TicketStory::refusalKind(TicketContent content)
{
    const auto allowed = check(_ticket, next(std::move(content)), _rules);
    if (allowed) {
        throw std::logic_error("the rules allow it");
    }
    return allowed.error().kind;
}

Undone TicketStory::undoing(std::size_t before) const
{
    return { _ticket.trail.at(_ticket.trail.size() - 1 - before).id };
}

TicketStory &TicketStory::undo(std::size_t before)
{
    return after(std::chrono::minutes { 1 }).tell(undoing(before));
}

TicketStory &TicketStory::untilAccepted()
{
    return tell(acceptance(_ticket.deadlineClass));
}

TicketStory &TicketStory::untilAssigned()
{
    return untilAccepted().tell(assignment());
}

TicketStory &TicketStory::untilHandling()
{
    return untilAssigned().tell(HandlingBegun { "李某" });
}

TicketStory &TicketStory::untilClosed()
{
    return untilHandling().tell(Answered { "已更换灯泡" });
}

} // namespace huying
