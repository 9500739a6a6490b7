#pragma once

#include <domain/Directory.h>

#include <QString>

#include <vector>

namespace huying
{

/// One line of a tree to choose from: what is shown, the value behind it, and the value of the line it stands below
/// (empty, or of no line named before: then it stands at the top).
struct TreeChoice {
    QString text;
    QString value;
    QString under;
    QString initials {}; ///< by which it is found too (language/Initials.h)

    bool operator==(const TreeChoice &) const = default;
};

/// The tree of categories; the values are their codes.
std::vector<TreeChoice> categoryChoices(const Directory &directory);

/// The county's townships, their villages, and the grids of these; the values are their codes.
std::vector<TreeChoice> regionChoices(const Directory &directory);

} // namespace huying
