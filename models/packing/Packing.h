#pragma once

#include <domain/Failure.h>

#include <QString>

#include <cstdint>
#include <string>

namespace huying
{

/// Writes `from` into `to` as one Zstandard frame (RFC 8878) with a checksum of its own; answers the packed file's name
/// (packedName). `to` is there whole or not at all. NotFound, Full.
std::expected<std::string, Failure> pack(const QString &from, const QString &to);

/// What a packed file is known by: the SHA-256 of its bytes, in 64 hexadecimal digits. NotFound.
std::expected<std::string, Failure> packedName(const QString &packed);

/// The reverse of pack. `to` is there whole and on the disk, or not at all. Damaged when `from` is no such file, is cut
/// off or holds more than `most` bytes; Full when there is no room.
std::expected<void, Failure> unpack(const QString &from, const QString &to, std::int64_t most);

} // namespace huying
