#include "FileLock.h"

#include <cerrno>
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

FileLock::FileLock(std::filesystem::path path, int file) : _path(std::move(path)), _file(file) {}

std::expected<FileLock, FailureKind> FileLock::take(std::filesystem::path path)
{
    while (true) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) {
            return std::unexpected(errno == ENOSPC || errno == EDQUOT ? FailureKind::Full : FailureKind::Refused);
        }
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            ::close(file);
            return std::unexpected(FailureKind::Busy);
        }
        if (isStillAt(path, file)) {
            return FileLock(std::move(path), file);
        }
        ::close(file);
    }
}

FileLock::FileLock(FileLock &&other) noexcept : _path(std::move(other._path)), _file(std::exchange(other._file, -1)) {}

FileLock::~FileLock()
{
    if (_file >= 0) {
        ::unlink(_path.c_str()); // while it is held, so that nobody else's is removed
        ::close(_file);
    }
}

} // namespace huying
