// A picture as somebody sends it: what its first bytes say is read before anything is unpacked.
#include "Fuzzing.h"

#include <attachments/PictureHeader.h>

using namespace huying;
using namespace huying::fuzzing;

namespace
{

std::string_view beginningOf(MediaType type)
{
    using namespace std::string_view_literals;
    switch (type) {
    case MediaType::Png:
        return "\x89PNG\r\n\x1a\n"sv;
    case MediaType::Webp:
        return "RIFF"sv;
    case MediaType::Jpeg:
        break;
    }
    return "\xFF\xD8"sv;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzzing::viewOf(data, size);
    const auto header = pictureHeaderOf(bytes);
    require(header == pictureHeaderOf(std::string(bytes)), "the same bytes are the same picture");
    if (!header) {
        return 0;
    }
    require(header->width > 0 && header->height > 0, "a picture has pixels");
    require(bytes.starts_with(beginningOf(header->type)), "its type is that of its first bytes");
    const Attachment named { .sha256 = {},
        .type = header->type,
        .bytes = int(size),
        .width = header->width,
        .height = header->height,
        .name = {} };
    require(checkPicture(bytes, named).has_value(), "a picture is the one that is named after it");
    Attachment other = named;
    ++other.height;
    require(!checkPicture(bytes, other).has_value(), "and no other one");
    require(pictureHeaderOf(std::string(bytes) + "more") == header, "what follows changes nothing of what is said");
    return 0;
}
