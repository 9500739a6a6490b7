#include "Wire.h"

#include "WireParts.h"

#include <domain/Words.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace huying
{

using namespace wire;

namespace
{

constexpr std::array<std::string_view, 10> failureNames { "not-found", "refused", "invalid", "damaged", "newer", "busy",
    "unreachable", "full", "cancelled", "signed-out" };
constexpr std::size_t recordsInAProposal = 4'096; // the grids of a county, set together

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
            return notAsAgreed(QStringLiteral("a position that is none"));
        }
        outcome.positions.push_back(number);
    }
    if (outcome.positions.empty()) {
        return notAsAgreed(QStringLiteral("an outcome without positions"));
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
        return notAsAgreed(QStringLiteral("no greeting of a Huying backend"));
    }
    if (*protocol != 1) {
        return failure(
            FailureKind::Newer, SayWire::tr("The backend speaks protocol %1, this program protocol 1.").arg(*protocol));
    }
    return Greeting { .protocol = 1,
        .county = object->value(QLatin1StringView("county")).toString().toStdString(),
        .name = object->value(QLatin1StringView("name")).toString().toStdString(),
        .head = *head,
        .now = instantOf(*now),
        .audience = object->value(QLatin1StringView("audience")).toString().toStdString() };
}

} // namespace huying
