#include "DeskFiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

namespace huying
{

DeskFiles::DeskFiles(QString folder, std::unique_ptr<QLockFile> lock)
    : _folder(std::move(folder)), _lock(std::move(lock))
{
}

std::expected<DeskFiles, Failure> DeskFiles::in(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return failure(
            FailureKind::Full, QCoreApplication::translate("Desk", "The folder %1 cannot be made.").arg(folder));
    }
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/desk.lock"));
    lock->setStaleLockTime(std::chrono::milliseconds { 0 });
    if (!lock->tryLock()) {
        return failure(
            FailureKind::Busy, QCoreApplication::translate("Desk", "Another desk works in %1 already.").arg(folder));
    }
    return DeskFiles(QDir(folder).absolutePath(), std::move(lock));
}

bool DeskFiles::hasCache() const
{
    return QFile::exists(cacheFile());
}

void DeskFiles::removeCache() const
{
    for (const QString &ending : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") }) {
        QFile::remove(cacheFile() + ending);
    }
}

std::expected<std::unique_ptr<Cache>, Failure> DeskFiles::openCache(DeadlineSettings deadlines) const
{
    auto cache = Cache::open(cacheFile().toStdString(), deadlines);
    if (!cache && cache.error().kind == FailureKind::Damaged) {
        removeCache();
        return failure(FailureKind::NotFound, cache.error().text);
    }
    return cache;
}

std::expected<std::unique_ptr<OutboxFile>, Failure> DeskFiles::openOutbox(QString &trouble) const
{
    const QString file = _folder + QStringLiteral("/outbox.sqlite");
    auto outbox = OutboxFile::open(file.toStdString());
    if (outbox || outbox.error().kind != FailureKind::Damaged) {
        return outbox;
    }
    const QString aside =
        file + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmss"));
    if (!QFile::rename(file, aside)) {
        return outbox;
    }
    trouble =
        QCoreApplication::translate("Desk", "The file of waiting actions was damaged; it was kept as %1.").arg(aside);
    return OutboxFile::open(file.toStdString());
}

} // namespace huying
