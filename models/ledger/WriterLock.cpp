#include "WriterLock.h"

#include <QCoreApplication>

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huying
{

namespace
{

/// Whether `file` is still what the path names: its last holder removes it.
bool isStillAt(const std::filesystem::path &path, int file)
{
    struct stat held {};
    struct stat there {};
    return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino
        && held.st_dev == there.st_dev;
}

} // namespace

WriterLock::WriterLock(std::filesystem::path path, int file) : _path(std::move(path)), _file(file) {}

std::expected<WriterLock, Failure> WriterLock::take(const std::filesystem::path &ledger)
{
    // a file of its own: closing any descriptor of the ledger itself would drop SQLite's locks on it
    const std::filesystem::path path = ledger.string() + ".lock";
    const QString name = QString::fromStdString(ledger.string());
    while (true) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) {
            return failure(FailureKind::Refused,
                QCoreApplication::translate("ledger", "%1 may not be written here: the folder allows no file %2.")
                    .arg(name, QString::fromStdString(path.filename().string())));
        }
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            ::close(file);
            return failure(FailureKind::Busy,
                QCoreApplication::translate("ledger",
                    "%1 is being written by another program; where that is a backend, go through it with --backend.")
                    .arg(name));
        }
        if (isStillAt(path, file)) {
            return WriterLock(path, file);
        }
        ::close(file);
    }
}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : _path(std::move(other._path)), _file(std::exchange(other._file, -1))
{
}

WriterLock::~WriterLock()
{
    if (_file >= 0) {
        ::unlink(_path.c_str()); // while it is held, so that nobody else's is removed
        ::close(_file);
    }
}

} // namespace huying
