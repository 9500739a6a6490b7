#include "Packing.h"

#include <QFile>

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <vector>

namespace huying
{

namespace
{

constexpr std::size_t digestBlock = std::size_t { 1 } << 20;

struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

std::expected<std::string, Failure> packedName(const QString &packed)
{
    QFile file(packed);
    const std::unique_ptr<EVP_MD_CTX, FreeContext> hash(EVP_MD_CTX_new());
    std::vector<char> block(digestBlock);
    bool isFine = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) == 1;
    qint64 got = 1;
    while (isFine && got > 0) {
        got = file.read(block.data(), qint64(block.size()));
        isFine = got >= 0 && EVP_DigestUpdate(hash.get(), block.data(), std::size_t(got)) == 1;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    unsigned int size = 0;
    if (!isFine || EVP_DigestFinal_ex(hash.get(), digest.data(), &size) != 1) {
        return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(packed, file.errorString()));
    }
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(size)).toHex().toStdString();
}

} // namespace huying
