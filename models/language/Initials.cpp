#include "Initials.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace huying
{

namespace
{

bool isSmallLetter(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool mayBeInitials(const std::string &word)
{
    return word.size() >= 2 && std::ranges::all_of(word, isSmallLetter);
}

/// One for each thread: ICU's may not be used by two at once.
const icu::Transliterator *reading()
{
    thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    return made.get();
}

std::string read(const icu::UnicodeString &character)
{
    icu::UnicodeString syllable = character;
    if (const icu::Transliterator *const latin = reading()) {
        latin->transliterate(syllable);
    }
    std::string text;
    return syllable.toUTF8String(text);
}

} // namespace

std::string initialsOf(std::string_view name)
{
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    std::string initials;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const std::string syllable = read(icu::UnicodeString(text.char32At(at)));
        const char first = syllable.empty() ? ' ' : syllable.front();
        if (isSmallLetter(first) || (first >= '0' && first <= '9')) {
            initials += first;
        }
    }
    return initials;
}

Initials::Initials(const Directory &directory)
{
    for (const auto &[code, region] : directory.regions()) {
        if (region.level == RegionLevel::Township || region.level == RegionLevel::Village) {
            _regions.emplace_back(initialsOf(region.name), code);
        }
    }
    for (const auto &[code, unit] : directory.units()) {
        _units.emplace_back(initialsOf(unit.name), code);
    }
}

std::vector<WordSense> Initials::sensesOf(std::string_view words) const
{
    std::vector<WordSense> senses;
    for (std::string &word : wordsIn(words)) {
        if (!mayBeInitials(word)) {
            continue;
        }
        WordSense sense { std::move(word), {}, {} };
        for (const auto &[initials, code] : _regions) {
            if (initials.starts_with(sense.word)) {
                sense.regions.push_back(code);
            }
        }
        for (const auto &[initials, code] : _units) {
            if (initials.starts_with(sense.word)) {
                sense.units.push_back(code);
            }
        }
        if (!sense.regions.empty() || !sense.units.empty()) {
            senses.push_back(std::move(sense));
        }
    }
    return senses;
}

} // namespace huying
