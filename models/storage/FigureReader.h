#pragma once

#include "FigureStore.h"

namespace huying
{

/// Answers what is asked of the figures, from counts and never from tickets. Of one connection, on its thread.
class FigureReader
{
public:
    explicit FigureReader(const Database &database);

    /// Exact counts of the tickets in this file, one line a group that has any, in the order of the groups. For a desk
    /// they are of what it may see, kept up to date by itself. NotFound where the figures are not whole: a cache of an
    /// older program was brought up to date without the backend, and is to be fetched anew.
    std::expected<std::vector<FigureLine>, Failure> figures(const FigureQuery &query);

    /// The whole county's figures for a desk that does not see every ticket, by townships and not below: as of
    /// `countyPosition`, where its cache was fetched. Nothing there that is later.
    std::expected<std::vector<FigureLine>, Failure> countyFigures(const FigureQuery &query);
    std::expected<std::optional<std::int64_t>, Failure> countyPosition() const;

private:
    std::expected<std::vector<FigureLine>, Failure> read(std::string_view table, const FigureQuery &query);

    const Database *_database;
    FigureWords _words;
};

/// Every count in `table` of `database`, with its codes: for a comparison, cell by cell.
struct FigureCount {
    Counting counting = Counting::Flow;
    Day day {};
    std::string region;
    std::string category;
    std::string unit;
    Channel channel = Channel::Citizen;
    Measure measure = Measure::Reported;

    auto operator<=>(const FigureCount &) const = default;
};
std::expected<void, Failure> walkFigures(const Database &database, std::string_view table,
    const std::function<void(const FigureCount &, std::int64_t count)> &visit);

} // namespace huying
