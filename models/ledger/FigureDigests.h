#pragma once

#include <storage/FigureReader.h>

#include <array>
#include <map>
#include <tuple>
#include <vector>

namespace huying
{

/// Figures added up so that two ways to them can be compared without holding them: for each day and township the sum,
/// modulo 2^128, of the hashes of what is counted. Equal figures give equal sums; different ones do not, but for a
/// chance of one in 2^128.
class FigureDigests
{
public:
    /// What a ticket adds.
    void add(const TicketRow &row);
    void add(const FigureCount &what, std::int64_t count);
    void add(const FigureDigests &others);

    struct Part {
        Counting counting = Counting::Flow;
        Day day {};
        std::string area;

        auto operator<=>(const Part &) const = default;
    };
    /// Where the two differ.
    std::vector<Part> differences(const FigureDigests &other) const;

private:
    using Sum = std::array<std::uint64_t, 2>;
    std::map<Part, Sum> _sums;
};

/// Those of the table `figure`.
std::expected<FigureDigests, Failure> digestsOf(const Database &database);

} // namespace huying
