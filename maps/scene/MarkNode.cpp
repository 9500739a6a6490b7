#include "MarkNode.h"

#include <QMatrix4x4>
#include <QSGMaterial>
#include <QSGMaterialShader>

#include <array>
#include <cstring>

namespace huying
{

namespace
{

using Rgba = std::array<quint8, 4>;

struct Vertex {
    std::array<float, 2> place;
    std::array<float, 2> fromCentre;
    std::array<float, 3> form;
    Rgba fill;
    Rgba edge;
    float edgeWidth;
};

const QSGGeometry::AttributeSet &attributes()
{
    using Attribute = QSGGeometry::Attribute;
    constexpr auto other = QSGGeometry::UnknownAttribute;
    static const std::array<Attribute, 6> list {
        Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, other),
        Attribute::createWithAttributeType(2, 3, QSGGeometry::FloatType, other),
        Attribute::createWithAttributeType(3, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute),
        Attribute::createWithAttributeType(4, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute),
        Attribute::createWithAttributeType(5, 1, QSGGeometry::FloatType, other),
    };
    static const QSGGeometry::AttributeSet set { int(list.size()), sizeof(Vertex), list.data() };
    return set;
}

class MarkMaterial : public QSGMaterial
{
public:
    float pixel = 1;

    MarkMaterial() { setFlag(QSGMaterial::Flags(Blending | NoBatching)); }

    QSGMaterialType *type() const override
    {
        static QSGMaterialType type;
        return &type;
    }
    QSGMaterialShader *createShader(QSGRendererInterface::RenderMode) const override;
    int compare(const QSGMaterial *other) const override { return this == other ? 0 : this < other ? -1 : 1; }
};

class MarkShader : public QSGMaterialShader
{
public:
    MarkShader()
    {
        setShaderFileName(VertexStage, QStringLiteral(":/huying/scene/shaders/mark.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/huying/scene/shaders/mark.frag.qsb"));
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        char *block = state.uniformData()->data();
        const QMatrix4x4 matrix = state.combinedMatrix();
        std::memcpy(block, matrix.constData(), 64);
        const std::array<float, 2> numbers { static_cast<MarkMaterial *>(newMaterial)->pixel, state.opacity() };
        std::memcpy(block + 64, numbers.data(), sizeof numbers);
        return true;
    }
};

QSGMaterialShader *MarkMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new MarkShader;
}

Rgba premultiplied(const QColor &colour)
{
    const QRgb value = qPremultiply(colour.rgba());
    return { static_cast<quint8>(qRed(value)), static_cast<quint8>(qGreen(value)), static_cast<quint8>(qBlue(value)),
        static_cast<quint8>(qAlpha(value)) };
}

void write(const Mark &mark, double pixel, Vertex *vertices)
{
    const double reachX = mark.size.width() / 2 + mark.edgeWidth + pixel;
    const double reachY = mark.size.height() / 2 + mark.edgeWidth + pixel;
    const Rgba fill = premultiplied(mark.fill);
    const Rgba edge = premultiplied(mark.edge);
    for (const auto &[x, y] : { std::pair { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } }) {
        *vertices++ = { { static_cast<float>(mark.at.x() + x * reachX), static_cast<float>(mark.at.y() + y * reachY) },
            { static_cast<float>(x * reachX), static_cast<float>(y * reachY) },
            { static_cast<float>(mark.size.width() / 2), static_cast<float>(mark.size.height() / 2),
                static_cast<float>(mark.kind) },
            fill, edge, static_cast<float>(mark.edgeWidth) };
    }
}

} // namespace

MarkNode::MarkNode()
{
    setMaterial(new MarkMaterial);
    auto *shape = new QSGGeometry(attributes(), 0, 0, QSGGeometry::UnsignedIntType);
    shape->setDrawingMode(QSGGeometry::DrawTriangles);
    setGeometry(shape);
    setFlags(OwnsMaterial | OwnsGeometry);
}

void MarkNode::setMarks(std::span<const Mark> marks, double pixel)
{
    const auto count = static_cast<int>(marks.size());
    geometry()->allocate(count * 4, count * 6);
    auto *vertices = static_cast<Vertex *>(geometry()->vertexData());
    quint32 *index = geometry()->indexDataAsUInt();
    quint32 first = 0;
    for (const Mark &mark : marks) {
        write(mark, pixel, vertices + first);
        for (const quint32 corner : { 0U, 1U, 2U, 2U, 1U, 3U }) {
            *index++ = first + corner;
        }
        first += 4;
    }
    static_cast<MarkMaterial *>(material())->pixel = static_cast<float>(pixel);
    markDirty(DirtyGeometry | DirtyMaterial);
}

} // namespace huying
