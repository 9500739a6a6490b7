#pragma once

#include "Varint.h"

namespace huying
{

/// The measures of the cohort in `packed` (Figures.h), not empty: bit `measure` for each.
inline std::uint32_t cohortIn(std::string_view packed)
{
    return static_cast<std::uint32_t>(takeVarint(packed));
}

} // namespace huying
