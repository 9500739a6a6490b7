#pragma once

#include "Options.h"

#include <accounts/AccountText.h>

#include <QUrl>

#include <optional>

namespace huying
{

/// `--account` and `--password-file`: as whom a command asks a backend.
void addSigningOptions(Options &options);

/// The session of the account that is named in `options`, signed in at `backend`; nothing where none is named.
/// SignedOut when name or password is wrong, Invalid when only one of the two is given.
std::expected<std::optional<SignedIn>, Failure> sessionAt(const QUrl &backend, const Options &options);

} // namespace huying
