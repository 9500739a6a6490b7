#pragma once

#include <domain/Lamp.h>

#include <QColor>
#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace huying
{

/// The colours and the type that the map is drawn with; they come from the tokens.
struct MapColours {
    Q_GADGET
    QML_VALUE_TYPE(mapColours)
    Q_PROPERTY(QColor ground MEMBER ground)
    Q_PROPERTY(QColor surface MEMBER surface)
    Q_PROPERTY(QColor line MEMBER line)
    Q_PROPERTY(QColor ink MEMBER ink)
    Q_PROPERTY(QColor inkSoft MEMBER inkSoft)
    Q_PROPERTY(QColor accent MEMBER accent)
    Q_PROPERTY(QColor inTime MEMBER inTime)
    Q_PROPERTY(QColor soon MEMBER soon)
    Q_PROPERTY(QColor overdue MEMBER overdue)
    Q_PROPERTY(QColor paused MEMBER paused)
    Q_PROPERTY(QString family MEMBER family)
public:
    QColor ground;
    QColor surface;
    QColor line;
    QColor ink;
    QColor inkSoft;
    QColor accent;
    QColor inTime;
    QColor soon;
    QColor overdue;
    QColor paused;
    QList<QColor> heat; ///< the ramp's solid stops, least first
    QList<QColor> levels; ///< of regions, least first
    QList<QColor> change; ///< of regions against their past, its middle "as expected"
    QString family;

    QColor lamp(Lamp which) const
    {
        switch (which) {
        case Lamp::InTime:
            return inTime;
        case Lamp::Soon:
            return soon;
        case Lamp::Overdue:
            return overdue;
        case Lamp::Paused:
            return paused;
        }
        return ink;
    }

    bool operator==(const MapColours &) const = default;
};

} // namespace huying
