#pragma once

#include "TileAddress.h"

#include <QImage>
#include <QObject>

namespace huying
{

/// Where tiles come from. Asking never waits; the answer comes in the thread in which the source lives.
class TileSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by `arrived` or `missed`, once for each time.
    virtual void ask(const huying::TileAddress &tile) = 0;
    /// The finest level there is; finer views are drawn from it.
    virtual int deepest() const = 0;

signals:
    void arrived(const huying::TileAddress &tile, const QImage &image);
    /// `isForGood`: the source has none there; else it can be asked again later.
    void missed(const huying::TileAddress &tile, bool isForGood);
};

/// A tile's bytes as a picture; null where they are none, or one of over 1,024 pixels a side.
QImage tileImage(const QByteArray &bytes);

} // namespace huying
