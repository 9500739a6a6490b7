#include "FileLock.h"

#include <files/HeldFile.h>

#include <cerrno>
#include <utility>

#include <unistd.h>

namespace huying
{

FileLock::FileLock(std::filesystem::path path, int file) : _path(std::move(path)), _file(file) {}

std::expected<FileLock, FailureKind> FileLock::take(std::filesystem::path path)
{
    const auto file = openHeld(path, 0644, WhenHeld::GiveUp);
    if (file) {
        return FileLock(std::move(path), *file);
    }
    switch (file.error()) {
    case EWOULDBLOCK:
        return std::unexpected(FailureKind::Busy);
    case ENOSPC:
    case EDQUOT:
        return std::unexpected(FailureKind::Full);
    default:
        return std::unexpected(FailureKind::Refused);
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
