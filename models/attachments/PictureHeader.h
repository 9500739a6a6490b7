#pragma once

#include <domain/Attachment.h>
#include <domain/Failure.h>

#include <expected>
#include <optional>
#include <string_view>

namespace huying
{

/// What a picture's own bytes say of it, read without unpacking it.
struct PictureHeader {
    MediaType type = MediaType::Jpeg;
    int width = 0; ///< in pixels, as stored: a JPEG's orientation is not applied
    int height = 0; ///< likewise

    bool operator==(const PictureHeader &) const = default;
};

/// JPEG (ITU-T T.81, B.2), PNG (ISO/IEC 15948, 11.2.2) or WebP (RFC 9649) by the bytes, never by a name; nothing for
/// all else, and where the bytes end before the size is said. Reads any bytes in time linear in their number.
std::optional<PictureHeader> pictureHeaderOf(std::string_view bytes);

/// Whether `bytes` are the picture that `attachment` names: its size, type and pixels (its digest is not asked here).
/// Invalid in a sentence where not.
std::expected<void, Failure> checkPicture(std::string_view bytes, const Attachment &attachment);

} // namespace huying
