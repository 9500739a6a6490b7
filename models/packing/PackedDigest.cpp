#include "Packing.h"

#include <QCryptographicHash>
#include <QFile>

namespace huying
{

std::expected<std::string, Failure> packedName(const QString &packed)
{
    QFile file(packed);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return failure(FailureKind::NotFound, QStringLiteral("%1: %2").arg(packed, file.errorString()));
    }
    return hash.result().toHex().toStdString();
}

} // namespace huying
