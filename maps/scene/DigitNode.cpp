#include "DigitNode.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QQuickWindow>
#include <QSGTextureMaterial>

#include <cmath>

namespace huying
{

namespace
{

const QString signs = QStringLiteral("0123456789,");

} // namespace

QString grouped(int number)
{
    QString text = QString::number(number);
    for (qsizetype comma = text.size() - 3; comma > 0; comma -= 3) {
        text.insert(comma, QLatin1Char(','));
    }
    return text;
}

DigitNode::DigitNode(QQuickWindow *window, const QFont &font, const QColor &colour)
    : pixelRatio_(window->effectiveDevicePixelRatio())
{
    const QFontMetricsF metrics(font);
    height_ = std::ceil(metrics.height());
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
        const QChar sign = signs.at(static_cast<qsizetype>(i));
        glyphs_[i] = { stripWidth_, metrics.horizontalAdvance(sign) };
        stripWidth_ += std::ceil(glyphs_[i].advance) + 2;
    }
    QImage strip(
        QSizeF(stripWidth_ * pixelRatio_, height_ * pixelRatio_).toSize(), QImage::Format_ARGB32_Premultiplied);
    strip.setDevicePixelRatio(pixelRatio_);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    painter.setFont(font);
    painter.setPen(colour);
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
        painter.drawText(QPointF(glyphs_[i].left, metrics.ascent()), signs.mid(static_cast<qsizetype>(i), 1));
    }
    painter.end();
    texture_.reset(window->createTextureFromImage(strip));
    texture_->setFiltering(QSGTexture::Linear);
    auto *material = new QSGTextureMaterial;
    material->setTexture(texture_.get());
    material->setFlag(QSGMaterial::Blending);
    setMaterial(material);
    auto *shape = new QSGGeometry(QSGGeometry::defaultAttributes_TexturedPoint2D(), 0, 0, QSGGeometry::UnsignedIntType);
    shape->setDrawingMode(QSGGeometry::DrawTriangles);
    setGeometry(shape);
    setFlags(OwnsMaterial | OwnsGeometry);
}

DigitNode::~DigitNode() = default;

const DigitNode::Glyph &DigitNode::glyphOf(QChar digit) const
{
    return glyphs_[digit == QLatin1Char(',') ? 10 : static_cast<std::size_t>(digit.digitValue())];
}

double DigitNode::widthOf(int number) const
{
    double width = 0;
    for (const auto all = grouped(number); const QChar digit : all) {
        width += glyphOf(digit).advance;
    }
    return width;
}

void DigitNode::setNumbers(std::span<const NumberAt> numbers)
{
    qsizetype digits = 0;
    for (const NumberAt &number : numbers) {
        digits += grouped(number.number).size();
    }
    geometry()->allocate(static_cast<int>(digits * 4), static_cast<int>(digits * 6));
    auto *vertex = geometry()->vertexDataAsTexturedPoint2D();
    quint32 *index = geometry()->indexDataAsUInt();
    quint32 first = 0;
    for (const NumberAt &number : numbers) {
        double x = number.at.x() - widthOf(number.number) / 2;
        const double y = std::round((number.at.y() - height_ / 2) * pixelRatio_) / pixelRatio_;
        for (const auto all = grouped(number.number); const QChar digit : all) {
            const Glyph &glyph = glyphOf(digit);
            const double width = std::ceil(glyph.advance) + 1;
            const auto left = static_cast<float>(std::round(x * pixelRatio_) / pixelRatio_);
            const auto right = left + static_cast<float>(width);
            const auto top = static_cast<float>(y);
            const auto bottom = static_cast<float>(y + height_);
            const auto from = static_cast<float>(glyph.left / stripWidth_);
            const auto to = static_cast<float>((glyph.left + width) / stripWidth_);
            (vertex++)->set(left, top, from, 0);
            (vertex++)->set(right, top, to, 0);
            (vertex++)->set(left, bottom, from, 1);
            (vertex++)->set(right, bottom, to, 1);
            for (const quint32 corner : { 0U, 1U, 2U, 2U, 1U, 3U }) {
                *index++ = first + corner;
            }
            first += 4;
            x += glyph.advance;
        }
    }
    markDirty(DirtyGeometry);
}

} // namespace huying
