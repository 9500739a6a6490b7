#include "Record.h"

#include "Decode.h"
#include "Digests.h"
#include "Encode.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

constexpr std::string_view ticketSubject = "ticket:";
constexpr std::string_view factKind = "set";

struct Say {
    Q_DECLARE_TR_FUNCTIONS(canonical)
};

std::unexpected<Failure> invalid(const QString &text)
{
    return failure(FailureKind::Invalid, text);
}

/// The failure of a text of which `what` could not be read.
std::unexpected<Failure> unreadable(const QString &what, const Trouble &trouble)
{
    if (trouble.field.empty()) {
        return invalid(Say::tr("%1 is not in the form of the log.").arg(what));
    }
    return invalid(Say::tr("%1 is not in the form of the log: the field “%2” is missing, wrong or out of order.")
            .arg(what, QString::fromUtf8(trouble.field)));
}

template <Shaped T>
std::string encoded(const T &value, std::size_t room = 256)
{
    std::string json;
    json.reserve(room);
    encode(json, value);
    return json;
}

/// Reads `text` into `value`, and makes sure that it is the one text of that value, unless that is known. `what` is
/// translated where it is needed: most texts are right.
template <Shaped T>
std::expected<void, Failure> decodeWhole(
    std::string_view text, std::size_t limit, T &value, const char *what, Looked looked)
{
    if (text.size() > limit) {
        return invalid(Say::tr("%1 is longer than %2 bytes.").arg(Say::tr(what)).arg(limit));
    }
    Trouble trouble;
    if (!jsonReader()(text, [&](ondemand::object object) { return decodeFields(object, value, trouble); })) {
        return unreadable(Say::tr(what), trouble);
    }
    if (looked == Looked::Never && encoded(value, text.size()) != text) {
        return invalid(Say::tr("%1 is not written in the canonical way.").arg(Say::tr(what)));
    }
    return {};
}

/// Reads the content and the personal part of a `T`.
template <Shaped T>
std::expected<T, Failure> decodeContent(
    std::string_view content, std::string_view personal, std::size_t limit, Looked looked)
{
    T value;
    const char *const whole = QT_TRANSLATE_NOOP("canonical", "The content");
    if (const auto read = decodeWhole(content, limit, value, whole, looked); !read) {
        return std::unexpected(read.error());
    }
    if (personal.empty()) {
        return value;
    }
    Citizen *const citizen = personalOf(value);
    if (citizen == nullptr) {
        return invalid(Say::tr("This kind of event has no personal part."));
    }
    const auto read =
        decodeWhole(personal, personalLimit, *citizen, QT_TRANSLATE_NOOP("canonical", "The personal part"), looked);
    if (read && citizen->isEmpty()) {
        return invalid(Say::tr("The personal part is empty."));
    }
    return read.transform([&] { return std::move(value); });
}

/// Reads the alternative of `Variant` at `index`.
template <class Variant>
std::expected<Variant, Failure> decodeAlternative(
    std::size_t index, std::string_view content, std::string_view personal, std::size_t limit, Looked looked)
{
    using Reader = std::expected<Variant, Failure> (*)(std::string_view, std::string_view, std::size_t, Looked);
    static constexpr auto readers = []<std::size_t... at>(std::index_sequence<at...>) {
        return std::array<Reader, sizeof...(at)> { [](std::string_view text, std::string_view part, std::size_t most,
                                                       Looked before) -> std::expected<Variant, Failure> {
            return decodeContent<std::variant_alternative_t<at, Variant>>(text, part, most, before);
        }... };
    }(std::make_index_sequence<std::variant_size_v<Variant>>());
    return readers[index](content, personal, limit, looked);
}

/// Fills what tickets' and the county's records have in common.
template <class Event>
Record envelopeOf(const Event &event)
{
    Record record;
    record.id = event.id;
    record.decidedOn = event.decidedOn;
    record.at = event.at;
    record.author = encoded(event.author);
    return record;
}

template <class Variant>
void addContent(Record &record, const Variant &content, const std::array<std::uint8_t, 16> &salt)
{
    std::visit(
        [&](const auto &value) {
            record.content = encoded(value);
            const Citizen *const citizen = personalOf(value);
            if (citizen != nullptr && !citizen->isEmpty()) {
                record.personal = encoded(*citizen);
                record.salt = salt;
                record.personalDigest = personalDigestOf(record.salt, record.personal);
            }
        },
        content);
}

std::optional<std::size_t> indexIn(std::span<const std::string_view> names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(std::distance(names.begin(), found)));
}

std::expected<void, Failure> checkEnvelope(const Record &record)
{
    const std::int64_t at = record.at.time_since_epoch().count();
    if (at < firstMoment || at > lastMoment) {
        return invalid(Say::tr("The moment of the event lies outside the calendar."));
    }
    const bool hasDigest = record.personalDigest != Digest {};
    if (record.personal.empty() && record.salt != decltype(record.salt) {}) {
        return invalid(Say::tr("There is a salt without a personal part."));
    }
    if (!record.personal.empty() && personalDigestOf(record.salt, record.personal) != record.personalDigest) {
        return invalid(hasDigest ? Say::tr("The personal part is not the one that was written.")
                                 : Say::tr("The personal part has no digest."));
    }
    return {};
}

/// The author that `text` writes down, until the next one is asked for. Few people write the events that are read one
/// after the other, so those read lately are known to each thread.
std::expected<const Author *, Failure> authorIn(const std::string &text)
{
    struct Known {
        std::string text;
        Author author;
    };
    thread_local std::array<Known, 16> known;
    Known &place = known[std::hash<std::string>()(text) % known.size()];
    if (place.text != text || text.empty()) {
        place = {};
        if (const auto read = decodeWhole(
                text, authorLimit, place.author, QT_TRANSLATE_NOOP("canonical", "The author"), Looked::Never);
            !read) {
            return std::unexpected(read.error());
        }
        place.text = text;
    }
    return &place.author;
}

template <class Event>
std::expected<Event, Failure> eventIn(const Record &record)
{
    Event event;
    event.id = record.id;
    event.decidedOn = record.decidedOn;
    event.at = record.at;
    return authorIn(record.author).transform([&](const Author *author) {
        event.author = *author;
        return std::move(event);
    });
}

std::expected<AnyEvent, Failure> ticketEventOf(const Record &record, std::size_t kind)
{
    auto event = eventIn<TicketEvent>(record);
    const auto ticket = ticketOf(record);
    if (!event) {
        return std::unexpected(std::move(event).error());
    }
    if (!ticket) {
        return invalid(Say::tr("“%1” is no ticket.").arg(QString::fromUtf8(record.subject.substr(0, 100))));
    }
    auto content =
        decodeAlternative<TicketContent>(kind, record.content, record.personal, ticketContentLimit, Looked::Never);
    if (!content) {
        return std::unexpected(std::move(content).error());
    }
    event->ticket = *ticket;
    event->content = std::move(*content);
    const bool isReport = std::holds_alternative<Reported>(event->content);
    if (isReport != (event->id == event->ticket)) {
        return invalid(Say::tr("A ticket's id has to be that of its report."));
    }
    if (!isReport && record.personalDigest != Digest {}) {
        return invalid(Say::tr("This kind of event has no personal part."));
    }
    return *std::move(event);
}

std::expected<AnyEvent, Failure> countyEventOf(const Record &record)
{
    auto event = eventIn<CountyEvent>(record);
    if (!event) {
        return std::unexpected(std::move(event).error());
    }
    const std::string_view subject = record.subject;
    const std::string_view name = subject.substr(0, subject.find(':'));
    auto fact = factOf(name, record.content, record.personal);
    if (!fact) {
        return std::unexpected(std::move(fact).error());
    }
    const std::string code = codeOf(*fact);
    if (code.empty() || subject.substr(name.size()) != ":" + code) {
        return invalid(Say::tr("Subject and content of the event name two things."));
    }
    if (!std::holds_alternative<GridMember>(*fact) && record.personalDigest != Digest {}) {
        return invalid(Say::tr("This kind of event has no personal part."));
    }
    event->fact = std::move(*fact);
    return *std::move(event);
}

} // namespace

std::string subjectOf(const TicketId &ticket)
{
    return std::string(ticketSubject) += toText(ticket);
}

std::optional<TicketId> ticketOf(const Record &record)
{
    const std::string_view subject = record.subject;
    if (!subject.starts_with(ticketSubject)) {
        return std::nullopt;
    }
    const std::string_view text = subject.substr(ticketSubject.size());
    const auto ticket = uuidFromText(text);
    return ticket && toText(*ticket) == text ? ticket : std::nullopt;
}

Record recordOf(const TicketEvent &event, const std::array<std::uint8_t, 16> &salt)
{
    Record record = envelopeOf(event);
    record.subject = subjectOf(event.ticket);
    record.kind = kindOf(event);
    addContent(record, event.content, salt);
    return record;
}

Record recordOf(const CountyEvent &event, const std::array<std::uint8_t, 16> &salt)
{
    Record record = envelopeOf(event);
    record.subject = std::string(countyFactNames[event.fact.index()]) + ':' + codeOf(event.fact);
    record.kind = factKind;
    addContent(record, event.fact, salt);
    return record;
}

std::expected<AnyEvent, Failure> eventOf(const Record &record)
{
    if (const auto checked = checkEnvelope(record); !checked) {
        return std::unexpected(checked.error());
    }
    if (record.kind == factKind) {
        return countyEventOf(record);
    }
    const auto kind = indexIn(ticketKindNames, record.kind);
    if (!kind) {
        return invalid(
            Say::tr("The kind of event “%1” is not known.").arg(QString::fromUtf8(record.kind.substr(0, 100))));
    }
    return ticketEventOf(record, *kind);
}

std::expected<CountyFact, Failure> factOf(
    std::string_view factName, std::string_view content, std::string_view personal, Looked looked)
{
    const auto index = indexIn(countyFactNames, factName);
    if (!index) {
        return invalid(Say::tr("“%1” is no kind of fact.").arg(QString::fromUtf8(factName.substr(0, 100))));
    }
    return decodeAlternative<CountyFact>(*index, content, personal, factContentLimit, looked);
}

} // namespace huying
