#include "Secrets.h"

#include <QCoreApplication>

#include <sodium.h>

#include <array>

namespace huying
{

namespace
{

constexpr std::size_t shortest = 8;
constexpr std::size_t longestPassword = 200;
constexpr std::size_t tokenBytes = 32;

/// Once, before the first use; the library says that this may be done from any thread.
bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

std::expected<std::string, Failure> hashOf(std::string_view password)
{
    if (password.size() < shortest || password.size() > longestPassword) {
        return failure(FailureKind::Invalid,
            QCoreApplication::translate("Accounts", "A password has %1 to %2 bytes.")
                .arg(shortest)
                .arg(longestPassword));
    }
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    if (!isReady()
        || crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
               crypto_pwhash_MEMLIMIT_INTERACTIVE)
            != 0) {
        return failure(FailureKind::Full,
            QCoreApplication::translate("Accounts", "There is not enough memory to hash a password."));
    }
    return std::string(hash.data());
}

bool isPassword(const std::string &hash, std::string_view password)
{
    return isReady() && password.size() <= longestPassword
        && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string newToken()
{
    std::array<unsigned char, tokenBytes> bytes {};
    std::array<char, 2 * tokenBytes + 1> digits {};
    if (!isReady()) {
        return {};
    }
    randombytes_buf(bytes.data(), bytes.size());
    return sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
}

Digest digestOfToken(std::string_view token)
{
    Digest digest {};
    static_assert(digest.size() == crypto_hash_sha256_BYTES);
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char *>(token.data()), token.size());
    return digest;
}

} // namespace huying
