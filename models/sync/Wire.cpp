#include "Wire.h"

#include <canonical/JsonText.h>
#include <domain/Words.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace huying
{

namespace
{

constexpr std::array<std::string_view, 10> failureNames { "not-found", "refused", "invalid", "damaged", "newer", "busy",
    "unreachable", "full", "cancelled", "signed-out" };
constexpr std::size_t recordsInAProposal = 4'096; // the grids of a county, set together

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

std::unexpected<Failure> nonsense(const QString &what)
{
    return failure(FailureKind::Invalid, Say::tr("The answer is not what protocol 1 says (%1).").arg(what));
}

/// Cuts the first line off `text`; without its line end.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::expected<QJsonObject, Failure> objectOf(std::string_view line)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
    if (!document.isObject()) {
        return nonsense(QStringLiteral("no JSON object"));
    }
    return document.object();
}

std::optional<std::int64_t> wholeNumber(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    const std::int64_t number = value.toInteger(-1);
    return value.isDouble() && number >= 0 ? std::optional(number) : std::nullopt;
}

Instant instantOf(std::int64_t milliseconds)
{
    return Instant { std::chrono::milliseconds { milliseconds } };
}

constexpr std::string_view stubBegins = "{\"position\":";
constexpr std::string_view stubRecord = ",\"record\":\"";
constexpr std::string_view stubTicket = "\",\"ticket\":\"";
constexpr std::string_view stubEnds = "\"}";

std::string hexOf(const Digest &digest)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
        .toHex()
        .toStdString();
}

void appendStub(std::string &text, const Stub &stub)
{
    text += stubBegins;
    text += std::to_string(stub.position);
    text += stubRecord;
    text += hexOf(stub.envelope);
    if (stub.ticket) {
        text += stubTicket;
        text += toText(*stub.ticket);
    }
    text += stubEnds;
    text += '\n';
}

/// Cuts `begin` off `text`.
bool takeText(std::string_view &text, std::string_view begin)
{
    const bool begins = text.starts_with(begin);
    text.remove_prefix(begins ? begin.size() : 0);
    return begins;
}

/// A stub has one text, as an entry has.
std::expected<Stub, Failure> stubFrom(std::string_view line)
{
    constexpr std::size_t digits = 2 * sizeof(Digest);
    constexpr std::size_t letters = 36;
    Stub stub;
    std::string_view rest = line;
    takeText(rest, stubBegins);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), stub.position);
    rest.remove_prefix(std::size_t(end - rest.data()));
    bool isRead = error == std::errc() && takeText(rest, stubRecord) && rest.size() >= digits;
    if (isRead) {
        const QByteArray bytes = QByteArray::fromHex(QByteArray::fromRawData(rest.data(), qsizetype(digits)));
        std::ranges::copy_n(
            bytes.begin(), std::min<std::ptrdiff_t>(bytes.size(), std::ssize(stub.envelope)), stub.envelope.begin());
        rest.remove_prefix(digits);
        if (takeText(rest, stubTicket)) {
            stub.ticket = uuidFromText(rest.substr(0, letters));
        }
        std::string again;
        appendStub(again, stub);
        again.pop_back();
        isRead = again == line;
    }
    return isRead ? std::expected<Stub, Failure>(stub) : nonsense(QStringLiteral("a line that is no entry"));
}

std::string headOf(const TimedPage &page)
{
    std::string text = "{";
    if (!page.page.audience.empty()) {
        text += "\"audience\":";
        appendText(text, page.page.audience);
        text += ',';
    }
    if (!page.page.before.empty()) {
        text += "\"before\":{";
        for (const auto &[ticket, count] : page.page.before) {
            text += (text.back() == '{' ? "\"" : ",\"") + toText(ticket) + "\":" + std::to_string(count);
        }
        text += "},";
    }
    return text + "\"head\":" + std::to_string(page.page.head)
        + ",\"now\":" + std::to_string(page.now.time_since_epoch().count()) + "}\n";
}

/// The page of the first line, without entries yet.
std::expected<TimedPage, Failure> headFrom(const QJsonObject &head)
{
    const auto position = wholeNumber(head, QLatin1StringView("head"));
    const auto now = wholeNumber(head, QLatin1StringView("now"));
    if (!position || !now) {
        return nonsense(QStringLiteral("no head or no time"));
    }
    TimedPage page { .page = {}, .now = instantOf(*now) };
    page.page.head = *position;
    page.page.audience = head.value(QLatin1StringView("audience")).toString().toStdString();
    const QJsonObject before = head.value(QLatin1StringView("before")).toObject();
    for (auto count = before.begin(); count != before.end(); ++count) {
        const auto ticket = uuidFromText(count.key().toStdString());
        const qint64 events = count.value().toInteger(-1);
        if (!ticket || events < 0 || events > std::numeric_limits<Version>::max()) {
            return nonsense(QStringLiteral("a ticket without its count"));
        }
        page.page.before.emplace(*ticket, Version(events));
    }
    return page;
}

std::expected<void, Failure> takeEntry(Page &page, std::string_view line)
{
    const Position last = page.isEmpty() ? 0 : page.last();
    const auto isBehind = [&](Position position) {
        return position > last ? std::expected<void, Failure>()
                               : nonsense(QStringLiteral("positions that do not rise"));
    };
    if (line.starts_with(stubBegins)) {
        return stubFrom(line).and_then([&](const Stub &stub) {
            page.stubs.push_back(stub);
            return isBehind(stub.position);
        });
    }
    return entryOf(line).and_then([&](Entry &&entry) {
        page.entries.push_back(std::move(entry));
        return isBehind(page.entries.back().position);
    });
}

QJsonObject objectOf(const Outcome &outcome)
{
    if (outcome.refused) {
        const std::string_view kind = nameOf(outcome.refused->kind);
        return { { QStringLiteral("kind"), QString::fromUtf8(kind.data(), qsizetype(kind.size())) },
            { QStringLiteral("text"), outcome.refused->text } };
    }
    QJsonArray positions;
    for (const Position position : outcome.positions) {
        positions.append(qint64(position));
    }
    return { { QStringLiteral("positions"), positions } };
}

std::expected<Outcome, Failure> outcomeOf(const QJsonObject &object)
{
    Outcome outcome;
    if (object.contains(QLatin1StringView("kind"))) {
        outcome.refused = Failure { failureKindFrom(object.value(QLatin1StringView("kind")).toString().toStdString()),
            object.value(QLatin1StringView("text")).toString() };
        return outcome;
    }
    const QJsonValue positions = object.value(QLatin1StringView("positions"));
    for (const auto all = positions.toArray(); const auto position : all) {
        const std::int64_t number = position.toInteger(0);
        if (number <= 0) {
            return nonsense(QStringLiteral("a position that is none"));
        }
        outcome.positions.push_back(number);
    }
    if (outcome.positions.empty()) {
        return nonsense(QStringLiteral("an outcome without positions"));
    }
    return outcome;
}

} // namespace

std::string_view nameOf(FailureKind kind)
{
    return failureNames[std::to_underlying(kind)];
}

FailureKind failureKindFrom(std::string_view name)
{
    return wordIn<FailureKind>(failureNames, name).value_or(FailureKind::Invalid);
}

std::string textOf(const TimedPage &page, bool withPersonal)
{
    std::string text = headOf(page);
    auto stub = page.page.stubs.begin();
    const auto addStubsBefore = [&](Position position) {
        for (; stub != page.page.stubs.end() && stub->position < position; ++stub) {
            appendStub(text, *stub);
        }
    };
    for (const Entry &entry : page.page.entries) {
        addStubsBefore(entry.position);
        text += lineOf(entry, withPersonal);
        text += '\n';
    }
    addStubsBefore(std::numeric_limits<Position>::max());
    return text;
}

std::expected<TimedPage, Failure> pageFrom(std::string_view text)
{
    auto page = objectOf(takeLine(text)).and_then(headFrom);
    while (page && !text.empty()) {
        if (const auto taken = takeEntry(page->page, takeLine(text)); !taken) {
            return std::unexpected(taken.error());
        }
    }
    return page;
}

std::string textOf(std::span<const Proposal> proposals)
{
    std::string text;
    for (const Proposal &proposal : proposals) {
        for (const Record &record : proposal.records) {
            text += lineOf(record);
            text += '\n';
        }
        text += '\n';
    }
    return text;
}

std::expected<std::vector<Proposal>, Failure> proposalsFrom(std::string_view text, std::size_t limit)
{
    std::vector<Proposal> proposals;
    Proposal current;
    while (!text.empty()) {
        const std::string_view line = takeLine(text);
        if (!line.empty()) {
            auto record = recordFrom(line);
            if (!record) {
                return std::unexpected(record.error());
            }
            current.records.push_back(std::move(*record));
        }
        const bool ends = line.empty() || text.empty();
        if (ends && !current.records.empty()) {
            proposals.push_back(std::exchange(current, {}));
        }
        if (proposals.size() > limit || current.records.size() > recordsInAProposal) {
            return failure(FailureKind::Full, QStringLiteral("more proposals at once than are taken"));
        }
    }
    return proposals;
}

std::string textOf(std::span<const Outcome> outcomes)
{
    std::string text;
    for (const Outcome &outcome : outcomes) {
        text += QJsonDocument(objectOf(outcome)).toJson(QJsonDocument::Compact).toStdString() + '\n';
    }
    return text;
}

std::expected<std::vector<Outcome>, Failure> outcomesFrom(std::string_view text)
{
    std::vector<Outcome> outcomes;
    while (!text.empty()) {
        const auto object = objectOf(takeLine(text));
        if (!object) {
            return std::unexpected(object.error());
        }
        auto outcome = outcomeOf(*object);
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        outcomes.push_back(std::move(*outcome));
    }
    return outcomes;
}

std::string textOf(const Greeting &greeting)
{
    const QJsonObject object {
        { QStringLiteral("audience"), QString::fromStdString(greeting.audience) },
        { QStringLiteral("county"), QString::fromStdString(greeting.county) },
        { QStringLiteral("head"), qint64(greeting.head) },
        { QStringLiteral("name"), QString::fromStdString(greeting.name) },
        { QStringLiteral("now"), qint64(greeting.now.time_since_epoch().count()) },
        { QStringLiteral("protocol"), greeting.protocol },
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::expected<Greeting, Failure> greetingFrom(std::string_view text)
{
    const auto object = objectOf(text);
    if (!object) {
        return std::unexpected(object.error());
    }
    const auto head = wholeNumber(*object, QLatin1StringView("head"));
    const auto now = wholeNumber(*object, QLatin1StringView("now"));
    const auto protocol = wholeNumber(*object, QLatin1StringView("protocol"));
    if (!head || !now || !protocol) {
        return nonsense(QStringLiteral("no greeting of a Huying backend"));
    }
    if (*protocol != 1) {
        return failure(
            FailureKind::Newer, Say::tr("The backend speaks protocol %1, this program protocol 1.").arg(*protocol));
    }
    return Greeting { .protocol = 1,
        .county = object->value(QLatin1StringView("county")).toString().toStdString(),
        .name = object->value(QLatin1StringView("name")).toString().toStdString(),
        .head = *head,
        .now = instantOf(*now),
        .audience = object->value(QLatin1StringView("audience")).toString().toStdString() };
}

} // namespace huying
