#pragma once

#include <domain/Failure.h>

#include <expected>
#include <filesystem>

namespace huying
{

/// The right to write a ledger. The system takes it away with the process that held it, however that ended; while it is
/// held a file `NAME.lock` lies beside the ledger.
class WriterLock
{
public:
    /// Busy when another process, or this one, holds it already.
    static std::expected<WriterLock, Failure> take(const std::filesystem::path &ledger);

    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&) = delete;
    ~WriterLock();

private:
    WriterLock(std::filesystem::path path, int file);

    std::filesystem::path _path;
    int _file = -1;
};

} // namespace huying
