#include "Rights.h"

#include "Audience.h"

#include <rules/Workflow.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

struct SayRights {
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

std::unexpected<Failure> refused(const QString &why)
{
    return failure(FailureKind::Refused, why);
}

bool isAuthor(const Account &account, const Author &author)
{
    Author own = authorOf(account, author.desk);
    return own == author;
}

/// Work of the unit that has the ticket.
bool isOfLead(std::string_view kind)
{
    constexpr std::array<std::string_view, 5> kinds { "handling-begun", "first-answered", "returned", "extension-asked",
        "answered" };
    return std::ranges::contains(kinds, kind);
}

bool isOthersWork(const Account &account, std::string_view kind, const Ticket &ticket)
{
    const bool ofUnit = account.role == Role::Unit || account.role == Role::Township;
    return ofUnit && isOfLead(kind) && ticket.lead != account.unit;
}

std::expected<void, Failure> mayChange(const Account &account, const CountyEvent &event)
{
    const bool isCategory = std::holds_alternative<Category>(event.fact);
    if (account.role == Role::Administrator || (account.role == Role::Organisation && isCategory)) {
        return {};
    }
    return refused(SayRights::tr("Regions, units, categories and notices are changed by an administrator."));
}

std::expected<void, Failure> mayReport(const Account &account, const Reported &reported)
{
    if (account.role == Role::Township && !within(reported.place.region, account.region)) {
        return refused(SayRights::tr("A township enters only what lies in it."));
    }
    return {};
}

std::expected<void, Failure> mayDo(const Account &account, const TicketEvent &event, const Ticket &before)
{
    if (!isOpenTo(event.content.index(), account.role)) {
        return refused(SayRights::tr("This is not for the role in which you are signed in."));
    }
    if (const Reported *const reported = std::get_if<Reported>(&event.content)) {
        return mayReport(account, *reported);
    }
    // A duplicate closes with its parent, whoever has it: the ledger sees to it that the parent is answered.
    if (std::holds_alternative<ClosedWithParent>(event.content)) {
        return {};
    }
    if (!sees(audienceOf(account), before)) {
        return refused(SayRights::tr("This ticket is not yours."));
    }
    if (isOthersWork(account, kindOf(event), before)) {
        return refused(SayRights::tr("This is for the lead unit of the ticket."));
    }
    return {};
}

} // namespace

std::expected<void, Failure> mayPropose(const Account &account, const AnyEvent &event, const Ticket &before)
{
    if (account.isDisabled) {
        return refused(SayRights::tr("This account is closed."));
    }
    if (account.role == Role::Machine) {
        return {};
    }
    const auto &author = std::visit([](const auto &each) -> const Author & { return each.author; }, event);
    if (!isAuthor(account, author)) {
        return refused(SayRights::tr("Its author is not the one who is signed in."));
    }
    if (const CountyEvent *const fact = std::get_if<CountyEvent>(&event)) {
        return mayChange(account, *fact);
    }
    return mayDo(account, std::get<TicketEvent>(event), before);
}

bool mayChoose(const Account &account, std::string_view kind, const Ticket &ticket)
{
    if (account.role == Role::Machine) {
        return true;
    }
    const auto index = std::size_t(std::ranges::find(ticketKindNames, kind) - ticketKindNames.begin());
    return isOpenTo(index, account.role) && sees(audienceOf(account), ticket) && !isOthersWork(account, kind, ticket);
}

bool maySeePictures(const Account &account)
{
    return account.isAnybody || (account.role != Role::Wall && account.role != Role::Machine);
}

} // namespace huying
