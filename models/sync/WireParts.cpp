#include "WireParts.h"

#include <QJsonDocument>

namespace huying::wire
{

std::unexpected<Failure> notAsAgreed(const QString &what)
{
    return failure(FailureKind::Invalid, SayWire::tr("The answer is not what protocol 1 says (%1).").arg(what));
}

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
        return notAsAgreed(QStringLiteral("no JSON object"));
    }
    return document.object();
}

std::optional<std::int64_t> wholeNumber(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    const std::int64_t number = value.toInteger(-1);
    return value.isDouble() && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace huying::wire
