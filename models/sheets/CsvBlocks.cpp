#include "CsvBlocks.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <QFileInfo>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace huying
{

namespace
{

constexpr std::size_t blockSize = std::size_t { 1 } << 20;

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};
constexpr std::array<Mark, 4> marks { {
    { "\xEF\xBB\xBF", Encoding::Utf8 },
    { "\xFF\xFE", Encoding::Utf16LE },
    { "\xFE\xFF", Encoding::Utf16BE },
    { "\x84\x31\x95\x33", Encoding::Gb18030 },
} };

void appendCodePoint(char32_t c, std::string &text)
{
    std::array<char, 4> bytes {};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    text.append(bytes.data(), length);
}

} // namespace

std::expected<void, Failure> CsvBlocks::open(const std::filesystem::path &file, std::optional<Encoding> encoding)
{
    m_file.setFileName(file);
    m_encoding = encoding;
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(FailureKind::Refused,
            QCoreApplication::translate("sheets", "%1 cannot be read: %2")
                .arg(m_file.fileName(), m_file.errorString()));
    }
    m_size = static_cast<std::uint64_t>(m_file.size());
    skipMark();
    return {};
}

void CsvBlocks::skipMark()
{
    const QByteArray head = m_file.read(4);
    const auto mark = std::ranges::find_if(marks, [&head](const Mark &m) {
        return std::string_view(head.constData(), static_cast<std::size_t>(head.size())).starts_with(m.bytes);
    });
    m_marked = mark != marks.end() && (!m_encoding || *m_encoding == mark->encoding);
    if (m_marked) {
        m_encoding = mark->encoding;
        m_read = mark->bytes.size();
    }
    m_file.seek(static_cast<qint64>(m_read));
}

std::expected<bool, Failure> CsvBlocks::appendTo(std::string &bytes)
{
    const bool isUtf16 = m_encoding == Encoding::Utf16LE || m_encoding == Encoding::Utf16BE;
    std::string &target = isUtf16 ? m_raw : bytes;
    const auto before = target.size();
    target.resize(before + blockSize);
    const auto length = m_file.read(target.data() + before, blockSize);
    target.resize(before + static_cast<std::size_t>(std::max<qint64>(length, 0)));
    if (length < 0) {
        return failure(FailureKind::Damaged,
            QCoreApplication::translate("sheets", "%1 cannot be read on: %2")
                .arg(m_file.fileName(), m_file.errorString()));
    }
    m_read += static_cast<std::uint64_t>(length);
    if (!isUtf16) {
        return length > 0;
    }
    const bool hadRest = !m_raw.empty();
    appendUtf16(bytes, length == 0);
    return length > 0 || hadRest;
}

void CsvBlocks::appendUtf16(std::string &bytes, bool isLast)
{
    const std::size_t low = m_encoding == Encoding::Utf16LE ? 0 : 1;
    const auto unitAt = [this, low](std::size_t at) {
        const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(m_raw[i]); };
        return static_cast<char16_t>(byte(at + low) | byte(at + 1 - low) << 8U);
    };
    bytes.reserve(bytes.size() + m_raw.size() / 2 * 3);
    std::size_t at = 0;
    while (at + 2 <= m_raw.size()) {
        const char16_t unit = unitAt(at);
        const bool opensPair = U16_IS_LEAD(unit);
        if (opensPair && at + 4 > m_raw.size() && !isLast) {
            break;
        }
        const bool isPair = opensPair && at + 4 <= m_raw.size() && U16_IS_TRAIL(unitAt(at + 2));
        appendCodePoint(isPair ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, unitAt(at + 2))) : unit, bytes);
        at += isPair ? 4 : 2;
    }
    if (isLast && at < m_raw.size()) {
        bytes += '\xFF'; // half a unit
        at = m_raw.size();
    }
    m_raw.erase(0, at);
}

} // namespace huying
