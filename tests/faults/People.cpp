#include "People.h"

#include <algorithm>

namespace huying::testing
{

Account dispatcherAt(int desk)
{
    Account account;
    account.displayName = "调度员 " + std::to_string(desk);
    account.person = { "P000" + std::to_string(desk) };
    return account;
}

Account anybodyAt(int desk, std::mt19937_64 &roles)
{
    Account account = dispatcherAt(desk);
    const auto choice = roles();
    switch (roles() % 8) {
    case 0:
        account.role = Role::Leader;
        break;
    case 1:
        account.role = Role::Unit;
        account.unit = unitBy(choice);
        break;
    case 2:
    case 3:
        account.role = Role::Township;
        account.unit = unitBy(choice % 2);
        account.region = townshipBy(choice % 2);
        break;
    default:
        break;
    }
    return account;
}

std::vector<Audience> everyAudience()
{
    std::vector<Audience> every;
    std::mt19937_64 roles;
    for (int i = 0; i < 200; ++i) {
        const Audience audience = audienceOf(anybodyAt(1, roles));
        if (!std::ranges::contains(every, audience)) {
            every.push_back(audience);
        }
    }
    return every;
}

Author authorAt(int desk, const Account &account)
{
    return authorOf(account, "0" + std::to_string(desk));
}

UnitCode unitBy(std::uint64_t choice)
{
    return { "U0" + std::to_string(choice % 3 + 1) };
}

RegionCode townshipBy(std::uint64_t choice)
{
    return { choice % 2 == 0 ? "130529100" : "130529200" };
}

RegionCode villageIn(const RegionCode &township)
{
    return { township.text + "001001" };
}

} // namespace huying::testing
