#pragma once

#include <domain/Attachment.h>
#include <domain/Failure.h>

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huying
{

/// A folder of pictures, each a file named by the digest of its bytes: `ab/abcdef…`; what is not there whole lies in
/// `unfinished`. The same bytes twice are one file. Several processes may share a folder; one object is used by one
/// thread at a time.
class BlobFolder
{
public:
    struct Limits {
        std::int64_t unfinishedBytes = std::int64_t { 512 } << 20; ///< of all that is not whole yet
        std::chrono::hours unfinishedAge { 24 * 7 }; ///< since it last grew
    };

    /// The folder is made where it is missing, for its owner's eyes alone. Full when it cannot be.
    static std::expected<BlobFolder, Failure> at(const std::filesystem::path &folder, Limits limits);
    static std::expected<BlobFolder, Failure> at(const std::filesystem::path &folder) { return at(folder, Limits {}); }

    const std::filesystem::path &folder() const { return _folder; }

    /// Where the whole picture lies; nothing where it is not here.
    std::optional<std::filesystem::path> find(std::string_view sha256) const;

    /// How many of its bytes are here; all of them when it is whole.
    std::int64_t received(const Attachment &attachment) const;

    /// Adds `bytes` behind the `offset` bytes that are here; how many are then. With the last of them the digest and
    /// the picture are verified before it is seen under its name, durably and in one step; what is not so is thrown
    /// away: Damaged for another digest, Invalid for another picture. Busy when there are not `offset` bytes, Refused
    /// when it would be longer than named, Full when the disk takes no more or too much is unfinished: what came before
    /// stays, and later it may go on. Of a whole one nothing is changed.
    std::expected<std::int64_t, Failure> append(
        const Attachment &attachment, std::int64_t offset, std::string_view bytes);

    /// All at once.
    std::expected<void, Failure> put(const Attachment &attachment, std::string_view bytes);

    /// All bytes of a whole one; NotFound.
    std::expected<std::string, Failure> read(std::string_view sha256) const;

    /// Whether what lies under `sha256` still is so: NotFound, or Damaged.
    std::expected<void, Failure> verify(std::string_view sha256) const;

    /// Throws away what was begun and has not grown for `Limits::unfinishedAge`; how many.
    int removeStale() const;

    void remove(std::string_view sha256) const;
    /// What was begun of it.
    void forgetUnfinished(std::string_view sha256) const;

private:
    BlobFolder(std::filesystem::path folder, Limits limits) : _folder(std::move(folder)), _limits(limits) {}

    std::filesystem::path placeOf(std::string_view sha256) const;
    std::filesystem::path partOf(std::string_view sha256) const;
    bool hasRoomFor(std::size_t bytes) const;

    std::filesystem::path _folder;
    Limits _limits;
};

/// Where the pictures of a ledger that is a file lie, unless it is said otherwise: `LEDGER.attachments`.
QString picturesBeside(const QString &ledger);

/// SHA-256 in 64 hexadecimal digits.
std::string sha256Of(std::string_view bytes);

/// Whether `text` is 64 small hexadecimal digits, so that it can stand in a path.
bool isSha256(std::string_view text);

} // namespace huying
