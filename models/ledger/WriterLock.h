#pragma once

#include <storage/FileLock.h>

#include <utility>

namespace huying
{

/// The right to write a ledger. While it is held a file `NAME.lock` lies beside the ledger.
class WriterLock
{
public:
    /// Busy when another process, or this one, holds it already.
    static std::expected<WriterLock, Failure> take(const std::filesystem::path &ledger);

private:
    explicit WriterLock(FileLock lock) : _lock(std::move(lock)) {}

    FileLock _lock;
};

} // namespace huying
