#pragma once

#include <domain/Failure.h>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace huying
{

/// A file that grows until it is whole, held by one process at a time.
class BlobPart
{
public:
    /// Waits for whoever holds it. Full when it cannot be made.
    static std::expected<BlobPart, Failure> open(const std::filesystem::path &path);
    BlobPart(BlobPart &&other) noexcept;
    BlobPart(const BlobPart &) = delete;
    BlobPart &operator=(const BlobPart &) = delete;
    BlobPart &operator=(BlobPart &&) = delete;
    ~BlobPart();

    std::int64_t size() const;
    std::expected<void, Failure> write(std::int64_t offset, std::string_view bytes) const;
    std::expected<std::string, Failure> all() const;
    /// Durably under `place`, whose folder is there.
    std::expected<void, Failure> becomeWhole(const std::filesystem::path &place) const;
    void remove() const;

private:
    BlobPart(std::filesystem::path path, int file) : _path(std::move(path)), _file(file) {}

    std::filesystem::path _path;
    int _file;
};

/// Makes the names in `folder` durable.
std::expected<void, Failure> syncFolder(const std::filesystem::path &folder);

} // namespace huying
