#pragma once

#include "HeldLedger.h"
#include "Wanted.h"

#include <service/Door.h>

namespace huying
{

/// Who may come in: those with an account, or everybody on this machine where that was said. Writes the session of the
/// desk that starts this backend where one is wanted.
std::expected<std::unique_ptr<Door>, Failure> doorOf(const HeldLedger &ledger, const Wanted &wanted);

} // namespace huying
