#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace huying
{

/// The weights of one half of a Gaussian of `sigma` cells, the middle first, cut off at three sigma; all of them, both
/// halves, add up to 1.
std::vector<float> gaussianHalf(double sigma);

/// Writes the values of a row to `cells`.
using ReadRow = std::function<void(int row, float *cells)>;

/// The blur of a field with the weights of `half` along rows and columns; nothing flows in from outside.
class Blur
{
public:
    /// Reads `columns` x `rows` cells with `read`, from `parts` threads, and gives them blurred, row by row. Absent
    /// when stopped.
    std::optional<std::vector<float>> of(const ReadRow &read, int columns, int rows, const std::vector<float> &half,
        std::size_t parts = 1, const std::stop_token &stop = {});

private:
    std::vector<float> alongRows_; ///< kept: new memory costs more than the blur does
};

} // namespace huying
