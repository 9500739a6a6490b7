#include "MapSheet.h"

#include "SheetPins.h"

#include <scene/MapLayouts.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr double margin = 48;
constexpr double headHeight = 96;
constexpr double footHeight = 40;

/// Lays world into the frame, the view whole and in the middle.
class Projection
{
public:
    Projection(const WorldRect &view, const QRectF &frame) : _view(view), _frame(frame)
    {
        _scale = std::min(frame.width() / view.width, frame.height() / view.height);
    }

    double pixelsPerWorld() const { return _scale; }
    double zoomLevel() const { return std::log2(_scale / 256); }
    QPointF operator()(WorldPoint place) const
    {
        const WorldPoint middle = _view.centre();
        return _frame.center() + QPointF((place.x - middle.x) * _scale, (place.y - middle.y) * _scale);
    }
    QRectF operator()(const WorldRect &rect) const
    {
        return { (*this)(WorldPoint { rect.left, rect.top }), QSizeF(rect.width * _scale, rect.height * _scale) };
    }
    double latitude() const { return latitudeOf(_view.centre()); }

private:
    WorldRect _view;
    QRectF _frame;
    double _scale = 1;
};

QPainterPath pathOf(const RegionShape &shape, const Projection &project)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto &ring : shape.rings) {
        QPolygonF polygon;
        polygon.reserve(qsizetype(ring.size()));
        for (const WorldPoint &corner : ring) {
            polygon.append(project(corner));
        }
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

QFont fontOf(const MapColours &colours, double pixels, bool isBold = false)
{
    QFont font(colours.family);
    font.setPixelSize(int(pixels));
    font.setBold(isBold);
    return font;
}

/// Everything within the frame.
class MapPainting
{
public:
    MapPainting(QPainter &painter, const QRectF &frame, const MapSheet &sheet)
        : _painter(painter), _frame(frame), _sheet(sheet), _project(sheet.view, frame)
    {
        std::vector<WorldPoint> places;
        std::ranges::transform(
            sheet.pins, std::back_inserter(places), [](const MapPin &pin) { return toWorld(pin.point); });
        _layout = layoutOf(*sheet.labels, sheet.pins, places, _project.pixelsPerWorld());
    }

    void paintAll()
    {
        _painter.fillRect(_frame, _sheet.colours.ground);
        paintGround();
        paintFigures();
        paintReference();
        paintBorders();
        paintPins(_painter, _sheet.colours, _layout.groups, projected());
        paintNames();
        coverAround();
        paintLegend();
        paintScale();
        _painter.setPen(QPen(_sheet.colours.inkSoft, 1));
        _painter.setBrush(Qt::NoBrush);
        _painter.drawRect(_frame);
    }

private:
    std::function<QPointF(WorldPoint)> projected() const
    {
        return [this](WorldPoint place) { return _project(place); };
    }

    SheetPen pen() const
    {
        QColor ground = _sheet.colours.ground;
        ground.setAlphaF(0.96F);
        return { fontOf(_sheet.colours, 15), _sheet.colours.ink, ground };
    }

    /// What was painted beyond the frame; a clip would be lost in an SVG.
    void coverAround()
    {
        // A page is never quite in the sheet's proportions.
        const QRectF all = QRectF({}, sheetSize).adjusted(-margin, -margin, margin, margin);
        for (const QRectF &side : { QRectF(all.topLeft(), QPointF(all.right(), _frame.top())),
                 QRectF(QPointF(all.left(), _frame.bottom()), all.bottomRight()),
                 QRectF(all.topLeft(), QPointF(_frame.left(), all.bottom())),
                 QRectF(QPointF(_frame.right(), all.top()), all.bottomRight()) }) {
            _painter.fillRect(side, _sheet.colours.surface);
        }
    }

    void paintGround()
    {
        for (const auto &[rect, image] : _sheet.tiles) {
            _painter.drawImage(_project(rect), image);
        }
        if (_sheet.tiles.empty()) {
            const auto whole =
                _sheet.regions->at(RegionLevel::County).empty() ? RegionLevel::Township : RegionLevel::County;
            for (const RegionShape &shape : _sheet.regions->at(whole)) {
                _painter.fillPath(pathOf(shape, _project), _sheet.colours.surface);
            }
        }
    }

    void paintFigures()
    {
        for (const ShadedRegion &region : _sheet.shaded) {
            if (const RegionShape *shape = _sheet.regions->find(region.code)) {
                const QPainterPath path = pathOf(*shape, _project);
                _painter.fillPath(path, region.colour);
                if (region.isSilent) {
                    hatch(_painter, path, _sheet.colours.inkSoft);
                }
            }
        }
        if (_sheet.heat && !_sheet.heat->image.isNull()) {
            _painter.setRenderHint(QPainter::SmoothPixmapTransform);
            _painter.drawImage(_project(_sheet.heat->density.rect), _sheet.heat->image);
        }
    }

    bool isShown(RegionLevel level) const
    {
        const double zoom = _project.zoomLevel();
        switch (level) {
        case RegionLevel::Village:
            return _sheet.outlines == Outlines::ByZoom ? zoom > 11.6 : _sheet.outlines >= Outlines::Villages;
        case RegionLevel::Grid:
            return _sheet.outlines == Outlines::ByZoom ? zoom > 13.4 : _sheet.outlines == Outlines::Grids;
        default:
            return true;
        }
    }

    /// As on the screen: areas faintly filled, lines, points as squares.
    void paintReference()
    {
        if (!_sheet.reference) {
            return;
        }
        const ReferenceShapes &shapes = *_sheet.reference;
        QColor faint = _sheet.colours.accent;
        faint.setAlphaF(0.1F);
        QPainterPath fills;
        for (std::size_t i = 0; i + 2 < shapes.fills.size(); i += 3) {
            fills.addPolygon(
                QPolygonF({ _project(shapes.fills[i]), _project(shapes.fills[i + 1]), _project(shapes.fills[i + 2]) }));
        }
        fills.setFillRule(Qt::WindingFill);
        _painter.setRenderHint(QPainter::Antialiasing, false);
        _painter.fillPath(fills, faint);
        _painter.setRenderHint(QPainter::Antialiasing);
        _painter.setPen(QPen(_sheet.colours.accent, 1.2, Qt::SolidLine, Qt::RoundCap));
        QList<QLineF> lines;
        for (const BorderEdge &edge : shapes.edges) {
            lines.append(QLineF(_project(edge.from), _project(edge.to)));
        }
        _painter.drawLines(lines);
        for (const WorldPoint &point : shapes.points) {
            _painter.fillRect(QRectF(_project(point) - QPointF(2.5, 2.5), QSizeF(5, 5)), _sheet.colours.accent);
        }
    }

    void paintBorders()
    {
        struct Width {
            RegionLevel level;
            double pixels;
            float share;
        };
        for (const Width &width : { Width { RegionLevel::Grid, 0.5, 0.3F }, Width { RegionLevel::Village, 0.7, 0.45F },
                 Width { RegionLevel::Township, 1.3, 0.75F }, Width { RegionLevel::County, 2, 1 } }) {
            if (!isShown(width.level)) {
                continue;
            }
            QColor ink = _sheet.colours.inkSoft;
            ink.setAlphaF(width.share);
            _painter.setPen(QPen(ink, width.pixels, Qt::SolidLine, Qt::RoundCap));
            QList<QLineF> lines;
            for (const BorderEdge &edge : _sheet.regions->borders(width.level)) {
                lines.append(QLineF(_project(edge.from), _project(edge.to)));
            }
            _painter.drawLines(lines);
        }
    }

    void paintNames()
    {
        for (const MapLabel *label : _layout.labels) {
            const QFont font = MapLabels::fontOf(*label, _sheet.colours.family);
            const QFontMetricsF metrics(font);
            const QPointF middle = _project(label->place) + QPointF(0, label->below);
            QPainterPath path;
            path.addText(
                middle - QPointF(metrics.horizontalAdvance(label->text) / 2, metrics.descent() - metrics.height() / 2),
                font, label->text);
            _painter.strokePath(path, QPen(_sheet.colours.surface, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            _painter.fillPath(path, _sheet.colours.ink);
        }
    }

    void paintLegend()
    {
        QPointF corner = _frame.bottomLeft() + QPointF(12, -12);
        if (!_sheet.legend.isEmpty()) {
            const QSizeF size = sizeOf(_sheet.legend, pen());
            paint(_painter, corner - QPointF(0, size.height()), _sheet.legend, pen());
            corner.rx() += size.width() + 12;
        }
        paintPinKey(_painter, corner, _sheet, pen(), _frame, projected());
    }

    void paintScale()
    {
        const double metresPerPixel = metresPerWorld(_project.latitude()) / _project.pixelsPerWorld();
        const double most = 180 * metresPerPixel;
        const double power = std::pow(10, std::floor(std::log10(most)));
        const double metres = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
        const QString text = metres >= 1000 ? QCoreApplication::translate("MapSheet", "%1 km").arg(metres / 1000)
                                            : QCoreApplication::translate("MapSheet", "%1 m").arg(metres);
        const SheetPen look = pen();
        const QFontMetricsF metrics(look.font);
        const double length = metres / metresPerPixel;
        const QRectF box(
            _frame.right() - length - 48, _frame.bottom() - metrics.height() - 40, length + 36, metrics.height() + 28);
        _painter.setPen(Qt::NoPen);
        _painter.setBrush(look.ground);
        _painter.drawRoundedRect(box, 6, 6);
        _painter.setPen(QPen(look.ink, 1.5));
        _painter.setFont(look.font);
        _painter.drawText(box.topRight() + QPointF(-18 - metrics.horizontalAdvance(text), 8 + metrics.ascent()), text);
        const double y = box.bottom() - 12;
        _painter.drawPolyline(QPolygonF({ { box.left() + 18, y - 5 }, { box.left() + 18, y },
            { box.left() + 18 + length, y }, { box.left() + 18 + length, y - 5 } }));
    }

    QPainter &_painter;
    QRectF _frame;
    const MapSheet &_sheet;
    Projection _project;
    MapLayout _layout;
};

void paintHead(QPainter &painter, const MapSheet &sheet)
{
    const QRectF head(margin, margin / 2, sheetSize.width() - 2 * margin, headHeight);
    painter.setPen(sheet.colours.ink);
    painter.setFont(fontOf(sheet.colours, 34, true));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, sheet.title);
    painter.setFont(fontOf(sheet.colours, 18));
    painter.setPen(sheet.colours.inkSoft);
    const QString below = sheet.tally.isEmpty() ? sheet.period : sheet.period + QStringLiteral(" · ") + sheet.tally;
    painter.drawText(head.adjusted(0, 54, 0, 0), Qt::AlignLeft | Qt::AlignTop, below);
}

void paintFoot(QPainter &painter, const MapSheet &sheet)
{
    const QRectF foot(margin, sheetSize.height() - footHeight - 12, sheetSize.width() - 2 * margin, footHeight);
    painter.setFont(fontOf(sheet.colours, 14));
    painter.setPen(sheet.colours.inkSoft);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, sheet.source);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, sheet.made);
}

} // namespace

void paint(QPainter &painter, const QRectF &page, const MapSheet &sheet)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min(page.width() / sheetSize.width(), page.height() / sheetSize.height());
    painter.translate(page.topLeft());
    painter.scale(scale, scale);
    painter.setClipRect(QRectF({}, sheetSize));
    const QRectF frame(margin, margin / 2 + headHeight, sheetSize.width() - 2 * margin,
        sheetSize.height() - margin / 2 - headHeight - footHeight - 16);
    MapPainting(painter, frame, sheet).paintAll();
    paintHead(painter, sheet);
    paintFoot(painter, sheet);
    painter.restore();
}

} // namespace huying
