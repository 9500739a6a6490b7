#pragma once

#include <QString>

#include <cstdint>
#include <expected>

namespace huying
{

/// What a caller can decide by; the text is for people.
enum class FailureKind : std::uint8_t {
    NotFound, ///< what was named is not there
    Refused, ///< the rules or a right forbid it
    Invalid, ///< the input is not what it should be
    Damaged, ///< a file or answer is torn or corrupt
    Newer, ///< made by a newer version of this program
    Busy, ///< somebody else holds it; later it may work
    Unreachable, ///< the other side did not answer
    Full, ///< no room left on the disk, or over a limit
    Cancelled, ///< stopped on request, what was done whole stays
    SignedOut, ///< nobody is signed in here, or no longer
};

struct Failure {
    FailureKind kind = FailureKind::Invalid;
    QString text;

    bool operator==(const Failure &) const = default;
};

/// The short way to return a failure from a function with `std::expected<T, Failure>`.
[[nodiscard]] inline std::unexpected<Failure> failure(FailureKind kind, QString text)
{
    return std::unexpected(Failure { kind, std::move(text) });
}

} // namespace huying
