#pragma once

#include "AccountStore.h"

namespace huying
{

/// Accounts as they travel and lie in a desk's folder: JSON of one line, `{"account":{"displayName","name","person",
/// "region","role","unit"},"audience"}`, with `"expires"` and `"token"` for somebody who has just signed in.
std::string textOf(const Account &account);
std::string textOf(const SignedIn &signedIn);
/// Invalid when it is nothing of the kind.
std::expected<Account, Failure> accountFrom(std::string_view text);
std::expected<SignedIn, Failure> signedInFrom(std::string_view text);

/// What somebody shows to sign in: `{"name":…,"password":…}`.
struct Credentials {
    std::string name;
    std::string password;
};
std::string textOf(const Credentials &credentials);
std::expected<Credentials, Failure> credentialsFrom(std::string_view text);

} // namespace huying
