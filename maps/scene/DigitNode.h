#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QSGGeometryNode>
#include <QString>

#include <array>
#include <memory>
#include <span>

class QQuickWindow;
class QSGTexture;

namespace huying
{

/// A number to write, its middle at `at`.
struct NumberAt {
    int number = 0;
    QPointF at;
};

/// All counts of a map in one draw, from a strip of ten digits and the thousands separator.
class DigitNode : public QSGGeometryNode
{
public:
    DigitNode(QQuickWindow *window, const QFont &font, const QColor &colour);
    ~DigitNode() override;

    double widthOf(int number) const;
    void setNumbers(std::span<const NumberAt> numbers);

private:
    struct Glyph {
        double left = 0;
        double advance = 0;
    };
    const Glyph &glyphOf(QChar digit) const;

    double pixelRatio_;
    double height_ = 0;
    double stripWidth_ = 0;
    std::array<Glyph, 11> glyphs_ {};
    std::unique_ptr<QSGTexture> texture_;
};

/// `13712` as `13,712`, the same on every desk.
QString grouped(int number);

} // namespace huying
