#include "Decode.h"
#include "Digests.h"
#include "Encode.h"
#include "Record.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr std::size_t lineLimit = factContentLimit + 64 * 1024;
constexpr std::size_t roomForEnvelope = 512; ///< of what is no text of the record's own

/// What of an entry is written: all of it as a line, the chain's view of it, or a proposal that has no place yet.
enum class Extent : std::uint8_t { Line, LineWithoutPersonal, Chained, Proposal };

/// Keys in their sorted order; `place` is absent for a proposal.
void appendEnvelope(std::string &json, const Record &record, const Entry *place, Extent extent)
{
    const bool hasPersonal = !record.personal.empty() && (extent == Extent::Line || extent == Extent::Proposal);
    json.reserve(roomForEnvelope + record.author.size() + record.content.size() + record.personal.size()
        + record.subject.size());
    json = R"({"at":)";
    encode(json, record.at);
    json += R"(,"author":)";
    json += record.author;
    if (extent == Extent::Line || extent == Extent::LineWithoutPersonal) {
        json += R"(,"chain":)";
        appendHex(json, place->chain);
    }
    json += R"(,"content":)";
    json += record.content;
    json += R"(,"decidedOn":)";
    appendNumber(json, record.decidedOn);
    json += R"(,"id":)";
    appendUuid(json, record.id);
    json += R"(,"kind":)";
    appendText(json, record.kind);
    if (hasPersonal) {
        json += R"(,"personal":)";
        json += record.personal;
    }
    if (record.personalDigest != Digest {}) {
        json += R"(,"personalDigest":)";
        appendHex(json, record.personalDigest);
    }
    if (place != nullptr) {
        json += R"(,"position":)";
        appendNumber(json, place->position);
        json += R"(,"received":)";
        encode(json, place->received);
    }
    if (hasPersonal) {
        json += R"(,"salt":)";
        appendHex(json, record.salt);
    }
    json += R"(,"subject":)";
    appendText(json, record.subject);
    json += '}';
}

std::string_view viewOf(const Digest &digest)
{
    return { reinterpret_cast<const char *>(digest.data()), digest.size() };
}

/// An object inside the line, as it stands there.
bool decodeRaw(ondemand::value value, std::string &text)
{
    ondemand::object object;
    std::string_view raw;
    if (value.get_object().get(object) != simdjson::SUCCESS || object.raw_json().get(raw) != simdjson::SUCCESS) {
        return false;
    }
    text = raw;
    return true;
}

bool decodeHex(ondemand::value value, std::span<std::uint8_t> bytes)
{
    std::string_view text;
    return value.get_string().get(text) == simdjson::SUCCESS && readHex(text, bytes);
}

/// Reads one field of a record; nothing when it is not one of a record's.
std::optional<bool> decodeRecordField(std::string_view name, ondemand::value value, Record &record)
{
    Trouble trouble;
    if (name == "at") {
        return decode(value, record.at, trouble);
    }
    if (name == "author") {
        return decodeRaw(value, record.author);
    }
    if (name == "content") {
        return decodeRaw(value, record.content);
    }
    if (name == "decidedOn") {
        return decodeNumber(value, record.decidedOn);
    }
    if (name == "id") {
        return decode(value, record.id, trouble);
    }
    if (name == "kind") {
        return decode(value, record.kind, trouble);
    }
    if (name == "personal") {
        return decodeRaw(value, record.personal);
    }
    if (name == "personalDigest") {
        return decodeHex(value, record.personalDigest);
    }
    if (name == "salt") {
        return decodeHex(value, record.salt);
    }
    if (name == "subject") {
        return decode(value, record.subject, trouble);
    }
    return std::nullopt;
}

bool decodePlaceField(std::string_view name, ondemand::value value, Entry &entry)
{
    Trouble trouble;
    if (name == "chain") {
        return decodeHex(value, entry.chain);
    }
    if (name == "position") {
        return decodeNumber(value, entry.position, 1);
    }
    return name == "received" && decode(value, entry.received, trouble);
}

/// Reads each field with `read(name, value)`.
template <class Read>
bool decodeEach(std::string_view line, Read read)
{
    return line.size() <= lineLimit && jsonReader()(line, [&](ondemand::object object) {
        for (auto field : object) {
            std::string_view name;
            ondemand::value value;
            if (field.escaped_key().get(name) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS
                || !read(name, value)) {
                return false;
            }
        }
        return true;
    });
}

std::unexpected<Failure> notALine()
{
    return failure(FailureKind::Invalid, QCoreApplication::translate("canonical", "This is no line of a log."));
}

} // namespace

Digest personalDigestOf(const std::array<std::uint8_t, 16> &salt, std::string_view personal)
{
    return sha256({ { reinterpret_cast<const char *>(salt.data()), salt.size() }, personal });
}

Digest envelopeDigest(const Entry &entry)
{
    thread_local std::string text;
    appendEnvelope(text, entry.record, &entry, Extent::Chained);
    return sha256({ text });
}

Digest chainAfter(const Digest &before, const Digest &envelope)
{
    return sha256({ viewOf(before), viewOf(envelope) });
}

Digest chainAfter(const Digest &before, const Entry &entry)
{
    return chainAfter(before, envelopeDigest(entry));
}

std::string lineOf(const Entry &entry, bool withPersonal)
{
    std::string line;
    line.reserve(512 + entry.record.content.size());
    appendEnvelope(line, entry.record, &entry, withPersonal ? Extent::Line : Extent::LineWithoutPersonal);
    return line;
}

std::expected<Entry, Failure> entryOf(std::string_view line)
{
    Entry entry;
    const bool read = decodeEach(line, [&](std::string_view name, ondemand::value value) {
        const auto ofRecord = decodeRecordField(name, value, entry.record);
        return ofRecord ? *ofRecord : decodePlaceField(name, value, entry);
    });
    if (!read || lineOf(entry, true) != line) {
        return notALine();
    }
    return entry;
}

std::string lineOf(const Record &record)
{
    std::string line;
    line.reserve(512 + record.content.size());
    appendEnvelope(line, record, nullptr, Extent::Proposal);
    return line;
}

std::expected<Record, Failure> recordFrom(std::string_view line)
{
    Record record;
    const bool read = decodeEach(line, [&](std::string_view name, ondemand::value value) {
        return decodeRecordField(name, value, record).value_or(false);
    });
    if (!read || lineOf(record) != line) {
        return notALine();
    }
    return record;
}

} // namespace huying
