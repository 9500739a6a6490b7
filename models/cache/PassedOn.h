#pragma once

#include <domain/Failure.h>

#include <expected>

namespace huying
{

/// The failure of `result` as that of another kind of value.
template <typename Value>
std::unexpected<Failure> passedOn(const std::expected<Value, Failure> &result)
{
    return std::unexpected(result.error());
}

} // namespace huying
