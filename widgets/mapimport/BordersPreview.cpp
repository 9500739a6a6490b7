#include "BordersPreview.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace huying
{

namespace
{

constexpr double pointSize = 0.001; // degrees

/// East degrees are shorter the farther north they are.
QPointF onPlane(GeoPoint point, double shortening)
{
    return { point.longitude() * shortening, -point.latitude() };
}

void addAreas(QPainterPath &path, const std::vector<Polygon> &areas, double shortening)
{
    for (const Polygon &area : areas) {
        for (const Ring &ring : area) {
            QPolygonF corners;
            for (const GeoPoint &corner : ring) {
                corners << onPlane(corner, shortening);
            }
            path.addPolygon(corners);
            path.closeSubpath();
        }
    }
}

QPainterPath pathOf(const GeoFeature &feature, double shortening)
{
    QPainterPath path;
    addAreas(path, feature.areas, shortening);
    for (const GeoPoint &point : feature.points) {
        path.addEllipse(onPlane(point, shortening), pointSize, pointSize);
    }
    return path;
}

QPainterPath linesOf(const GeoFeature &feature, double shortening)
{
    QPainterPath path;
    for (const auto &line : feature.lines) {
        path.moveTo(onPlane(line.front(), shortening));
        for (const GeoPoint &place : line) {
            path.lineTo(onPlane(place, shortening));
        }
    }
    return path;
}

} // namespace

BordersPreview::BordersPreview(const ThemeSource &source, QWidget *parent) : QWidget(parent), _source(source)
{
    setMinimumSize(280, 240);
    setAccessibleName(tr("What the file has, on the map"));
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void BordersPreview::show(const std::vector<GeoFeature> &features, const std::vector<Polygon> &now)
{
    const double latitude = features.empty() ? 0 : features.front().centre.latitude();
    const double shortening = std::cos(latitude * std::numbers::pi / 180);
    _features.clear();
    _lines.clear();
    _around = {};
    _chosen = -1;
    for (const GeoFeature &feature : features) {
        _features.push_back(pathOf(feature, shortening));
        _lines.push_back(linesOf(feature, shortening));
        _around |= _features.back().boundingRect() | _lines.back().boundingRect();
    }
    _now = {};
    addAreas(_now, now, shortening);
    _matched.assign(_features.size(), false);
    update();
}

void BordersPreview::setMatched(const std::vector<bool> &matched)
{
    _matched = matched;
    _matched.resize(_features.size());
    update();
}

void BordersPreview::choose(int feature)
{
    _chosen = feature;
    update();
}

QTransform BordersPreview::onScreen() const
{
    constexpr double edge = 12;
    const QRectF room = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    const double scale =
        std::min(room.width() / std::max(_around.width(), 1e-9), room.height() / std::max(_around.height(), 1e-9));
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-_around.center().x(), -_around.center().y());
    return transform;
}

void BordersPreview::paintEvent(QPaintEvent *)
{
    const Colours &colours = _source.theme().colours;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours.sunken);
    const QTransform transform = onScreen();
    for (std::size_t i = 0; i < _features.size(); ++i) {
        painter.setPen(QPen(colours.inkSoft, 1));
        painter.setBrush(_matched[i] ? QBrush(colours.accentTint) : QBrush(colours.overdue, Qt::BDiagPattern));
        painter.drawPath(transform.map(_features[i]));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(transform.map(_lines[i]));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.inkFaint, 1.5, Qt::DashLine));
    painter.drawPath(transform.map(_now));
    if (_chosen >= 0 && _chosen < std::ssize(_features)) {
        painter.setPen(QPen(colours.accent, 3));
        painter.drawPath(transform.map(_features[std::size_t(_chosen)]));
        painter.drawPath(transform.map(_lines[std::size_t(_chosen)]));
    }
}

void BordersPreview::mousePressEvent(QMouseEvent *event)
{
    const QPointF place = onScreen().inverted().map(event->position());
    for (std::size_t i = 0; i < _features.size(); ++i) {
        if (_features[i].contains(place)) {
            emit chosen(int(i));
            return;
        }
    }
}

} // namespace huying
