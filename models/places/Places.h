#pragma once

#include "PlaceIndex.h"
#include "PlaceNames.h"

namespace huying
{

/// All that is prepared to find places of a county; made off the GUI thread, shared from there on.
struct Places {
    PlaceIndex index;
    PlaceNames names;

    Places() = default;
    explicit Places(const Directory &directory) : index(directory.regions()), names(directory) {}
};

} // namespace huying
