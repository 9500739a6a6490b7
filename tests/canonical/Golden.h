#pragma once

#include <domain/County.h>
#include <domain/TicketEvent.h>

#include <string>
#include <vector>

namespace huying
{

// What stands in logs that are already written: these texts never change.

struct GoldenContent {
    TicketContent content;
    std::string text;
};
struct GoldenFact {
    CountyFact fact;
    std::string text;
};

std::vector<GoldenContent> goldenContents();
std::vector<GoldenFact> goldenFacts();

/// The report of a lamp, with every field filled.
Reported lampReport();

} // namespace huying
