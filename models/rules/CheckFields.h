#pragma once

#include "CheckContent.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace huying
{

/// A text of an event as people call it.
struct NamedText {
    const char *name; ///< marked for translation in the context "Workflow"
    std::string_view value;
    std::size_t most; ///< in characters
    bool isNeeded;
};

inline NamedText needed(const char *name, std::string_view value, std::size_t most = longestText)
{
    return { name, value, most, true };
}

inline NamedText optional(const char *name, std::string_view value, std::size_t most = longestText)
{
    return { name, value, most, false };
}

// Names that several contents share.

inline constexpr const char *reason = QT_TRANSLATE_NOOP("Workflow", "reason");
inline constexpr const char *text = QT_TRANSLATE_NOOP("Workflow", "text");
inline constexpr const char *category = QT_TRANSLATE_NOOP("Workflow", "category");
inline constexpr const char *unit = QT_TRANSLATE_NOOP("Workflow", "unit");

// What is wrong with a part of an event by itself; nothing where all is well.

Hindrance faultInText(const NamedText &field);
Hindrance faultInTexts(std::initializer_list<NamedText> fields); ///< the first fault
Hindrance faultInMoment(Instant moment);
Hindrance faultInImportance(int importance);
Hindrance faultInPlace(const Place &place);
Hindrance faultInUnits(const std::vector<UnitCode> &units);
Hindrance faultInUnits(const UnitCode &lead, const std::vector<UnitCode> &cooperating);
Hindrance faultInLonger(const Longer &longer);
Hindrance faultInAttachments(const std::vector<Attachment> &attachments);
Hindrance faultInAuthor(const Author &author);

} // namespace huying
