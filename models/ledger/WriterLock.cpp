#include "WriterLock.h"

#include <QCoreApplication>

#include <utility>

namespace huying
{

std::expected<WriterLock, Failure> WriterLock::take(const std::filesystem::path &ledger)
{
    // a file of its own: closing any descriptor of the ledger itself would drop SQLite's locks on it
    const std::filesystem::path path = ledger.string() + ".lock";
    const QString name = QString::fromStdString(ledger.string());
    auto lock = FileLock::take(path);
    if (lock) {
        return WriterLock(*std::move(lock));
    }
    if (lock.error() == FailureKind::Busy) {
        return failure(FailureKind::Busy,
            QCoreApplication::translate("ledger",
                "%1 is being written by another program; where that is a backend, go through it with --backend.")
                .arg(name));
    }
    return failure(FailureKind::Refused,
        QCoreApplication::translate("ledger", "%1 may not be written here: the folder allows no file %2.")
            .arg(name, QString::fromStdString(path.filename().string())));
}

} // namespace huying
