#pragma once

#include "MapFigures.h"

#include <datafiles/MapDataFiles.h>

namespace huying
{

/// What was asked for; an empty name is a file that is not wanted.
struct MapFilesWish {
    LogAddress log;
    FiguresWish figures;
    QString density;
    double radiusMetres = 600;
    QString regions;
    RegionsWish form;
};

void addMapFileOptions(Options &options);
/// Invalid, naming the option, where one is missing or no such thing.
std::expected<MapFilesWish, Failure> mapFilesWishIn(const Options &options);

} // namespace huying
