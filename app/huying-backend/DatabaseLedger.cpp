#include "DatabaseLedger.h"

#include "FileLedger.h"
#include "Machine.h"

#include <ledger/FirstNotices.h>
#include <postgres/SharedAccounts.h>

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace huying
{

namespace
{

constexpr int backendsOnAMachine = 64;

/// One of several folders for copies of this log.
std::filesystem::path folderOf(const PostgresAddress &address, const RegionCode &county, int number)
{
    const QByteArray which =
        QCryptographicHash::hash(address.shown().toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    return cache
        .filePath(
            QStringLiteral("%1-%2-%3").arg(QString::fromStdString(county.text), QString::fromLatin1(which)).arg(number))
        .toStdString();
}

using Opened = std::expected<std::unique_ptr<SharedLedger>, Failure>;

Opened openIn(const PostgresAddress &address, const Founding &founding, const std::filesystem::path &folder)
{
    return SharedLedger::open(address, founding, folder, LedgerSettings {}, [](int) { return true; });
}

/// In the first folder that nobody uses, so that a backend that comes again finds a copy that is nearly whole.
Opened openAnywhere(const PostgresAddress &address, const Founding &founding)
{
    Opened opened;
    for (int number = 1; number <= backendsOnAMachine; ++number) {
        opened = openIn(address, founding, folderOf(address, founding.county, number));
        if (opened || opened.error().kind != FailureKind::Busy) {
            break;
        }
    }
    return opened;
}

} // namespace

DatabaseLedger::DatabaseLedger(PostgresAddress address, std::unique_ptr<SharedLedger> ledger)
    : _address(std::move(address)), _ledger(std::move(ledger))
{
}

DatabaseLedger::~DatabaseLedger() = default;

std::expected<std::unique_ptr<DatabaseLedger>, Failure> DatabaseLedger::open(const PostgresAddress &address,
    const Founding &founding, const std::filesystem::path &folder, std::function<void()> end)
{
    auto ledger = folder.empty() ? openAnywhere(address, founding) : openIn(address, founding, folder);
    if (!ledger) {
        return std::unexpected(std::move(ledger).error());
    }
    (*ledger)->onOtherLog(std::move(end));
    const auto begun =
        firstNotices("huying-backend", founding.created, fillRandom).and_then([&](const Proposal &notices) {
            return (*ledger)->position() > 0 ? std::expected<void, Failure>()
                                             : (*ledger)->begin(notices, founding.created);
        });
    return begun.transform(
        [&] { return std::unique_ptr<DatabaseLedger>(new DatabaseLedger(address, std::move(*ledger))); });
}

std::expected<std::vector<Outcome>, Failure> DatabaseLedger::append(
    std::span<const Proposal> proposals, std::span<const Account> by)
{
    return _ledger->append(proposals, clockNow(), rightsOf(by));
}

std::expected<AccountStore, Failure> DatabaseLedger::accounts() const
{
    return SharedAccounts::open(_address, founding().county).transform([](std::unique_ptr<SharedAccounts> rows) {
        return AccountStore(std::move(rows));
    });
}

void DatabaseLedger::tellTo(std::function<void(std::span<const Entry>)> tell)
{
    _listening.reset();
    const bool isTold = bool(tell);
    _ledger->onCommit(std::move(tell));
    if (isTold) {
        _listening.emplace(*_ledger, _address);
    }
}

} // namespace huying
