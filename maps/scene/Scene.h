#pragma once

#include <QUrl>

namespace huying
{

/// Makes the map's QML known to this program; call it before the first view is made, more often does no harm.
void registerScene();

/// The map: an item with the required property `scene` (CountyScene).
QUrl countyMapUrl();

} // namespace huying
