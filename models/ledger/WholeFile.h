#pragma once

#include <domain/Failure.h>

#include <expected>
#include <filesystem>

namespace huying
{

/// A file that is written under another name and takes its own when it is whole and on the disk; what was not finished
/// is removed.
class WholeFile
{
public:
    explicit WholeFile(std::filesystem::path file);
    WholeFile(WholeFile &&other) noexcept;
    WholeFile &operator=(WholeFile &&) = delete;
    ~WholeFile();

    const std::filesystem::path &unfinished() const { return _unfinished; }
    /// To be called when nobody has the file open any more. Replaces what was there.
    std::expected<void, Failure> finish();

private:
    std::filesystem::path _file;
    std::filesystem::path _unfinished;
};

} // namespace huying
