#pragma once

#include <domain/Attachment.h>
#include <domain/Failure.h>

#include <QByteArray>
#include <QImage>

#include <expected>

namespace huying
{

/// A picture ready to be sent.
struct MadePicture {
    Attachment attachment; ///< without a name
    QByteArray bytes;
    QImage thumbnail;
};

/// The longer side of what is sent and of what is shown small, in pixels.
inline constexpr int sentSide = 2560;
inline constexpr int thumbnailSide = 320;

/// The picture in `file` (the bytes of a JPEG, PNG or WebP) as it is sent: upright, in sRGB, no side longer than
/// `sentSide`, and written anew, so that nothing of where and with what it was taken goes along. Invalid for all else,
/// and for a picture of more pixels than are unpacked here (`mostPixels`), which is known before it is unpacked.
std::expected<MadePicture, Failure> madePicture(const QByteArray &file);

/// The same of a picture that is no file, from the clipboard.
std::expected<MadePicture, Failure> madePicture(const QImage &image);

/// The picture in `bytes` with no side longer than `side`, or its own size where that is smaller; unpacked in a small
/// size where the format can. Invalid as above.
std::expected<QImage, Failure> pictureIn(const QByteArray &bytes, int side);

} // namespace huying
