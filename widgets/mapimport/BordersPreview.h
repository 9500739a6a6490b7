#pragma once

#include <common/ThemeSource.h>
#include <geo/Matching.h>

#include <QPainterPath>
#include <QWidget>

namespace huying
{

/// A small map of what a file has: what matched filled, what did not hatched, the chosen one with a thick border; the
/// borders that the county has now dashed under it.
class BordersPreview : public QWidget
{
    Q_OBJECT
public:
    explicit BordersPreview(const ThemeSource &source, QWidget *parent = nullptr);

    /// `now` are the areas that the county has at this level.
    void show(const std::vector<GeoFeature> &features, const std::vector<Polygon> &now);
    using QWidget::show;
    void setMatched(const std::vector<bool> &matched);
    void choose(int feature);

    [[nodiscard]] QSize sizeHint() const override { return { 420, 360 }; }

signals:
    void chosen(int feature);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QTransform onScreen() const;

    const ThemeSource &_source;
    std::vector<QPainterPath> _features; ///< in degrees, north up, east as long as north at the middle
    std::vector<QPainterPath> _lines; ///< of the same features: they are not filled
    QPainterPath _now;
    QRectF _around;
    std::vector<bool> _matched;
    int _chosen = -1;
};

} // namespace huying
