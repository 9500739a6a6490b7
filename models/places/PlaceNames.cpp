#include "PlaceNames.h"

#include <domain/SearchWords.h>
#include <language/Initials.h>

#include <algorithm>

namespace huying
{

namespace
{

std::string small(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? char(letter + 32) : letter; });
    return text;
}

/// Initials of one letter would be in every other name.
bool mayBeInside(const std::string &word)
{
    return word.size() >= 2;
}

} // namespace

PlaceNames::PlaceNames(const Directory &directory)
{
    std::unordered_map<RegionCode, std::uint32_t> known;
    for (const auto &[code, region] : directory.regions()) {
        if (region.level == RegionLevel::County || region.until) {
            continue;
        }
        Entry entry { code, region.level, small(region.name), initialsOf(region.name), {}, {}, {} };
        for (const RegionLevel level : { RegionLevel::Township, RegionLevel::Village }) {
            const auto wider = level < region.level ? regionAt(code, level) : std::nullopt;
            const auto found = wider ? known.find(*wider) : known.end();
            if (found != known.end()) {
                entry.above.push_back(found->second);
            }
        }
        if (region.level == RegionLevel::Grid && !entry.above.empty()) {
            const Entry &village = entries_[entry.above.back()];
            entry.joined = village.own + entry.own;
            entry.joinedInitials = village.initials + entry.initials;
        }
        known.emplace(code, static_cast<std::uint32_t>(entries_.size()));
        entries_.push_back(std::move(entry));
        names_.push_back(region.name);
    }
}

std::optional<int> PlaceNames::fit(const Entry &entry, const std::string &word)
{
    if (entry.code.text == word || entry.own == word) {
        return 0;
    }
    if (entry.own.starts_with(word) || entry.initials == word) {
        return 1;
    }
    if (entry.code.text.starts_with(word) || entry.initials.starts_with(word)) {
        return 2;
    }
    // What names only the village is meant for the village.
    const bool isBeyondVillage =
        word.size() > entry.joinedInitials.size() - std::min(entry.initials.size(), entry.joinedInitials.size());
    if ((entry.joined.starts_with(word) && word.size() > entry.joined.size() - entry.own.size())
        || (isBeyondVillage && entry.joinedInitials.starts_with(word))) {
        return 3;
    }
    if (entry.own.contains(word)) {
        return 4;
    }
    if (mayBeInside(word) && (entry.initials.contains(word) || entry.code.text.ends_with(word))) {
        return 5;
    }
    return std::nullopt;
}

std::optional<int> PlaceNames::fit(const Entry &entry, const std::vector<std::string> &words) const
{
    int sum = 0;
    bool isItself = false;
    for (const std::string &word : words) {
        if (const auto own = fit(entry, word)) {
            sum += *own;
            isItself = true;
        } else if (std::ranges::none_of(
                       entry.above, [&](std::uint32_t wider) { return fit(entries_[wider], word).has_value(); })) {
            return std::nullopt;
        }
    }
    return isItself ? std::optional(sum) : std::nullopt;
}

std::vector<PlaceMatch> PlaceNames::find(std::string_view words, std::size_t limit) const
{
    const std::vector<std::string> wanted = wordsIn(words);
    struct Found {
        int fit;
        RegionLevel level;
        std::uint32_t entry;
        auto operator<=>(const Found &) const = default;
    };
    std::vector<Found> found;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (const auto how = fit(entries_[i], wanted)) {
            found.push_back({ *how, entries_[i].level, i });
        }
    }
    const auto best = found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::ranges::partial_sort(found, best);
    std::vector<PlaceMatch> matches;
    std::transform(found.begin(), best, std::back_inserter(matches), [this](const Found &each) {
        const Entry &entry = entries_[each.entry];
        return PlaceMatch { entry.code, entry.level, nameOf(entry) };
    });
    return matches;
}

std::string PlaceNames::nameOf(const Entry &entry) const
{
    std::string name;
    for (const std::uint32_t wider : entry.above) {
        name += names_[wider] + " ";
    }
    return name + names_[static_cast<std::size_t>(&entry - entries_.data())];
}

} // namespace huying
