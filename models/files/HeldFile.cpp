#include "HeldFile.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huying
{

namespace
{

/// Whether `file` is still what the path names: whoever held it before may have removed it or moved it away.
bool isStillAt(const std::filesystem::path &path, int file)
{
    struct stat held {};
    struct stat there {};
    return ::fstat(file, &held) == 0 && ::stat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino
        && held.st_dev == there.st_dev;
}

} // namespace

std::expected<int, int> openHeld(const std::filesystem::path &path, unsigned mode, WhenHeld whenHeld)
{
    const int operation = LOCK_EX | (whenHeld == WhenHeld::GiveUp ? LOCK_NB : 0);
    while (true) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, mode);
        if (file < 0) {
            return std::unexpected(errno);
        }
        const int error = ::flock(file, operation) == 0 ? 0 : errno;
        if (error == 0 && isStillAt(path, file)) {
            return file;
        }
        ::close(file);
        if (error != 0 && error != EINTR) {
            return std::unexpected(error);
        }
    }
}

} // namespace huying
