#pragma once

#include "SourceTicket.h"

#include <rules/Workflow.h>

#include <map>

namespace huying
{

/// What the rules say of a row: from the source's deadline and its closing, the present for one that is open.
struct Verdict {
    OnTime onTime = OnTime::NoDeadline;
    std::chrono::milliseconds late {}; ///< zero when it is not
};
Verdict verdictOn(const SourceTicket &ticket, Instant now, const RuleBook &rules);

/// The source's own word; by the mapping, else by what such columns usually say. Nothing when it cannot be told.
std::optional<OnTime> meaningOf(std::string_view word, const Mapping &mapping);

/// The rows of a file by the source's word and the rules' verdict.
struct Comparison {
    struct Cell {
        std::uint64_t rows = 0;
        bool isDifferent = false;
    };
    std::map<std::pair<std::string, OnTime>, Cell> cells;
    std::uint64_t compared = 0;
    std::uint64_t different = 0;

    /// Counts the row; true when word and verdict differ. A word that says nothing agrees only where there is nothing
    /// to say: a row that is closed, or overdue, has an answer.
    bool count(const std::string &word, const Verdict &verdict, const Mapping &mapping);
};

/// Why the rules come to another verdict than the source's word, in a sentence for people.
QString reasonFor(const SourceTicket &ticket, const Verdict &verdict);

} // namespace huying
