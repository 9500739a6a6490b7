#include "SheetFiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace huying
{

namespace
{

constexpr int dotsPerInch = 300;

QString programName()
{
    return QStringLiteral("Huying %1").arg(QCoreApplication::applicationVersion());
}

QByteArray pngOf(const MapSheet &sheet, int scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage picture = pictureOf(sheet, scale);
    picture.setText(QStringLiteral("Title"), sheet.title);
    picture.setText(QStringLiteral("Source"), sheet.source);
    picture.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const MapSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheetSize.toSize());
    generator.setViewBox(QRectF({}, sheetSize));
    generator.setTitle(sheet.title);
    generator.setDescription(sheet.source);
    QPainter painter(&generator);
    paint(painter, QRectF({}, sheetSize), sheet);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const MapSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF()));
    writer.setTitle(sheet.title);
    writer.setCreator(programName());
    QPainter painter(&writer);
    paint(painter, QRectF(0, 0, writer.width(), writer.height()), sheet);
    painter.end();
    return bytes;
}

std::expected<void, Failure> write(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(name, file.errorString()));
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(FailureKind::Full, QStringLiteral("%1: %2").arg(name, file.errorString()));
    }
    return {};
}

} // namespace

QImage pictureOf(const MapSheet &sheet, int scale)
{
    QImage image((sheetSize * std::clamp(scale, 1, 4)).toSize(), QImage::Format_RGB32);
    image.fill(sheet.colours.surface);
    QPainter painter(&image);
    paint(painter, QRectF(image.rect()), sheet);
    return image;
}

std::expected<void, Failure> writeSheet(const MapSheet &sheet, const QString &file, int scale)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("png")) {
        return write(file, pngOf(sheet, scale));
    }
    if (ending == QLatin1String("svg")) {
        return write(file, svgOf(sheet));
    }
    if (ending == QLatin1String("pdf")) {
        return write(file, pdfOf(sheet));
    }
    return failure(
        FailureKind::Invalid, QCoreApplication::translate("MapSheet", "A map is written as .png, .svg or .pdf."));
}

} // namespace huying
