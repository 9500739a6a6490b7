#pragma once

#include <stop_token>
#include <vector>

namespace huying
{

/// The weights of one half of a Gaussian of `sigma` cells, the middle first, cut off at three sigma; all of them, both
/// halves, add up to 1.
std::vector<float> gaussianHalf(double sigma);

/// Blurs `field` (row by row, `columns` wide) in place with the weights of `half` along rows and columns; nothing
/// flows in from outside. On `parts` threads. Left half-done when stopped.
void blur(std::vector<float> &field, int columns, const std::vector<float> &half, std::size_t parts = 1,
    const std::stop_token &stop = {});

} // namespace huying
