#include "Encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <utility>

namespace huying
{

namespace
{

constexpr std::array<std::pair<std::string_view, Encoding>, 10> names { {
    { "UTF-8", Encoding::Utf8 },
    { "UTF8", Encoding::Utf8 },
    { "UTF-16LE", Encoding::Utf16LE },
    { "UTF-16", Encoding::Utf16LE },
    { "UTF-16BE", Encoding::Utf16BE },
    { "GB18030", Encoding::Gb18030 },
    { "GBK", Encoding::Gb18030 },
    { "GB2312", Encoding::Gb18030 },
    { "CP936", Encoding::Gb18030 },
    { "WINDOWS-936", Encoding::Gb18030 },
} };

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void appendEscaped(std::string_view bytes, std::string &text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += "\\x";
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
}

void appendUtf8(std::u16string_view units, std::string &text)
{
    const auto before = text.size();
    const auto length = static_cast<std::int32_t>(units.size());
    std::int32_t written = 0;
    UErrorCode error = U_ZERO_ERROR;
    text.resize(before + 3 * units.size());
    u_strToUTF8(text.data() + before, 3 * length, &written, units.data(), length, &error);
    text.resize(before + static_cast<std::size_t>(written));
}

struct Utf8Count {
    std::size_t characters = 0; ///< of more than one byte
    std::size_t errors = 0;
};

/// A character cut off at the end counts as neither.
Utf8Count countUtf8(std::string_view bytes)
{
    Utf8Count count;
    const char *s = bytes.data();
    const auto length = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(s, i, length, c); // NOLINT(bugprone-inc-dec-in-conditions): inside the macro
        if (c < 0) {
            count.errors += i < length ? 1 : 0;
        } else if (c >= 0x80) {
            ++count.characters;
        }
    }
    return count;
}

} // namespace

std::optional<Encoding> encodingNamed(std::string_view name)
{
    std::string wanted(name);
    std::ranges::transform(wanted, wanted.begin(), upper);
    const auto found = std::ranges::find(names, wanted, &std::pair<std::string_view, Encoding>::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::string_view nameOf(Encoding encoding)
{
    return std::ranges::find(names, encoding, &std::pair<std::string_view, Encoding>::second)->first;
}

bool isAscii(std::string_view bytes)
{
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) {
            return false;
        }
    }
    return std::ranges::none_of(bytes.substr(at), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

std::optional<Encoding> guessedEncoding(std::string_view bytes)
{
    if (isAscii(bytes)) {
        return std::nullopt;
    }
    const auto utf8 = countUtf8(bytes);
    if (utf8.characters > 4 * utf8.errors) {
        return Encoding::Utf8;
    }
    std::string text;
    const auto gbErrors = CellDecoder(Encoding::Gb18030).decode(bytes, text);
    return gbErrors < utf8.errors ? Encoding::Gb18030 : Encoding::Utf8;
}

void CellDecoder::Close::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

CellDecoder::CellDecoder(Encoding encoding) : m_encoding(encoding)
{
    if (encoding == Encoding::Gb18030) {
        UErrorCode error = U_ZERO_ERROR;
        m_converter.reset(ucnv_open("gb18030", &error));
        ucnv_setToUCallBack(m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    }
}

std::size_t CellDecoder::decode(std::string_view bytes, std::string &text)
{
    if (isAscii(bytes)) {
        text += bytes;
        return 0;
    }
    return m_encoding == Encoding::Gb18030 ? decodeGb18030(bytes, text) : decodeUtf8(bytes, text);
}

std::size_t CellDecoder::decodeUtf8(std::string_view bytes, std::string &text) const
{
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
        text += bytes;
        return 0;
    }
    std::size_t undecodable = 0;
    const auto length = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t i = 0; i < length;) {
        const auto start = i;
        UChar32 c = 0;
        U8_NEXT(bytes.data(), i, length, c); // NOLINT(bugprone-inc-dec-in-conditions): inside the macro
        const auto piece = bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
        if (c >= 0) {
            text += piece;
        } else {
            appendEscaped(piece, text);
            undecodable += piece.size();
        }
    }
    return undecodable;
}

std::size_t CellDecoder::decodeGb18030(std::string_view bytes, std::string &text)
{
    std::size_t undecodable = 0;
    m_units.resize(bytes.size() + 8);
    ucnv_resetToUnicode(m_converter.get());
    const char *source = bytes.data();
    const char *const end = source + bytes.size();
    while (true) {
        UErrorCode error = U_ZERO_ERROR;
        UChar *target = m_units.data();
        ucnv_toUnicode(m_converter.get(), &target, target + m_units.size(), &source, end, nullptr, true, &error);
        appendUtf8({ m_units.data(), static_cast<std::size_t>(target - m_units.data()) }, text);
        if (U_SUCCESS(error)) {
            return undecodable;
        }
        std::array<char, 32> broken {};
        auto count = static_cast<std::int8_t>(broken.size());
        error = U_ZERO_ERROR;
        ucnv_getInvalidChars(m_converter.get(), broken.data(), &count, &error);
        appendEscaped({ broken.data(), static_cast<std::size_t>(count) }, text);
        undecodable += static_cast<std::size_t>(count);
        ucnv_resetToUnicode(m_converter.get());
    }
}

} // namespace huying
