#pragma once

#include "LedgerSettings.h"

#include <storage/Schema.h>

namespace huying
{

/// Folds every ticket of a ledger of an older schema anew out of the log, and makes figures and search from the rows.
Derivation foldingAnew(const LedgerSettings &settings);

} // namespace huying
