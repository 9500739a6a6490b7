#include "TileSource.h"

#include <QBuffer>
#include <QImageReader>

namespace huying
{

namespace
{

constexpr int mostPixels = 1024;

} // namespace

QImage tileImage(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!reader.canRead() || size.width() > mostPixels || size.height() > mostPixels) {
        return {};
    }
    const QImage image = reader.read();
    return image.width() > mostPixels || image.height() > mostPixels
        ? QImage()
        : image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace huying
