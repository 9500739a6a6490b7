#pragma once

#include <canonical/Record.h>

#include <string>
#include <string_view>

namespace huying
{

/// An Argon2id hash with its salt and cost, as libsodium's crypto_pwhash_str writes it; takes about 0.1 s and 64 MiB.
/// Invalid when the password has fewer than 8 or more than 200 bytes, Full when there is no memory for it.
std::expected<std::string, Failure> hashOf(std::string_view password);
bool isPassword(const std::string &hash, std::string_view password);

/// 32 random bytes as 64 hexadecimal digits: what somebody who has signed in shows from then on.
std::string newToken();
/// What is kept of a token.
Digest digestOfToken(std::string_view token);

} // namespace huying
