#include "CsvSplitter.h"

#include <algorithm>

namespace huying
{

namespace
{

constexpr auto none = std::string_view::npos;

/// Walks over one record; every step returns false when more bytes are needed.
class Walk
{
public:
    Walk(std::string_view bytes, char delimiter, bool atEnd, CsvRecord &record)
        : m_bytes(bytes), m_delimiter(delimiter), m_atEnd(atEnd), m_record(record)
    {
    }

    bool record()
    {
        m_record.fields.clear();
        m_record.lines = 0;
        do {
            CsvField field;
            const bool isQuoted = m_at < m_bytes.size() && m_bytes[m_at] == '"';
            if (!(isQuoted ? quoted(field) : plain(field))) {
                return false;
            }
            m_record.fields.push_back(field);
        } while (delimiter());
        return lineEnd();
    }

private:
    bool plain(CsvField &field)
    {
        field.begin = m_at;
        while (m_at < m_bytes.size() && !endsPlain(m_bytes[m_at])) {
            ++m_at;
        }
        field.end = m_at;
        return m_at < m_bytes.size() || m_atEnd;
    }

    bool quoted(CsvField &field)
    {
        field.isQuoted = true;
        field.begin = ++m_at;
        while (true) {
            const auto quote = m_bytes.find('"', m_at);
            if (quote == none) {
                field.end = m_at = m_bytes.size();
                field.isUnclosed = true;
                break;
            }
            if (quote + 1 < m_bytes.size() && m_bytes[quote + 1] == '"') {
                m_at = quote + 2;
                continue;
            }
            const auto after = std::min(m_bytes.find_first_not_of(' ', quote + 1), m_bytes.size());
            if (after == m_bytes.size() && !m_atEnd) {
                return false;
            }
            if (after == m_bytes.size() || endsPlain(m_bytes[after])) {
                field.end = quote;
                m_at = after;
                break;
            }
            field.hasStrayQuote = true;
            m_at = after;
        }
        m_record.lines += lineEnds(m_bytes.substr(field.begin, field.end - field.begin));
        return !field.isUnclosed || m_atEnd;
    }

    bool delimiter()
    {
        const bool isThere = m_at < m_bytes.size() && m_bytes[m_at] == m_delimiter;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    bool lineEnd()
    {
        if (m_at < m_bytes.size()) {
            const bool isReturn = m_bytes[m_at] == '\r';
            ++m_at;
            ++m_record.lines;
            if (isReturn && m_at == m_bytes.size() && !m_atEnd) {
                return false;
            }
            m_at += isReturn && m_at < m_bytes.size() && m_bytes[m_at] == '\n' ? 1 : 0;
        }
        m_record.length = m_at;
        return m_at > 0;
    }

    bool endsPlain(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }

    static std::uint64_t lineEnds(std::string_view text)
    {
        std::uint64_t count = 0;
        for (auto at = text.find_first_of("\r\n"); at != none; at = text.find_first_of("\r\n", at + 1)) {
            at += text.substr(at).starts_with("\r\n") ? 1 : 0;
            ++count;
        }
        return count;
    }

    std::string_view m_bytes;
    char m_delimiter;
    bool m_atEnd;
    CsvRecord &m_record;
    std::size_t m_at = 0;
};

struct Evenness {
    std::size_t cells = 0; ///< of the first record
    std::size_t records = 0;
    std::size_t even = 0; ///< records with as many cells as the first

    double share() const { return records == 0 || cells < 2 ? 0 : double(even) / double(records); }
};

Evenness evenness(std::string_view head, char delimiter, bool isWholeFile, std::uint64_t firstLine)
{
    constexpr std::size_t enough = 200;
    Evenness found;
    CsvRecord record;
    std::uint64_t line = 1;
    while (found.records < enough && splitRecord(head, delimiter, isWholeFile, record)) {
        const bool isEmpty = record.fields.size() == 1 && record.fields[0].begin == record.fields[0].end;
        if (line >= firstLine && !isEmpty) {
            found.cells = found.records == 0 ? record.fields.size() : found.cells;
            found.even += record.fields.size() == found.cells ? 1U : 0U;
            ++found.records;
        }
        line += record.lines;
        head.remove_prefix(record.length);
    }
    return found;
}

} // namespace

bool splitRecord(std::string_view bytes, char delimiter, bool atEnd, CsvRecord &record)
{
    return !bytes.empty() && Walk(bytes, delimiter, atEnd, record).record();
}

char guessedDelimiter(std::string_view head, bool isWholeFile, std::uint64_t firstLine)
{
    char best = ',';
    Evenness most;
    for (const char candidate : { ',', ';', '\t' }) {
        const auto found = evenness(head, candidate, isWholeFile, firstLine);
        if (std::pair(found.share(), found.cells) > std::pair(most.share(), most.cells) && found.share() > 0) {
            best = candidate;
            most = found;
        }
    }
    return best;
}

} // namespace huying
