#pragma once

#include "DigitNode.h"
#include "MapColours.h"
#include "MarkNode.h"
#include "PinGroups.h"

namespace huying
{

/// Marks and numbers of a frame, as they are drawn: the later over the earlier.
struct PinDrawing {
    const MapColours &colours;
    const DigitNode &digits;
    std::vector<Mark> marks;
    std::vector<NumberAt> numbers;

    void addGroup(const PinGroup &group, QPointF at, bool isHovered);
    void addPin(Lamp lamp, QPointF at, bool isHovered);
    void addSelected(Lamp lamp, QPointF at);
    /// Where the keyboard is: a double ring around the mark.
    void addRing(QPointF at, QSizeF size);
};

} // namespace huying
