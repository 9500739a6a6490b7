#include "PictureHeader.h"

#include <QCoreApplication>

#include <cstdint>
#include <utility>

namespace huying
{

namespace
{

using namespace std::string_view_literals;

struct SayPictureHeader {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8U | byteAt(bytes, at + i);
    }
    return value;
}

std::uint32_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i) {
        value = value << 8U | byteAt(bytes, at + i - 1);
    }
    return value;
}

/// Nothing for a size that no picture has.
std::optional<PictureHeader> header(MediaType type, std::uint32_t width, std::uint32_t height)
{
    constexpr std::uint32_t longest = 1U << 30U;
    if (width == 0 || height == 0 || width > longest || height > longest) {
        return std::nullopt;
    }
    return PictureHeader { type, int(width), int(height) };
}

std::optional<PictureHeader> pngHeader(std::string_view bytes)
{
    return bytes.size() >= 24 && bytes.substr(12, 4) == "IHDR"sv
        ? header(MediaType::Png, bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
        : std::nullopt;
}

/// A marker that begins a frame: SOF0 to SOF15 without DHT, JPG and DAC, which lie among them.
bool isFrame(std::uint32_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureHeader> jpegHeader(std::string_view bytes)
{
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (byteAt(bytes, at) != 0xFF) {
            return std::nullopt;
        }
        const std::uint32_t marker = byteAt(bytes, at + 1);
        if (marker == 0xFF) { // a filling byte
            ++at;
            continue;
        }
        const std::uint32_t length = bigEndian(bytes, at + 2, 2);
        const bool isAlone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
        if (isAlone || marker == 0xDA || length < 2) {
            return std::nullopt;
        }
        if (isFrame(marker)) {
            return at + 9 <= bytes.size() && length >= 8
                ? header(MediaType::Jpeg, bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2))
                : std::nullopt;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<PictureHeader> webpHeader(std::string_view bytes)
{
    if (bytes.size() < 30) {
        return std::nullopt;
    }
    const std::string_view kind = bytes.substr(12, 4);
    if (kind == "VP8 "sv && bytes.substr(23, 3) == "\x9d\x01\x2a"sv) {
        return header(MediaType::Webp, littleEndian(bytes, 26, 2) & 0x3FFFU, littleEndian(bytes, 28, 2) & 0x3FFFU);
    }
    if (kind == "VP8L"sv && byteAt(bytes, 20) == 0x2F) {
        const std::uint32_t packed = littleEndian(bytes, 21, 4);
        return header(MediaType::Webp, (packed & 0x3FFFU) + 1, (packed >> 14U & 0x3FFFU) + 1);
    }
    if (kind == "VP8X"sv) {
        return header(MediaType::Webp, littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1);
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureHeader> pictureHeaderOf(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return pngHeader(bytes);
    }
    if (bytes.starts_with("\xFF\xD8"sv)) {
        return jpegHeader(bytes);
    }
    if (bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) {
        return webpHeader(bytes);
    }
    return std::nullopt;
}

std::expected<void, Failure> checkPicture(std::string_view bytes, const Attachment &attachment)
{
    const auto found = pictureHeaderOf(bytes);
    if (!found) {
        return failure(FailureKind::Invalid, SayPictureHeader::tr("It is no JPEG, PNG or WebP picture."));
    }
    const bool isNamed = found->type == attachment.type && found->width == attachment.width
        && found->height == attachment.height && std::cmp_equal(bytes.size(), attachment.bytes);
    if (!isNamed) {
        return failure(
            FailureKind::Invalid, SayPictureHeader::tr("It is another picture than the one that was named."));
    }
    return {};
}

} // namespace huying
