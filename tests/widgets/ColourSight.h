#pragma once

#include <QColor>

namespace huying
{

/// How people see: all, or without the red- or green-sensitive cones.
enum class Sight { Full, Protanopia, Deuteranopia };

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(const QColor &one, const QColor &other);

/// `colour` as it is seen (Machado, Oliveira and Fernandes 2009, severity 1.0, in linear RGB).
QColor seen(const QColor &colour, Sight sight);

/// L* of CIE Lab, 0 to 100.
double lightness(const QColor &colour);

/// How far two colours lie apart in CIE Lab (1976); 2.3 is just noticeable.
double distance(const QColor &one, const QColor &other);

} // namespace huying
