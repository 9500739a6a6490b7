#include "Audience.h"

#include <algorithm>

namespace huying
{

namespace
{

bool sees(
    const Audience &audience, const UnitCode &lead, const std::vector<UnitCode> &cooperating, const RegionCode &region)
{
    switch (audience.extent) {
    case Audience::Extent::County:
        return true;
    case Audience::Extent::Township:
        if (within(region, audience.region)) {
            return true;
        }
        break;
    case Audience::Extent::Unit:
        break;
    }
    return lead == audience.unit || std::ranges::contains(cooperating, audience.unit);
}

} // namespace

Audience audienceOf(const Account &account)
{
    switch (account.role) {
    case Role::Unit:
        return { .extent = Audience::Extent::Unit, .unit = account.unit, .region = {}, .withPersonal = true };
    case Role::Township:
        return {
            .extent = Audience::Extent::Township, .unit = account.unit, .region = account.region, .withPersonal = true
        };
    case Role::Dispatcher:
    case Role::Machine:
        return { .extent = Audience::Extent::County, .unit = {}, .region = {}, .withPersonal = true };
    case Role::Leader:
    case Role::Organisation:
    case Role::Wall:
    case Role::Administrator:
    case Role::Citizen:
        break;
    }
    return {};
}

std::string nameOf(const Audience &audience)
{
    switch (audience.extent) {
    case Audience::Extent::Unit:
        return "unit " + audience.unit.text;
    case Audience::Extent::Township:
        return "township " + audience.region.text + ' ' + audience.unit.text;
    case Audience::Extent::County:
        break;
    }
    return audience.withPersonal ? "county+personal" : "county";
}

bool sees(const Audience &audience, const TicketRow &row)
{
    return sees(audience, row.lead, row.cooperating, row.region);
}

bool sees(const Audience &audience, const Ticket &ticket)
{
    return sees(audience, ticket.lead, ticket.cooperating, ticket.place.region);
}

bool seesPersonal(const Audience &audience, const Record &fact)
{
    if (audience.isWholeCounty()) {
        return audience.withPersonal;
    }
    if (audience.extent != Audience::Extent::Township || fact.personal.empty()) {
        return false;
    }
    const std::string_view name = std::string_view(fact.subject).substr(0, fact.subject.find(':'));
    const auto read = factOf(name, fact.content, {});
    const GridMember *const member = read ? std::get_if<GridMember>(&*read) : nullptr;
    return member != nullptr && within(member->grid, audience.region);
}

bool mayMove(std::string_view kind)
{
    return kind == "assigned" || kind == "returned" || kind == "ruled" || kind == "undone";
}

} // namespace huying
