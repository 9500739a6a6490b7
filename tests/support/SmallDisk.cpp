#include "SmallDisk.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

namespace huying
{

namespace
{

/// Mounts of this process from here on are its own and its children's. A root that somebody has entered (as ./dev does)
/// is no mount point; whoever made it has seen to it.
bool leaveTheOthers()
{
    static const bool isDone = ::unshare(CLONE_NEWNS) == 0
        && (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 || errno == EINVAL);
    return isDone;
}

} // namespace

std::unique_ptr<SmallDisk> SmallDisk::at(const QString &folder, qint64 bytes)
{
    const QByteArray place = QFile::encodeName(folder);
    const QByteArray size = "size=" + QByteArray::number(bytes);
    if (!QDir().mkpath(folder) || !leaveTheOthers()
        || ::mount("huying-small", place.constData(), "tmpfs", MS_NOSUID | MS_NODEV, size.constData()) != 0) {
        return nullptr;
    }
    return std::unique_ptr<SmallDisk>(new SmallDisk(folder));
}

SmallDisk::~SmallDisk()
{
    ::umount2(QFile::encodeName(_folder).constData(), MNT_DETACH);
}

bool SmallDisk::fill()
{
    QFile ballast(path(QStringLiteral("ballast-%1").arg(++_ballasts)));
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return false;
    }
    const QByteArray piece(4096, 'x');
    while (ballast.write(piece) == piece.size()) {}
    return freeBytes() == 0;
}

bool SmallDisk::makeRoom()
{
    bool isRemoved = true;
    for (; _ballasts > 0; --_ballasts) {
        isRemoved = QFile::remove(path(QStringLiteral("ballast-%1").arg(_ballasts))) && isRemoved;
    }
    return isRemoved;
}

qint64 SmallDisk::freeBytes() const
{
    struct statvfs told = {};
    return ::statvfs(QFile::encodeName(_folder).constData(), &told) == 0 ? qint64(told.f_bavail * told.f_frsize) : -1;
}

QString SmallDisk::path(const QString &name) const
{
    return QDir(_folder).filePath(name);
}

} // namespace huying
