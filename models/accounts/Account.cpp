#include "Account.h"

#include <QCoreApplication>

#include <algorithm>

namespace huying
{

namespace
{

constexpr std::size_t longestName = 100; // bytes

struct SayAccount {
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

bool isPlain(const std::string &text)
{
    return !text.empty() && text.size() <= longestName
        && std::ranges::none_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; })
        && QString::fromStdString(text).toStdString() == text;
}

std::unexpected<Failure> wrong(const QString &why)
{
    return failure(FailureKind::Invalid, why);
}

} // namespace

std::expected<void, Failure> checkAccount(const Account &account)
{
    if (!isPlain(account.name) || !isPlain(account.displayName) || !isPlain(account.person.text)) {
        return wrong(SayAccount::tr("The names of an account have 1 to %1 bytes in one line.").arg(longestName));
    }
    if (account.role == Role::Citizen) {
        return wrong(SayAccount::tr("Citizens have no accounts."));
    }
    const bool ofUnit = account.role == Role::Unit || account.role == Role::Township;
    const bool ofTownship = account.role == Role::Township;
    if (ofUnit != isPlain(account.unit.text) || ofUnit == account.unit.isEmpty()) {
        return wrong(ofUnit ? SayAccount::tr("The account of a unit or township needs the code of its unit.")
                            : SayAccount::tr("Only accounts of units and townships belong to a unit."));
    }
    if (ofTownship != isPlain(account.region.text) || ofTownship == account.region.isEmpty()) {
        return wrong(ofTownship ? SayAccount::tr("The account of a township needs the code of its region.")
                                : SayAccount::tr("Only accounts of townships belong to a region."));
    }
    return {};
}

Author authorOf(const Account &account, const std::string &desk)
{
    return {
        .person = account.person, .name = account.displayName, .role = account.role, .unit = account.unit, .desk = desk
    };
}

} // namespace huying
