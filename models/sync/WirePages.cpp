// The part of Wire that writes and reads pages.
#include "Wire.h"
#include "WireParts.h"

#include <canonical/JsonText.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace huying
{

using namespace wire;

namespace
{

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
    return isRead ? std::expected<Stub, Failure>(stub) : notAsAgreed(QStringLiteral("a line that is no entry"));
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
        return notAsAgreed(QStringLiteral("no head or no time"));
    }
    TimedPage page { .page = {}, .now = instantOf(*now) };
    page.page.head = *position;
    page.page.audience = head.value(QLatin1StringView("audience")).toString().toStdString();
    const QJsonObject before = head.value(QLatin1StringView("before")).toObject();
    for (auto count = before.begin(); count != before.end(); ++count) {
        const auto ticket = uuidFromText(count.key().toStdString());
        const qint64 events = count.value().toInteger(-1);
        if (!ticket || events < 0 || events > std::numeric_limits<Version>::max()) {
            return notAsAgreed(QStringLiteral("a ticket without its count"));
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
                               : notAsAgreed(QStringLiteral("positions that do not rise"));
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

} // namespace

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

} // namespace huying
