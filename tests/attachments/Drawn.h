#pragma once

#include <domain/Attachment.h>

#include <QByteArray>

#include <string>
#include <string_view>

namespace huying::testing
{

/// A picture of colours that follow from `seed`, as `format` (jpeg, png, webp) writes it.
QByteArray drawn(int width, int height, int seed, const char *format = "jpeg");

/// What an event says of it.
Attachment named(const QByteArray &bytes);

inline std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.data(), std::size_t(bytes.size()) };
}

} // namespace huying::testing
