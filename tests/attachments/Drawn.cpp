#include "Drawn.h"

#include <attachments/BlobFolder.h>
#include <attachments/PictureHeader.h>

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

namespace huying::testing
{

QByteArray drawn(int width, int height, int seed, const char *format)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(static_cast<quint32>(seed));
    for (int y = 0; y < height; ++y) {
        auto *const line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            line[x] = qRgb(int(random.generate() & 0xFFU), x * 255 / width, y * 255 / height);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 85);
    return bytes;
}

Attachment named(const QByteArray &bytes)
{
    const auto header = pictureHeaderOf(viewOf(bytes)).value_or(PictureHeader {});
    return { .sha256 = sha256Of(viewOf(bytes)),
        .type = header.type,
        .bytes = int(bytes.size()),
        .width = header.width,
        .height = header.height,
        .name = "1.jpg" };
}

} // namespace huying::testing
