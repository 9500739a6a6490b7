#include "SharedStrings.h"

#include <array>
#include <charconv>
#include <QCoreApplication>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace huying
{

namespace
{

constexpr std::size_t escapeLength = 7;

std::optional<char16_t> escapeAt(std::string_view text, std::size_t at)
{
    const auto escape = text.substr(std::min(at, text.size()), escapeLength);
    if (escape.size() < escapeLength || !escape.starts_with("_x") || escape.back() != '_') {
        return std::nullopt;
    }
    std::uint16_t unit = 0;
    const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
    return error == std::errc {} && end == escape.data() + 6 ? std::optional(char16_t(unit)) : std::nullopt;
}

void append(char32_t c, std::string &text)
{
    std::array<char, 4> bytes {};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    text.append(bytes.data(), length);
}

} // namespace

void RichText::start(std::string_view name)
{
    m_phonetic += name == "rPh" ? 1 : 0;
    m_inside = name == "t" && m_phonetic == 0;
}

void RichText::end(std::string_view name)
{
    m_phonetic -= name == "rPh" ? 1 : 0;
    m_inside = m_inside && name != "t";
}

void RichText::text(std::string_view piece)
{
    if (m_inside) {
        m_text += piece;
    }
}

std::string RichText::take()
{
    return withoutEscapes(std::exchange(m_text, {}));
}

std::string withoutEscapes(std::string text)
{
    auto at = text.find("_x");
    if (at == std::string::npos) {
        return text;
    }
    std::string plain = text.substr(0, at);
    while (at < text.size()) {
        const auto unit = escapeAt(text, at);
        const auto second = unit && U16_IS_LEAD(*unit) ? escapeAt(text, at + escapeLength) : std::nullopt;
        if (second && U16_IS_TRAIL(*second)) {
            append(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(*unit, *second)), plain);
            at += 2 * escapeLength;
        } else if (unit && !U16_IS_SURROGATE(*unit)) {
            append(*unit, plain);
            at += escapeLength;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

class SharedStringsXml : public XmlEvents
{
public:
    SharedStringsXml(SharedStrings &strings, const SheetLimits &limits)
        : parser(*this), m_strings(strings), m_limits(limits)
    {
    }
    void start(std::string_view name, const XmlAttributes &) override { m_item.start(name); }
    void end(std::string_view name) override
    {
        m_item.end(name);
        if (name == "si") {
            m_strings.m_texts += m_item.take();
            m_strings.m_ends.push_back(m_strings.m_texts.size());
        }
    }
    void text(std::string_view piece) override
    {
        m_item.text(piece);
        if (m_item.size() > m_limits.cellBytes) {
            parser.fail({ FailureKind::Full,
                QCoreApplication::translate("sheets", "A text of the workbook is longer than %1 bytes")
                    .arg(m_limits.cellBytes) });
        }
    }

    XmlParser parser;

private:
    SharedStrings &m_strings;
    SheetLimits m_limits;
    RichText m_item;
};

std::expected<SharedStrings, Failure> SharedStrings::read(
    const ZipArchive &archive, const std::string &part, const SheetLimits &limits)
{
    auto packed = archive.part(part, limits.unpackedBytes);
    if (!packed) {
        return std::unexpected(packed.error());
    }
    SharedStrings strings;
    SharedStringsXml xml(strings, limits);
    if (const auto parsed = parse(*packed, xml.parser); !parsed) {
        return std::unexpected(parsed.error());
    }
    return strings;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const
{
    if (index >= m_ends.size()) {
        return std::nullopt;
    }
    const auto begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_texts).substr(begin, m_ends[index] - begin);
}

} // namespace huying
