#pragma once

#include "MapSheet.h"

#include <domain/Failure.h>

#include <expected>

namespace huying
{

/// The sheet as a picture of `scale` times 1600 x 1131 pixels, 1 to 4.
QImage pictureOf(const MapSheet &sheet, int scale);

/// Writes the sheet as the name's ending says: .png, .svg or .pdf (A4, lying). Either the whole file is there
/// afterwards or the one from before. Invalid with another ending, Full or NotFound where it cannot be written.
std::expected<void, Failure> writeSheet(const MapSheet &sheet, const QString &file, int scale = 1);

} // namespace huying
