#pragma once

#include <accounts/AccountText.h>
#include <domain/Failure.h>
#include <domain/TicketEvent.h>

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace huying
{

/// What the desk was started with.
struct DeskOptions {
    QUrl backend; ///< empty: the desk starts a backend of its own for `ledger`
    QString ledger;
    QString folder; ///< of cache and outbox
    QString pictures; ///< where screenshots go; empty: none are taken
    bool isTimed = false; ///< says when the queue can be used, and ends
    bool isTimedWhole = false; ///< says also when every ticket is here, and ends then
    QString county;
    Author author; ///< where nobody signs in
    std::optional<SignedIn> signedIn; ///< by the backend that this desk has started
    std::optional<Credentials> credentials; ///< of a desk that signs in by itself
    std::optional<QString> only; ///< --help or --version: to be printed, and nothing else
};

/// Wrong usage is a failure of kind Invalid.
std::expected<DeskOptions, Failure> optionsFrom(const QStringList &arguments);

} // namespace huying
