#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string_view>

#include "ZipArchive.h"
#include <domain/Failure.h>

struct XML_ParserStruct;

namespace huying
{

/// The attributes of one element, while its start is told.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char **pairs) : m_pairs(pairs) {}
    /// By the name without prefix; empty when it is not there.
    std::string_view operator[](std::string_view name) const;

private:
    const char **m_pairs;
};

/// What a parser tells; names come without their prefix.
class XmlEvents
{
public:
    virtual ~XmlEvents() = default;
    virtual void start(std::string_view name, const XmlAttributes &attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A piece of text; one text may come in several pieces.
    virtual void text(std::string_view piece) = 0;
};

/// XML piece by piece, through Expat: unlike Qt's reader it gives a long text in pieces, so that memory stays bounded.
/// A document type declaration is refused: no workbook has one, and attacks begin there.
class XmlParser
{
public:
    enum class State { WantsMore, Paused };

    explicit XmlParser(XmlEvents &events);
    XmlParser(const XmlParser &) = delete;
    XmlParser &operator=(const XmlParser &) = delete;

    std::expected<State, Failure> feed(std::string_view bytes, bool isLast);
    /// After a pause, with what had been fed.
    std::expected<State, Failure> resume();

    /// For the events: come back after this element.
    void pause();
    /// For the events: end it with this failure.
    void fail(Failure failure);

private:
    struct Free {
        void operator()(XML_ParserStruct *parser) const;
    };
    std::expected<State, Failure> outcome(int status);

    std::unique_ptr<XML_ParserStruct, Free> m_parser;
    XmlEvents &m_events;
    std::optional<Failure> m_failure;
    std::uint64_t m_fed = 0;
};

/// Tells `events` the whole of `part`; never pauses.
std::expected<void, Failure> parse(ZipPart &part, XmlParser &parser);

} // namespace huying
