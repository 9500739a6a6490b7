#pragma once

#include "MapLayer.h"

#include <QElapsedTimer>

namespace huying
{

/// New tickets: a ring opens once where they are and fades within two seconds.
class RingLayer : public MapLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool isActive READ isActive NOTIFY isActiveChanged)
public:
    explicit RingLayer(QQuickItem *parent = nullptr);

    bool isActive() const { return !rings_.empty(); }
    /// Called for each frame while active.
    Q_INVOKABLE void advance();

signals:
    void isActiveChanged();

protected:
    void paint(QSGNode *root) override;
    void follow(CountyScene *scene) override;

private:
    struct Ring {
        WorldPoint at;
        qint64 since = 0; ///< milliseconds of the clock
    };
    std::vector<Ring> rings_;
    QElapsedTimer clock_;
};

} // namespace huying
