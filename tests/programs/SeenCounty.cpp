#include "SeenCounty.h"

#include <accounts/AccountStore.h>

#include <QRegularExpression>

namespace huying::testing
{

using namespace std::chrono_literals;

namespace
{

const RegionCode north { "130529100001001" };
const RegionCode south { "130529200001001" };

const std::vector<GridMember> members { { { "M-north" }, north, { "冯在北", "13900000001" } },
    { { "M-south" }, south, { "陈在南", "13900000002" } } };

Account account(const char *name, const char *displayName, Role role, const char *unit = "", const char *region = "")
{
    return { .name = name,
        .displayName = displayName,
        .person = { name },
        .role = role,
        .unit = { unit },
        .region = { region } };
}

Reported reportOf(const SeenTicket &ticket)
{
    Reported reported = report();
    const std::string street = ticket.street.toStdString();
    reported.number = "T-" + ticket.name.toStdString();
    reported.title = street + "路灯不亮";
    reported.detail = "三盏路灯不亮，在" + street + "东段。";
    reported.place = { .region = ticket.region, .text = street + "东口", .point = {}, .datum = {}, .pointAsGiven = {} };
    reported.citizen = ticket.citizen;
    return reported;
}

Proposal proposalOf(const SeenTicket &ticket)
{
    Proposal proposal;
    for (const TicketEvent &event : ticket.trail) {
        proposal.records.push_back(recordOf(event, { 7 }));
    }
    return proposal;
}

Proposal proposalOf(const GridMember &member, int number)
{
    const CountyEvent event {
        .id = numbered(std::uint64_t(number)), .decidedOn = 0, .author = dispatcher(), .at = clockNow(), .fact = member
    };
    return { { recordOf(event, { 7 }) } };
}

} // namespace

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

const std::vector<Onlooker> &SeenCounty::everybody()
{
    static const QByteArrayList all { "lamp", "well", "pipe", "noise", "fence", "ditch", "drain" };
    static const QByteArrayList both { "冯在北", "陈在南" };
    static const std::vector<Onlooker> eyes {
        { account("dispatcher", "调度员 一席", Role::Dispatcher), all, true, both },
        { account("machine", "12345热线", Role::Machine), all, true, both },
        { account("leader", "分管副县长", Role::Leader), all, false, {} },
        { account("organisation", "县委编办", Role::Organisation), all, false, {} },
        { account("wall", "大厅大屏", Role::Wall), all, false, {} },
        { account("administrator", "管理员", Role::Administrator), all, false, {} },
        { account("lighting", "照明中心", Role::Unit, "U01"), { "lamp", "pipe", "fence" }, true, {} },
        { account("roads", "公路站", Role::Unit, "U02"), { "well", "noise", "fence", "ditch" }, true, {} },
        { account("north", "北镇", Role::Township, "T1", "130529100"), { "lamp", "noise", "drain" }, true,
            { "冯在北" } },
        { account("south", "南镇", Role::Township, "T2", "130529200"), { "well", "pipe", "fence", "ditch" }, true,
            { "陈在南" } },
    };
    return eyes;
}

const Onlooker &SeenCounty::onlooker(const QByteArray &account)
{
    return *std::ranges::find(
        everybody(), account.toStdString(), [](const Onlooker &eyes) { return eyes.account.name; });
}

SeenCounty::SeenCounty()
{
    tellStories();
    if (const auto made = found(); !made) {
        qWarning("%s", qPrintable(made.error().text));
    }
    _backend = std::make_unique<ServedCounty>(
        _place, path(QStringLiteral("county.ledger")), QStringLiteral("0"), ServedCounty::Door::Accounts);
}

/// Each by another way into somebody's sight: led, worked along with, placed there, given away again. The drain is not
/// in the ledger yet.
void SeenCounty::tellStories()
{
    const auto tell = [this](SeenTicket ticket, std::chrono::hours ago, auto course) {
        TicketStory story({}, reportOf(ticket), clockNow() - ago);
        course(story);
        ticket.trail = story.events();
        _tickets.push_back(std::move(ticket));
    };
    tell({ "lamp", "槐树街", north, { "赵一鸣", "13100000001" } }, 48h,
        [](TicketStory &story) { story.untilAccepted().tell(assignment("U01")).tell(HandlingBegun { "李某" }); });
    tell({ "well", "柳林街", south, { "钱二宝", "13100000002" } }, 48h,
        [](TicketStory &story) { story.untilAccepted().tell(assignment("U02")); });
    tell({ "pipe", "枣园街", south, { "孙三喜", "13100000003" }, false }, 48h,
        [](TicketStory &story) { story.untilClosed(); });
    tell({ "noise", "杏花街", north, { "李四海", "13100000004" }, false, false }, 30 * 24h, [](TicketStory &story) {
        story.untilAccepted().tell(assignment("U02")).tell(HandlingBegun { "李某" }).tell(Answered { "已停工" });
    });
    tell({ "fence", "榆钱街", south, { "周五福", "13100000005" } }, 48h,
        [](TicketStory &story) { story.untilAccepted().tell(assignment("U02", { "U01" })); });
    tell({ "ditch", "桑叶街", south, { "吴六合", "13100000006" } }, 48h,
        [](TicketStory &story) { story.untilAssigned().tell(Returned { "不属于本单位" }).tell(assignment("U02")); });
    tell({ "drain", "梨花街", north, { "郑七星", "13100000007" } }, 0h, [](TicketStory &) {});
}

std::expected<void, Failure> SeenCounty::found() const
{
    const auto file = path(QStringLiteral("county.ledger")).toStdString();
    std::vector<Proposal> proposals;
    proposals.reserve(proposals.size() + members.size());
    for (const GridMember &member : members) {
        proposals.push_back(proposalOf(member, int(proposals.size()) + 1));
    }
    for (const SeenTicket &ticket : _tickets) {
        if (ticket.name != "drain") {
            proposals.push_back(proposalOf(ticket));
        }
    }
    const auto appended = Ledger::open(file, Founding { { "130529" }, clockNow() }, {}).and_then([&](Ledger ledger) {
        return ledger.append(proposals, clockNow());
    });
    auto accounts = AccountStore::open(file);
    auto done = appended.and_then([&](const auto &) { return accounts.transform([](const auto &) {}); });
    for (const Onlooker &eyes : everybody()) {
        done = done.and_then([&] { return accounts->add(eyes.account, password); });
    }
    return done;
}

const SeenTicket &SeenCounty::ticket(const QByteArray &name) const
{
    return *std::ranges::find(_tickets, name, &SeenTicket::name);
}

QByteArray SeenCounty::leakIn(const QByteArray &bytes, const Onlooker &eyes) const
{
    QByteArrayList secrets { "$argon2" }; // what passwords are kept as
    for (const SeenTicket &ticket : _tickets) {
        if (!eyes.sees(ticket)) {
            secrets << ticket.street << QByteArray::fromStdString(toText(ticket.id()))
                    << QByteArray(bytesOf(ticket.id()).data(), sizeof(TicketId));
        }
        if (!eyes.sees(ticket) || !eyes.withNames) {
            secrets << QByteArray::fromStdString(ticket.citizen.name)
                    << QByteArray::fromStdString(ticket.citizen.telephone);
        }
    }
    for (const GridMember &member : members) {
        if (const auto name = QByteArray::fromStdString(member.person.name); !eyes.members.contains(name)) {
            secrets << name << QByteArray::fromStdString(member.person.telephone);
        }
    }
    const auto found = std::ranges::find_if(secrets, [&](const QByteArray &secret) { return bytes.contains(secret); });
    return found == secrets.end() ? QByteArray() : *found;
}

QByteArray SeenCounty::missingIn(const QByteArray &bytes, const QByteArrayList &tickets, bool withNames) const
{
    QByteArrayList wanted;
    for (const QByteArray &name : tickets) {
        const SeenTicket &each = ticket(name);
        wanted << each.street;
        if (withNames) {
            wanted << QByteArray::fromStdString(each.citizen.name) << QByteArray::fromStdString(each.citizen.telephone);
        }
    }
    const auto lacking = std::ranges::find_if(wanted, [&](const QByteArray &word) { return !bytes.contains(word); });
    return lacking == wanted.end() ? QByteArray() : *lacking;
}

QByteArray withoutStubs(const QByteArray &text)
{
    static const QRegularExpression stub(
        QStringLiteral("^\\{\"position\":\\d+,\"record\":\"[0-9a-f]{64}\"(,\"ticket\":\"[0-9a-f-]{36}\")?\\}\\n"),
        QRegularExpression::MultilineOption);
    return QString::fromUtf8(text).remove(stub).toUtf8();
}

} // namespace huying::testing
