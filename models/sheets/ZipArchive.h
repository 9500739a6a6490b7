#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include <domain/Failure.h>

struct zip;
struct zip_file;

namespace huying
{

/// One file of an archive, unpacked as it is read.
class ZipPart
{
public:
    /// Fills at most `buffer`; 0 at the end, where the checksum has been compared. Damaged: it did not agree.
    /// Full: more than the limit that the part was opened with.
    std::expected<std::size_t, Failure> read(std::span<char> buffer);
    std::uint64_t bytesRead() const { return m_read; }

private:
    friend class ZipArchive;
    struct Close {
        void operator()(zip_file *file) const;
    };
    std::unique_ptr<zip_file, Close> m_file;
    std::uint64_t m_read = 0;
    std::uint64_t m_limit = 0;
};

/// A ZIP file for reading. Its directory is never believed: what is unpacked is counted.
class ZipArchive
{
public:
    /// Damaged: cut off, or no directory.
    static std::expected<ZipArchive, Failure> open(const std::filesystem::path &file);

    bool contains(const std::string &name) const;

    /// Names are compared as OPC does, without regard to case.
    /// Damaged: not there. Refused: encrypted. Full: larger than `limit` bytes by its own word already.
    std::expected<ZipPart, Failure> part(const std::string &name, std::uint64_t limit) const;

private:
    struct Close {
        void operator()(zip *archive) const;
    };
    std::unique_ptr<zip, Close> m_archive;
};

} // namespace huying
