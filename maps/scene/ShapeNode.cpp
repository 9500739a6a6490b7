#include "ShapeNode.h"

#include "RegionShapes.h"

#include <QMatrix4x4>
#include <QSGMaterialShader>

#include <array>
#include <cmath>
#include <cstring>

namespace huying
{

namespace
{

struct Vertex {
    float x;
    float y;
    float outwardX;
    float outwardY;
    float side;
};

const QSGGeometry::AttributeSet &attributes()
{
    static const std::array<QSGGeometry::Attribute, 3> list {
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 1, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
    };
    static const QSGGeometry::AttributeSet set { int(list.size()), sizeof(Vertex), list.data() };
    return set;
}

class ShapeMaterial : public QSGMaterial
{
public:
    /// As the shader's uniform block lies after the matrix.
    struct Numbers {
        std::array<float, 4> colour {};
        std::array<float, 2> shift {};
        float scale = 1;
        float halfWidth = 0;
        float pixel = 1;
        bool operator==(const Numbers &) const = default;
    };
    Numbers numbers;

    ShapeMaterial() { setFlag(QSGMaterial::Flags(Blending | NoBatching | RequiresFullMatrix)); }

    QSGMaterialType *type() const override
    {
        static QSGMaterialType type;
        return &type;
    }
    QSGMaterialShader *createShader(QSGRendererInterface::RenderMode) const override;
    int compare(const QSGMaterial *other) const override { return this == other ? 0 : this < other ? -1 : 1; }
};

class ShapeShader : public QSGMaterialShader
{
public:
    ShapeShader()
    {
        setShaderFileName(VertexStage, QStringLiteral(":/huying/scene/shaders/shape.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/huying/scene/shaders/shape.frag.qsb"));
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        char *block = state.uniformData()->data();
        const QMatrix4x4 matrix = state.combinedMatrix();
        std::memcpy(block, matrix.constData(), 64);
        std::memcpy(block + 64, &static_cast<ShapeMaterial *>(newMaterial)->numbers, sizeof(ShapeMaterial::Numbers));
        const float opacity = state.opacity();
        std::memcpy(block + 64 + sizeof(ShapeMaterial::Numbers), &opacity, 4);
        return true;
    }
};

QSGMaterialShader *ShapeMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new ShapeShader;
}

Vertex vertexAt(WorldPoint place, WorldPoint origin, double outwardX = 0, double outwardY = 0, float side = 0)
{
    return { static_cast<float>(place.x - origin.x), static_cast<float>(place.y - origin.y),
        static_cast<float>(outwardX), static_cast<float>(outwardY), side };
}

} // namespace

ShapeNode::ShapeNode()
{
    setMaterial(new ShapeMaterial);
    setFlags(OwnsMaterial | OwnsGeometry);
}

void ShapeNode::setTriangles(std::span<const WorldPoint> corners, WorldPoint origin)
{
    auto *shape = new QSGGeometry(attributes(), static_cast<int>(corners.size()));
    shape->setDrawingMode(QSGGeometry::DrawTriangles);
    auto *vertex = static_cast<Vertex *>(shape->vertexData());
    for (const WorldPoint &corner : corners) {
        *vertex++ = vertexAt(corner, origin);
    }
    setGeometry(shape);
    markDirty(DirtyGeometry);
}

void ShapeNode::setLines(std::span<const BorderEdge> edges, WorldPoint origin)
{
    const auto count = static_cast<int>(edges.size());
    auto *shape = new QSGGeometry(attributes(), count * 4, count * 6, QSGGeometry::UnsignedIntType);
    shape->setDrawingMode(QSGGeometry::DrawTriangles);
    auto *vertex = static_cast<Vertex *>(shape->vertexData());
    quint32 *index = shape->indexDataAsUInt();
    quint32 first = 0;
    for (const BorderEdge &edge : edges) {
        const double length = std::hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
        const double alongX = (edge.to.x - edge.from.x) / length;
        const double alongY = (edge.to.y - edge.from.y) / length;
        // Each end reaches out a little, which closes the corners.
        const double end = 0.5;
        *vertex++ = vertexAt(edge.from, origin, -alongY - end * alongX, alongX - end * alongY, 1);
        *vertex++ = vertexAt(edge.from, origin, alongY - end * alongX, -alongX - end * alongY, -1);
        *vertex++ = vertexAt(edge.to, origin, -alongY + end * alongX, alongX + end * alongY, 1);
        *vertex++ = vertexAt(edge.to, origin, alongY + end * alongX, -alongX + end * alongY, -1);
        for (const quint32 corner : { 0U, 1U, 2U, 2U, 1U, 3U }) {
            *index++ = first + corner;
        }
        first += 4;
    }
    setGeometry(shape);
    markDirty(DirtyGeometry);
}

void ShapeNode::setSquares(std::span<const WorldPoint> middles, WorldPoint origin)
{
    const auto count = static_cast<int>(middles.size());
    auto *shape = new QSGGeometry(attributes(), count * 4, count * 6, QSGGeometry::UnsignedIntType);
    shape->setDrawingMode(QSGGeometry::DrawTriangles);
    auto *vertex = static_cast<Vertex *>(shape->vertexData());
    quint32 *index = shape->indexDataAsUInt();
    quint32 first = 0;
    for (const WorldPoint &middle : middles) {
        for (const double up : { -1.0, 1.0 }) {
            *vertex++ = vertexAt(middle, origin, -1, up, -1);
            *vertex++ = vertexAt(middle, origin, 1, up, 1);
        }
        for (const quint32 corner : { 0U, 1U, 2U, 2U, 1U, 3U }) {
            *index++ = first + corner;
        }
        first += 4;
    }
    setGeometry(shape);
    markDirty(DirtyGeometry);
}

void ShapeNode::look(const View &view, const QColor &colour, double widthPixels)
{
    auto *shape = static_cast<ShapeMaterial *>(material());
    const float alpha = colour.alphaF();
    const ShapeMaterial::Numbers numbers { { colour.redF() * alpha, colour.greenF() * alpha, colour.blueF() * alpha,
                                               alpha },
        { static_cast<float>(view.shift.x()), static_cast<float>(view.shift.y()) },
        static_cast<float>(view.pixelsPerWorld), static_cast<float>(widthPixels / 2), static_cast<float>(view.pixel) };
    if (numbers != shape->numbers) {
        shape->numbers = numbers;
        shape->setFlag(QSGMaterial::Blending, alpha < 1 || widthPixels > 0);
        markDirty(DirtyMaterial);
    }
    if (const bool isTransparent = alpha == 0; isTransparent != isTransparent_) {
        isTransparent_ = isTransparent;
        markDirty(DirtySubtreeBlocked);
    }
}

} // namespace huying
