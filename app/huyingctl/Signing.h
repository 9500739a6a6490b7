#pragma once

#include "Options.h"

#include <QUrl>

namespace huying
{

/// `--account` and `--password-file`: as whom a command asks a backend.
void addSigningOptions(Options &options);

/// The token of the account that is named in `options`, signed in at `backend`; empty where none is named. SignedOut
/// when name or password is wrong, Invalid when only one of the two is given.
std::expected<QByteArray, Failure> tokenFor(const QUrl &backend, const Options &options);

} // namespace huying
