#include "MBTiles.h"

#include <QFile>

#include <sqlite3.h>

namespace huying
{

namespace
{

constexpr int mostBytes = 4 * 1024 * 1024;

} // namespace

void MBTiles::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

void MBTiles::Closer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

std::expected<std::unique_ptr<MBTiles>, Failure> MBTiles::open(const QString &file)
{
    if (!QFile::exists(file)) {
        return failure(FailureKind::NotFound, tr("%1 is not there.").arg(file));
    }
    std::unique_ptr<MBTiles> tiles(new MBTiles);
    sqlite3 *raw = nullptr;
    const int result = sqlite3_open_v2(
        QFile::encodeName(file).constData(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, nullptr);
    tiles->_database.reset(raw);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, mostBytes);
    tiles->_tile =
        tiles->prepare("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?");
    const Statement deepest = tiles->prepare("SELECT max(zoom_level) FROM tiles");
    if (result != SQLITE_OK || !tiles->_tile || !deepest || sqlite3_step(deepest.get()) != SQLITE_ROW
        || sqlite3_column_type(deepest.get(), 0) != SQLITE_INTEGER) {
        return failure(FailureKind::Damaged, tr("%1 has no tiles in it, or is no MBTiles file.").arg(file));
    }
    tiles->_deepest = std::clamp(sqlite3_column_int(deepest.get(), 0), 0, 22);
    tiles->_attribution = tiles->said("attribution");
    tiles->_reading.setMaxThreadCount(1);
    return tiles;
}

MBTiles::~MBTiles()
{
    _reading.clear();
    _reading.waitForDone();
}

MBTiles::Statement MBTiles::prepare(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(_database.get(), sql, -1, &statement, nullptr);
    return Statement(statement);
}

QString MBTiles::said(const char *name) const
{
    const Statement statement = prepare("SELECT value FROM metadata WHERE name = ?");
    if (!statement) {
        return {};
    }
    sqlite3_bind_text(statement.get(), 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step(statement.get()) != SQLITE_ROW) {
        return {};
    }
    const void *const text = sqlite3_column_text(statement.get(), 0);
    return QString::fromUtf8(static_cast<const char *>(text), sqlite3_column_bytes(statement.get(), 0));
}

QImage MBTiles::read(const TileAddress &tile) const
{
    sqlite3_stmt *const statement = _tile.get();
    sqlite3_bind_int(statement, 1, tile.zoom);
    sqlite3_bind_int(statement, 2, tile.column);
    sqlite3_bind_int(statement, 3, (1 << tile.zoom) - 1 - tile.row);
    QImage image;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const void *const bytes = sqlite3_column_blob(statement, 0);
        image = tileImage(QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_reset(statement);
    return image;
}

void MBTiles::ask(const TileAddress &tile)
{
    _reading.start([this, tile] {
        const QImage image = read(tile);
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
