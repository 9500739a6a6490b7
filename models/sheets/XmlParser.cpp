#include "XmlParser.h"

#include <expat.h>
#include <QCoreApplication>
#include <vector>

namespace huying
{

namespace
{

constexpr std::uint64_t longestToken = std::uint64_t { 4 } << 20;
constexpr std::size_t xmlBlock = 65'536;

std::string_view withoutPrefix(const char *name)
{
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);
}

Failure damagedXml()
{
    return { FailureKind::Damaged, QCoreApplication::translate("sheets", "The workbook is cut off or damaged") };
}

/// How many bytes of the text have been read; newer versions of the library count in 64 bits and want that used.
template <class Parser>
std::uint64_t byteReached(Parser parser)
{
    if constexpr (requires { XML_GetCurrentByteIndex64(parser); }) {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(XML_GetCurrentByteIndex64(parser), 0));
    } else {
        return static_cast<std::uint64_t>(std::max<std::int64_t>(XML_GetCurrentByteIndex(parser), 0));
    }
}

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const
{
    for (const char **pair = m_pairs; *pair != nullptr; pair += 2) {
        if (withoutPrefix(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

void XmlParser::Free::operator()(XML_ParserStruct *parser) const
{
    XML_ParserFree(parser);
}

XmlParser::XmlParser(XmlEvents &events) : m_parser(XML_ParserCreate(nullptr)), m_events(events)
{
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(
        m_parser.get(),
        [](void *self, const XML_Char *name, const XML_Char **pairs) {
            static_cast<XmlParser *>(self)->m_events.start(withoutPrefix(name), XmlAttributes(pairs));
        },
        [](void *self, const XML_Char *name) { static_cast<XmlParser *>(self)->m_events.end(withoutPrefix(name)); });
    XML_SetCharacterDataHandler(m_parser.get(), [](void *self, const XML_Char *piece, int length) {
        static_cast<XmlParser *>(self)->m_events.text({ piece, static_cast<std::size_t>(length) });
    });
    XML_SetStartDoctypeDeclHandler(
        m_parser.get(), [](void *self, const XML_Char *, const XML_Char *, const XML_Char *, int) {
            static_cast<XmlParser *>(self)->fail({ FailureKind::Refused,
                QCoreApplication::translate("sheets", "The workbook declares a document type, which none needs") });
        });
}

std::expected<XmlParser::State, Failure> XmlParser::feed(std::string_view bytes, bool isLast)
{
    m_fed += bytes.size();
    return outcome(XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()), isLast ? 1 : 0));
}

std::expected<XmlParser::State, Failure> XmlParser::resume()
{
    return outcome(XML_ResumeParser(m_parser.get()));
}

std::expected<XmlParser::State, Failure> XmlParser::outcome(int status)
{
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    if (status == XML_STATUS_SUSPENDED) {
        return State::Paused;
    }
    const std::uint64_t reached = byteReached(m_parser.get());
    if (status == XML_STATUS_ERROR || m_fed > reached + longestToken) {
        m_failure = damagedXml();
        return std::unexpected(*m_failure);
    }
    return State::WantsMore;
}

void XmlParser::pause()
{
    XML_StopParser(m_parser.get(), XML_TRUE);
}

void XmlParser::fail(Failure failure)
{
    if (!m_failure) {
        m_failure = std::move(failure);
        XML_StopParser(m_parser.get(), XML_FALSE);
    }
}

std::expected<void, Failure> parse(ZipPart &part, XmlParser &parser)
{
    std::vector<char> block(xmlBlock);
    while (true) {
        const auto length = part.read(block);
        if (!length) {
            return std::unexpected(length.error());
        }
        const auto state = parser.feed({ block.data(), *length }, *length == 0);
        if (!state) {
            return std::unexpected(state.error());
        }
        if (*length == 0) {
            return {};
        }
    }
}

} // namespace huying
