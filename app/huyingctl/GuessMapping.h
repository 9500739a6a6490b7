#pragma once

#include "Console.h"
#include "Options.h"

namespace huying
{

/// `import --guess`: writes or prints a first mapping for the table; the status to end with.
int guessMapping(const Options &options, Console &console);

} // namespace huying
