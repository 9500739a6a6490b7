#pragma once

#include "TileSource.h"

#include <QDir>
#include <QThreadPool>

namespace huying
{

/// Tiles in a folder, ZOOM/COLUMN/ROW.png (or jpg, jpeg, webp), as most tools write them.
class FolderTiles : public TileSource
{
    Q_OBJECT
public:
    explicit FolderTiles(const QString &folder, QObject *parent = nullptr);
    ~FolderTiles() override;

    void ask(const huying::TileAddress &tile) override;
    int deepest() const override { return _deepest; }

private:
    QDir _folder;
    int _deepest = 0;
    QThreadPool _reading;
};

} // namespace huying
