#pragma once

#include "GeoLayer.h"
#include "Matching.h"

namespace huying
{

/// The layer of the features that are matched; several of one region are its parts. `file` is the name of the file.
/// Invalid when nothing is matched.
std::expected<GeoLayer, Failure> layerOf(
    const GeoReading &reading, const Matching &matching, RegionLevel level, const QString &file);

/// The layer's regions with their new borders, to be set together, so that there is never half a layer. What else is
/// known of a region stays; one that nobody knows is new.
std::vector<Region> regionsOf(const GeoLayer &layer, const Directory &directory);

/// All features of `reading` as a reference layer that has no name yet; each is called what stands in `nameField`
/// (empty: the field with a usual name, if there is one). `file` is the name of the file. Invalid when there is no such
/// field.
std::expected<ReferenceLayer, Failure> referenceLayerOf(
    const GeoReading &reading, const QString &nameField, const QString &file);

/// `name` as a layer can be called: without spaces at its ends. Invalid when it is empty or longer than 40 characters.
std::expected<std::string, Failure> layerNameOf(const QString &name);

/// What tells in the log by what, and from which system, borders came: the desk of the events' author. At most 64
/// bytes.
std::string importDesk(const GeoLayer &layer);
std::string importDesk(const ReferenceLayer &layer);

} // namespace huying
