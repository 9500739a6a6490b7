#include "Digests.h"

#include <openssl/evp.h>

#include <memory>

namespace huying
{

namespace
{

using Algorithm = std::unique_ptr<EVP_MD, decltype([](EVP_MD *algorithm) { EVP_MD_free(algorithm); })>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX *context) { EVP_MD_CTX_free(context); })>;

/// Looking the algorithm up costs more than hashing an event: it is done once, and once a thread for the context.
EVP_MD_CTX *begun()
{
    static const Algorithm algorithm { EVP_MD_fetch(nullptr, "SHA256", nullptr) };
    thread_local const Context context { EVP_MD_CTX_new() };
    if (!algorithm || !context || EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) != 1) {
        std::abort(); // without SHA-256 no log can be read or written
    }
    return context.get();
}

} // namespace

Digest sha256(std::initializer_list<std::string_view> parts)
{
    EVP_MD_CTX *context = begun();
    for (const std::string_view part : parts) {
        EVP_DigestUpdate(context, part.data(), part.size());
    }
    Digest digest;
    EVP_DigestFinal_ex(context, digest.data(), nullptr);
    return digest;
}

} // namespace huying
