#include "FolderTiles.h"

#include <QFile>

namespace huying
{

namespace
{

constexpr qint64 mostTileBytes = qint64 { 4 } * 1024 * 1024;

QImage read(const QDir &folder, const TileAddress &tile)
{
    const QString place = QStringLiteral("%1/%2/%3.").arg(tile.zoom).arg(tile.column).arg(tile.row);
    for (const char *ending : { "png", "jpg", "jpeg", "webp" }) {
        QFile file(folder.filePath(place + QLatin1String(ending)));
        if (file.size() <= mostTileBytes && file.open(QIODevice::ReadOnly)) {
            return tileImage(file.readAll());
        }
    }
    return {};
}

} // namespace

FolderTiles::FolderTiles(const QString &folder, QObject *parent) : TileSource(parent), _folder(folder)
{
    const QStringList levels = _folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &level : levels) {
        bool isNumber = false;
        const int number = level.toInt(&isNumber);
        _deepest = isNumber && number <= 22 ? std::max(_deepest, number) : _deepest;
    }
    _reading.setMaxThreadCount(1);
}

FolderTiles::~FolderTiles()
{
    _reading.clear();
    _reading.waitForDone();
}

void FolderTiles::ask(const TileAddress &tile)
{
    _reading.start([this, tile, folder = _folder] {
        const QImage image = read(folder, tile);
        QMetaObject::invokeMethod(this, [this, tile, image] {
            if (image.isNull()) {
                emit missed(tile, true);
            } else {
                emit arrived(tile, image);
            }
        });
    });
}

} // namespace huying
