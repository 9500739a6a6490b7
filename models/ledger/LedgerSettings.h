#pragma once

#include <rules/Workflow.h>

namespace huying
{

/// What of the rules is configuration; the calendar comes from the log itself.
struct LedgerSettings {
    DeadlineSettings deadlines;
    std::chrono::minutes undoWithin { 10 };

    /// The rules before any notice.
    RuleBook rules() const { return { Calendar(), deadlines, undoWithin }; }

    bool operator==(const LedgerSettings &) const = default;
};

} // namespace huying
