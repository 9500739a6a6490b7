#include "UnpackedSnapshot.h"

#include <packing/Packing.h>

#include <QFile>

namespace huying::testing
{

UnpackedSnapshot::UnpackedSnapshot(const QByteArray &packed)
{
    constexpr std::int64_t most = 1 << 30;
    QFile file(_folder.filePath(QStringLiteral("packed")));
    QFile plain(_folder.filePath(QStringLiteral("plain")));
    const bool isThere = file.open(QIODevice::WriteOnly) && file.write(packed) == packed.size() && file.flush();
    if (isThere && unpack(file.fileName(), plain.fileName(), most) && plain.open(QIODevice::ReadOnly)) {
        _bytes = plain.readAll();
        _database = Database::open(plain.fileName().toStdString(), Opening::Read).value_or(Database());
    }
}

std::int64_t UnpackedSnapshot::count(const std::string &of, const std::optional<Uuid> &id) const
{
    if (!_database.isOpen()) {
        return -1;
    }
    auto statement = _database.prepare("SELECT count(*) FROM " + of);
    if (statement && id) {
        statement->bindBytes(1, bytesOf(*id));
    }
    return statement && statement->step().value_or(false) ? statement->number(0) : -1;
}

} // namespace huying::testing
