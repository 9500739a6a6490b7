#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <expected>
#include <string>

namespace huying
{

/// What the command line asks for.
struct Wanted {
    QString only; ///< to be printed instead of serving
    QString ledger; ///< a file, or the address of a database
    QString copy; ///< the folder of the copy of a database's log; empty for one in the user's cache
    QString attachments; ///< the folder of pictures; empty: beside a ledger's file, and none for a database
    QString portFile;
    std::string address;
    std::uint16_t port = 0;
    std::string county;
    std::string name;
    bool isOpen = false; ///< without accounts, everybody on this machine
    bool isBehindProxy = false;
    QString sessionFile; ///< for the desk that starts this backend
    std::string sessionFor;
};

/// Else what is wrong with it.
std::expected<Wanted, QString> wantedIn(const QStringList &arguments);

} // namespace huying
