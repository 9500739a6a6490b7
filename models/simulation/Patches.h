#pragma once

#include "Mesh.h"
#include "Random.h"

#include <set>

namespace huying
{

using Neighbours = std::vector<std::set<int>>;

std::int64_t squared(PlanePoint a, PlanePoint b);

/// Gathers `sites` into `count` patches around centres far from each other; which patch each site belongs to.
/// `unevenness` in decimetres makes some larger than others, none smaller
/// than four sites.
std::vector<int> patches(std::span<const PlanePoint> sites, int count, std::int64_t unevenness, Random &random);

/// Makes each patch one piece: of each only the largest piece keeps its label, the others go to a neighbour.
/// Labels below zero are left alone.
void makeWhole(std::vector<int> &labels, const Neighbours &neighbours);

} // namespace huying
