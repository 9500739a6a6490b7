#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace huying
{

enum class Encoding : std::uint8_t { Utf8, Utf16LE, Utf16BE, Gb18030 };

/// By its usual names, whatever the case: UTF-8, UTF-16LE, UTF-16BE, UTF-16 (little-endian), GBK, GB2312, CP936,
/// GB18030.
std::optional<Encoding> encodingNamed(std::string_view name);

/// UTF-8, UTF-16LE, UTF-16BE or GB18030.
std::string_view nameOf(Encoding encoding);

/// What `bytes`, a piece of a file that may end within a character, most likely are: Utf8 or Gb18030.
/// A few broken bytes in much good UTF-8 do not make it another encoding. Absent: ASCII only, so not to be told.
std::optional<Encoding> guessedEncoding(std::string_view bytes);

bool isAscii(std::string_view bytes);

/// Turns cells of one encoding into UTF-8. GB18030 is read by ICU itself: Qt's decoder does not say where it failed,
/// and glibc keeps its table in a package that need not be installed.
class CellDecoder
{
public:
    /// `encoding` is Utf8 or Gb18030.
    explicit CellDecoder(Encoding encoding);

    /// Appends `bytes` to `text` as UTF-8, each undecodable byte as \xHH. Returns how many of those there were.
    std::size_t decode(std::string_view bytes, std::string &text);

private:
    struct Close {
        void operator()(UConverter *converter) const;
    };
    std::size_t decodeUtf8(std::string_view bytes, std::string &text) const;
    std::size_t decodeGb18030(std::string_view bytes, std::string &text);

    Encoding m_encoding;
    std::unique_ptr<UConverter, Close> m_converter;
    std::u16string m_units;
};

} // namespace huying
