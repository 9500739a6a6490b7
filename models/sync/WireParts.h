#pragma once

#include <domain/Failure.h>
#include <domain/Instant.h>

#include <QCoreApplication>
#include <QJsonObject>

#include <expected>
#include <optional>
#include <string_view>

/// What the texts of the line are read with; for Wire.cpp and WirePages.cpp.
namespace huying::wire
{

struct SayWire {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

/// The failure of an answer that is not what the protocol says.
std::unexpected<Failure> notAsAgreed(const QString &what);
/// Cuts the first line off `text`; without its line end.
std::string_view takeLine(std::string_view &text);
/// The JSON object that `line` is.
std::expected<QJsonObject, Failure> objectOf(std::string_view line);
/// A number of at least 0 without fraction.
std::optional<std::int64_t> wholeNumber(const QJsonObject &object, QLatin1StringView key);

inline Instant instantOf(std::int64_t milliseconds)
{
    return Instant { std::chrono::milliseconds { milliseconds } };
}

} // namespace huying::wire
