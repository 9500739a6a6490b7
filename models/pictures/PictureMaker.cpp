#include "PictureMaker.h"

#include <attachments/BlobFolder.h>
#include <attachments/PictureHeader.h>

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

namespace huying
{

namespace
{

constexpr int megabytesUnpacked = 256;
constexpr int quality = 85;

struct SayPictureMaker {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

std::unexpected<Failure> unreadable()
{
    return failure(
        FailureKind::Invalid, SayPictureMaker::tr("This is no picture that can be read: JPEG, PNG and WebP can."));
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

const char *formatOf(MediaType type)
{
    switch (type) {
    case MediaType::Png:
        return "png";
    case MediaType::Webp:
        return "webp";
    case MediaType::Jpeg:
        break;
    }
    return "jpeg";
}

std::expected<void, Failure> checkSize(const PictureHeader &header)
{
    const bool isBounded = header.width <= longestSide * 2 && header.height <= longestSide * 2
        && std::int64_t { header.width } * header.height <= mostPixels;
    if (!isBounded) {
        return failure(FailureKind::Invalid,
            SayPictureMaker::tr("The picture has %1 × %2 pixels; at most %3 million are taken.")
                .arg(header.width)
                .arg(header.height)
                .arg(mostPixels / 1'000'000));
    }
    return {};
}

QSize within(QSize size, int side)
{
    return size.width() > side || size.height() > side
        ? size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({ 1, 1 })
        : size;
}

/// The same pixels and nothing else: whatever the file said beside them is not taken over.
QImage bare(const QImage &image, bool hasAlpha)
{
    QImage fresh(image.size(), hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    fresh.fill(hasAlpha ? Qt::transparent : Qt::white);
    QPainter painter(&fresh);
    painter.drawImage(0, 0, image);
    return fresh;
}

QByteArray written(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(qstrcmp(format, "png") == 0 ? -1 : quality);
    return writer.write(image) ? bytes : QByteArray();
}

/// Few colours and sharp edges, a screen's picture, stay so where that is not too large.
QByteArray smallest(const QImage &image, bool isDrawn)
{
    QByteArray jpeg = written(image.convertToFormat(QImage::Format_RGB32), "jpeg");
    if (!isDrawn) {
        return jpeg;
    }
    QByteArray png = written(image, "png");
    if (png.isEmpty() || png.size() > largestAttachment / 4) {
        return jpeg;
    }
    return png;
}

std::expected<MadePicture, Failure> made(QImage image, bool isDrawn)
{
    if (image.isNull()) {
        return unreadable();
    }
    if (image.colorSpace().isValid()) {
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    image = bare(image, isDrawn && image.hasAlphaChannel());
    const QByteArray bytes = smallest(image, isDrawn);
    const auto header = pictureHeaderOf(viewOf(bytes));
    if (!header || bytes.size() > largestAttachment) {
        return failure(FailureKind::Full, SayPictureMaker::tr("The picture stays too large, however it is written."));
    }
    MadePicture picture;
    picture.attachment = { .sha256 = sha256Of(viewOf(bytes)),
        .type = header->type,
        .bytes = int(bytes.size()),
        .width = header->width,
        .height = header->height,
        .name = {} };
    picture.bytes = bytes;
    picture.thumbnail =
        image.scaled(within(image.size(), thumbnailSide), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return picture;
}

} // namespace

std::expected<QImage, Failure> pictureIn(const QByteArray &bytes, int side)
{
    const auto header = pictureHeaderOf(viewOf(bytes));
    if (!header) {
        return unreadable();
    }
    if (const auto checked = checkSize(*header); !checked) {
        return std::unexpected(checked.error());
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatOf(header->type));
    reader.setAutoTransform(true);
    // The reader's own word on the size is asked too: it is the one that will be unpacked.
    if (reader.size() != QSize(header->width, header->height)) {
        return unreadable();
    }
    if (const QSize smaller = within(reader.size(), side); smaller != reader.size()) {
        reader.setScaledSize(smaller);
    }
    QImageReader::setAllocationLimit(megabytesUnpacked);
    QImage image = reader.read();
    return image.isNull() ? std::expected<QImage, Failure>(unreadable()) : std::move(image);
}

std::expected<MadePicture, Failure> madePicture(const QByteArray &file)
{
    const auto header = pictureHeaderOf(viewOf(file));
    const bool isDrawn = header && header->type == MediaType::Png;
    return pictureIn(file, sentSide).and_then([&](const QImage &image) { return made(image, isDrawn); });
}

std::expected<MadePicture, Failure> madePicture(const QImage &image)
{
    const QSize size = within(image.size(), sentSide);
    return made(
        size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), true);
}

} // namespace huying
