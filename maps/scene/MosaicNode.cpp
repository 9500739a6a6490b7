#include "MosaicNode.h"

#include <QMatrix4x4>
#include <QSGMaterialShader>

#include <array>
#include <cstring>

namespace huying
{

namespace
{

struct Vertex {
    float x;
    float y;
    std::array<std::uint8_t, 4> colour; ///< premultiplied
    float pattern;
};

const QSGGeometry::AttributeSet &attributes()
{
    static const std::array<QSGGeometry::Attribute, 3> list {
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(
            1, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 1, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
    };
    static const QSGGeometry::AttributeSet set { int(list.size()), sizeof(Vertex), list.data() };
    return set;
}

class MosaicMaterial : public QSGMaterial
{
public:
    /// As the shader's uniform block lies after the matrix.
    struct Numbers {
        std::array<float, 4> ink {};
        std::array<float, 2> shift {};
        float scale = 1;
        float pixel = 1;
        bool operator==(const Numbers &) const = default;
    };
    Numbers numbers;

    MosaicMaterial() { setFlag(QSGMaterial::Flags(Blending | NoBatching | RequiresFullMatrix)); }

    QSGMaterialType *type() const override
    {
        static QSGMaterialType type;
        return &type;
    }
    QSGMaterialShader *createShader(QSGRendererInterface::RenderMode) const override;
    int compare(const QSGMaterial *other) const override { return this == other ? 0 : this < other ? -1 : 1; }
};

class MosaicShader : public QSGMaterialShader
{
public:
    MosaicShader()
    {
        setShaderFileName(VertexStage, QStringLiteral(":/huying/scene/shaders/mosaic.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/huying/scene/shaders/mosaic.frag.qsb"));
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        char *block = state.uniformData()->data();
        const QMatrix4x4 matrix = state.combinedMatrix();
        std::memcpy(block, matrix.constData(), 64);
        std::memcpy(block + 64, &static_cast<MosaicMaterial *>(newMaterial)->numbers, sizeof(MosaicMaterial::Numbers));
        const float opacity = state.opacity();
        std::memcpy(block + 64 + sizeof(MosaicMaterial::Numbers), &opacity, 4);
        return true;
    }
};

QSGMaterialShader *MosaicMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new MosaicShader;
}

std::array<std::uint8_t, 4> bytesOf(QRgb colour)
{
    const QRgb ready = qPremultiply(colour);
    return { static_cast<std::uint8_t>(qRed(ready)), static_cast<std::uint8_t>(qGreen(ready)),
        static_cast<std::uint8_t>(qBlue(ready)), static_cast<std::uint8_t>(qAlpha(ready)) };
}

} // namespace

MosaicNode::MosaicNode()
{
    setMaterial(new MosaicMaterial);
    setFlags(OwnsMaterial | OwnsGeometry);
    setGeometry(new QSGGeometry(attributes(), 0));
}

void MosaicNode::setTiles(const RegionMesh &mesh, std::span<const Tile> tiles, WorldPoint origin)
{
    const auto corners = static_cast<int>(mesh.corners.size());
    if (geometry()->vertexCount() != corners) {
        geometry()->allocate(corners);
    }
    geometry()->setDrawingMode(QSGGeometry::DrawTriangles);
    auto *vertex = static_cast<Vertex *>(geometry()->vertexData());
    std::uint32_t corner = 0;
    for (std::size_t region = 0; region < mesh.ends.size(); ++region) {
        const Tile tile = region < tiles.size() ? tiles[region] : Tile {};
        const auto colour = bytesOf(tile.colour);
        const auto pattern = static_cast<float>(tile.pattern);
        for (; corner < mesh.ends[region]; ++corner) {
            const WorldPoint &place = mesh.corners[corner];
            *vertex++ = { static_cast<float>(place.x - origin.x), static_cast<float>(place.y - origin.y), colour,
                pattern };
        }
    }
    markDirty(DirtyGeometry);
}

void MosaicNode::look(const ShapeNode::View &view, const QColor &ink)
{
    auto *mosaic = static_cast<MosaicMaterial *>(material());
    const float alpha = ink.alphaF();
    const MosaicMaterial::Numbers numbers { { ink.redF() * alpha, ink.greenF() * alpha, ink.blueF() * alpha, alpha },
        { static_cast<float>(view.shift.x()), static_cast<float>(view.shift.y()) },
        static_cast<float>(view.pixelsPerWorld), static_cast<float>(view.pixel) };
    if (numbers != mosaic->numbers) {
        mosaic->numbers = numbers;
        markDirty(DirtyMaterial);
    }
}

} // namespace huying
