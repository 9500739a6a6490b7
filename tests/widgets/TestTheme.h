#pragma once

#include <common/Theme.h>

namespace huying
{

/// The text of the tokens that are linked in.
QByteArray linkedTokens();

/// The theme as the programs wear it; the test ends when it cannot be read.
Theme linkedTheme(Brightness brightness);

} // namespace huying
