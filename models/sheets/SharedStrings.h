#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "Sheet.h"
#include "XmlParser.h"
#include "ZipArchive.h"

namespace huying
{

/// The text of a string item (<si>, <is>) out of its runs, without the phonetic guides.
class RichText
{
public:
    void start(std::string_view name);
    void end(std::string_view name);
    void text(std::string_view piece);
    /// What was gathered, with _x000D_ and its like turned into what they stand for; begins anew.
    std::string take();
    std::size_t size() const { return m_text.size(); }

private:
    std::string m_text;
    int m_phonetic = 0;
    bool m_inside = false;
};

/// ECMA-376 part 1, 22.9.2.19: _xHHHH_ stands for a UTF-16 unit. Halves of a pair that stand alone are left as they
/// are.
std::string withoutEscapes(std::string text);

/// The texts that a workbook's cells refer to by number.
class SharedStrings
{
public:
    static std::expected<SharedStrings, Failure> read(
        const ZipArchive &archive, const std::string &part, const SheetLimits &limits);

    std::optional<std::string_view> at(std::size_t index) const;

private:
    friend class SharedStringsXml;
    std::string m_texts;
    std::vector<std::uint64_t> m_ends;
};

} // namespace huying
