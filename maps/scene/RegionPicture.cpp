#include "RegionPicture.h"

#include <algorithm>

namespace huying
{

const RegionFigure *RegionPicture::find(const RegionCode &code) const
{
    const auto found = std::ranges::find(figures, code, &RegionFigure::code);
    return found == figures.end() ? nullptr : &*found;
}

RegionPicture regionPicture(const RegionCounts &counts, const RegionShapes &shapes, RegionLevel level,
    RegionMeasure measure, const std::optional<RegionClasses> &locked)
{
    std::vector<RegionSize> sizes;
    for (const RegionShape &shape : shapes.at(level)) {
        sizes.push_back({ shape.region.code, shape.region.residents, shape.region.households });
    }
    RegionPicture picture { level, measure, regionFigures(counts, sizes, measure), {}, {}, counts.counted, 0,
        counts.pasts, counts.apart };
    picture.classes = locked ? *locked : classesOf(picture.figures, measure);
    picture.elsewhere = elsewhere(counts, picture.figures);
    return picture;
}

QList<QColor> classColours(const RegionClasses &classes, const MapColours &colours)
{
    const QList<QColor> &ramp = classes.isAroundUsual ? colours.change : colours.levels;
    QList<QColor> chosen;
    for (std::size_t i = 0; i < classes.count() && !ramp.isEmpty(); ++i) {
        chosen.append(ramp[static_cast<qsizetype>(classes.stepOf(i, static_cast<std::size_t>(ramp.size())))]);
    }
    return chosen;
}

QColor colourOf(const RegionPicture &picture, const RegionFigure &figure, const MapColours &colours)
{
    const bool isZero = figure.tickets == 0 && picture.measure != RegionMeasure::AgainstPast;
    const QList<QColor> &ramp = picture.classes.isAroundUsual ? colours.change : colours.levels;
    if (!figure.value || isZero || ramp.isEmpty()) {
        return Qt::transparent;
    }
    const std::size_t step =
        picture.classes.stepOf(picture.classes.of(*figure.value), static_cast<std::size_t>(ramp.size()));
    return ramp[static_cast<qsizetype>(step)];
}

} // namespace huying
