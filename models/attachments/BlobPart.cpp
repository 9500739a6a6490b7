#include "BlobPart.h"

#include <files/HeldFile.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace huying
{

namespace
{

std::unexpected<Failure> trouble(const std::filesystem::path &path)
{
    return failure(FailureKind::Full,
        QString::fromStdString(path.string()) + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

std::expected<BlobPart, Failure> BlobPart::open(const std::filesystem::path &path)
{
    const auto file = openHeld(path, 0600, WhenHeld::Wait);
    if (!file) {
        errno = file.error();
        return trouble(path);
    }
    return BlobPart(path, *file);
}

BlobPart::BlobPart(BlobPart &&other) noexcept : _path(std::move(other._path)), _file(std::exchange(other._file, -1)) {}

BlobPart::~BlobPart()
{
    if (_file >= 0) {
        ::close(_file);
    }
}

std::int64_t BlobPart::size() const
{
    struct stat held {};
    return ::fstat(_file, &held) == 0 ? held.st_size : 0;
}

std::expected<void, Failure> BlobPart::write(std::int64_t offset, std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(_file, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return trouble(_path);
        }
        bytes.remove_prefix(std::size_t(written));
        offset += written;
    }
    return {};
}

std::expected<std::string, Failure> BlobPart::all() const
{
    std::string bytes(std::size_t(size()), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::pread(_file, bytes.data() + have, bytes.size() - have, off_t(have));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return trouble(_path);
        }
        have += std::size_t(got);
    }
    return bytes;
}

std::expected<void, Failure> BlobPart::becomeWhole(const std::filesystem::path &place) const
{
    if (::fsync(_file) != 0) {
        const auto failed = trouble(place);
        remove(); // what could not be written may be gone, and a second fsync would not say so
        return failed;
    }
    if (::rename(_path.c_str(), place.c_str()) != 0) {
        return trouble(place);
    }
    return syncFolder(place.parent_path());
}

void BlobPart::remove() const
{
    ::unlink(_path.c_str());
}

std::expected<void, Failure> syncFolder(const std::filesystem::path &folder)
{
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = file >= 0 && ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) {
        ::close(file);
    }
    errno = error;
    return isSynced ? std::expected<void, Failure>() : trouble(folder);
}

} // namespace huying
