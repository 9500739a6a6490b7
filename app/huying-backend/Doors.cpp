#include "Doors.h"

#include "Machine.h"

#include <accounts/AccountText.h>
#include <accounts/Secrets.h>

#include <QCoreApplication>
#include <QSaveFile>

namespace huying
{

namespace
{

/// The account of the desk that starts this backend: made when it is not there, with a password that nobody knows.
std::expected<Account, Failure> localAccount(AccountStore &accounts, const Wanted &wanted)
{
    Account local { .name = "local-" + wanted.sessionFor,
        .displayName = wanted.sessionFor,
        .person = { "local-" + wanted.sessionFor },
        .role = Role::Dispatcher,
        .unit = {},
        .region = {} };
    return accounts.find(local.name).and_then([&](const std::optional<Account> &found) {
        return found ? std::expected<Account, Failure>(*found)
                     : accounts.add(local, newToken()).transform([&] { return std::move(local); });
    });
}

/// For its owner's eyes alone.
std::expected<void, Failure> writeSession(AccountStore &accounts, const Wanted &wanted)
{
    const auto signedIn = localAccount(accounts, wanted).and_then([&](const Account &account) {
        return accounts.begin(account, clockNow());
    });
    if (!signedIn) {
        return std::unexpected(signedIn.error());
    }
    QSaveFile file(wanted.sessionFile);
    const QByteArray text = QByteArray::fromStdString(textOf(*signedIn)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit()) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Backend", "cannot write the session to %1").arg(wanted.sessionFile));
    }
    return {};
}

} // namespace

std::expected<std::unique_ptr<Door>, Failure> doorOf(const HeldLedger &ledger, const Wanted &wanted)
{
    if (wanted.isOpen) {
        if (wanted.isBehindProxy) {
            return failure(FailureKind::Refused,
                QCoreApplication::translate("Backend", "--open is for this machine alone, not with --behind-tls"));
        }
        return std::make_unique<OpenDoor>();
    }
    auto accounts = ledger.accounts();
    if (accounts && !wanted.sessionFile.isEmpty()) {
        if (const auto written = writeSession(*accounts, wanted); !written) {
            return std::unexpected(written.error());
        }
    }
    const auto all = accounts.and_then([](const AccountStore &store) { return store.all(); });
    if (!all) {
        return std::unexpected(all.error());
    }
    if (all->empty()) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("Backend",
                "the ledger has no accounts; make one with `huyingctl account add`, or serve everybody on this machine "
                "with --open"));
    }
    return ledger.accounts().transform([&](AccountStore checking) -> std::unique_ptr<Door> {
        return std::make_unique<AccountDoor>(std::move(*accounts), std::move(checking));
    });
}

} // namespace huying
