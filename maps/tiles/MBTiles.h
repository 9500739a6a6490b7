#pragma once

#include "TileSource.h"

#include <domain/Failure.h>

#include <QThreadPool>

#include <expected>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace huying
{

/// Tiles in one SQLite file (MBTiles 1.3: the table `tiles`, rows counted from the south).
class MBTiles : public TileSource
{
    Q_OBJECT
public:
    /// NotFound or Damaged where the file is none.
    static std::expected<std::unique_ptr<MBTiles>, Failure> open(const QString &file);
    ~MBTiles() override;

    void ask(const huying::TileAddress &tile) override;
    int deepest() const override { return _deepest; }
    /// What the file says of its makers; empty where it says nothing.
    const QString &attribution() const { return _attribution; }

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

    MBTiles() = default;
    Statement prepare(const char *sql) const;
    /// On the reading thread.
    QImage read(const TileAddress &tile) const;
    QString said(const char *name) const;

    std::unique_ptr<sqlite3, Closer> _database;
    Statement _tile;
    int _deepest = 0;
    QString _attribution;
    QThreadPool _reading;
};

} // namespace huying
