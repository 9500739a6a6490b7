#include "DeskFiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

namespace huying
{

namespace
{
constexpr qint64 longestSession = 4096; // bytes

bool canWriteIn(const QString &folder)
{
    constexpr qsizetype enough = 256 * 1024;
    QTemporaryFile file(folder + QStringLiteral("/room.XXXXXX"));
    return file.open() && file.write(QByteArray(enough, '\0')) == enough && file.flush();
}
} // namespace

DeskFiles::DeskFiles(QString folder, FileLock lock)
    : _folder(std::move(folder)), _place(_folder), _lock(std::move(lock))
{
}

std::expected<DeskFiles, Failure> DeskFiles::in(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return failure(
            FailureKind::Full, QCoreApplication::translate("Desk", "The folder %1 cannot be made.").arg(folder));
    }
    const QString place = QDir(folder).absolutePath();
    auto lock = FileLock::take((place + QStringLiteral("/desk.lock")).toStdString());
    if (lock) {
        return DeskFiles(place, *std::move(lock));
    }
    if (lock.error() == FailureKind::Busy) {
        return failure(
            FailureKind::Busy, QCoreApplication::translate("Desk", "Another desk works in %1 already.").arg(folder));
    }
    return failure(FailureKind::Full,
        QCoreApplication::translate("Desk", "There is no room left in %1, or it may not be written.").arg(folder));
}

std::optional<SignedIn> DeskFiles::session() const
{
    QFile file(sessionFile());
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto read = signedInFrom(file.read(longestSession).trimmed().toStdString());
    return read ? std::optional(*read) : std::nullopt;
}

std::expected<void, Failure> DeskFiles::keepSession(const SignedIn &signedIn) const
{
    QSaveFile file(sessionFile());
    const QByteArray text = QByteArray::fromStdString(textOf(signedIn)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit()) {
        return failure(FailureKind::Full, file.errorString());
    }
    return {};
}

void DeskFiles::forgetSession() const
{
    QFile::remove(sessionFile());
}

std::expected<void, Failure> DeskFiles::workAs(const std::string &account)
{
    const QByteArray name = QByteArray::fromStdString(account);
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(12);
    _place = account.empty() ? _folder : _folder + QStringLiteral("/account-") + QString::fromLatin1(digest);
    if (!QDir().mkpath(_place)) {
        return failure(
            FailureKind::Full, QCoreApplication::translate("Desk", "The folder %1 cannot be made.").arg(_place));
    }
    return {};
}

std::optional<QString> DeskFiles::fileAtHand() const
{
    for (const QString &file : { firstPartFile(), cacheFile() }) {
        if (QFile::exists(file)) {
            return file;
        }
    }
    return std::nullopt;
}

void DeskFiles::removeCache() const
{
    removeCacheFile(cacheFile());
    removeCacheFile(firstPartFile());
}

void DeskFiles::removeCacheFile(const QString &file)
{
    for (const QString &ending : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") }) {
        QFile::remove(file + ending);
    }
}

bool DeskFiles::hasRoom() const
{
    return canWriteIn(_place);
}

std::expected<std::unique_ptr<Cache>, Failure> DeskFiles::openCache(DeadlineSettings deadlines) const
{
    const QString file = fileAtHand().value_or(cacheFile());
    auto cache = Cache::open(file.toStdString(), deadlines);
    if (!cache && cache.error().kind == FailureKind::Damaged) {
        removeCacheFile(file);
        return failure(FailureKind::NotFound, cache.error().text);
    }
    return cache;
}

std::expected<std::unique_ptr<OutboxFile>, Failure> DeskFiles::openOutbox(QString &trouble) const
{
    const QString file = _place + QStringLiteral("/outbox.sqlite");
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
