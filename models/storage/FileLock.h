#pragma once

#include <domain/Failure.h>

#include <expected>
#include <filesystem>

namespace huying
{

/// The right to work with something, as a file that is locked. The system takes it away with the process that held it,
/// however that ended: a file that is left says nothing by itself, and neither does the number of a process, which
/// another has after a restart in a container.
class FileLock
{
public:
    /// Makes `path` where it is not there; it goes with the lock. Busy when another process, or this one, holds it; Full
    /// when there is no room for the file, Refused when the folder allows none.
    static std::expected<FileLock, FailureKind> take(std::filesystem::path path);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

private:
    FileLock(std::filesystem::path path, int file);

    std::filesystem::path _path;
    int _file = -1;
};

} // namespace huying
