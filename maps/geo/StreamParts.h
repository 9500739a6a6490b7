#pragma once

#include <domain/GeoPoint.h>

#include <QDataStream>
#include <QIODevice>
#include <QString>

#include <cstdlib>
#include <vector>

namespace huying::streaming
{

/// How values travel between this program and huying-geo. What is read may be anything: `get` says false where it is
/// not what was written.
inline constexpr auto version = QDataStream::Qt_6_0;

inline void put(QDataStream &stream, const GeoPoint &point)
{
    stream << qint32(point.longitudeE7) << qint32(point.latitudeE7);
}

template <class T>
void put(QDataStream &stream, const std::vector<T> &list)
{
    stream << quint32(list.size());
    for (const T &element : list) {
        if constexpr (std::is_same_v<T, QString>) {
            stream << element;
        } else {
            put(stream, element);
        }
    }
}

inline bool get(QDataStream &stream, GeoPoint &point)
{
    qint32 longitude = 0;
    qint32 latitude = 0;
    stream >> longitude >> latitude;
    point = { longitude, latitude };
    return stream.status() == QDataStream::Ok && std::abs(qint64 { longitude }) <= 1'800'000'000
        && std::abs(qint64 { latitude }) <= 900'000'000;
}

/// A count is believed only as far as there are bytes for it: at least `leastBytes` for each element.
inline bool getCount(QDataStream &stream, quint32 &count, qint64 leastBytes = 4)
{
    stream >> count;
    return stream.status() == QDataStream::Ok && count <= stream.device()->bytesAvailable() / leastBytes;
}

template <class T>
bool get(QDataStream &stream, std::vector<T> &list)
{
    quint32 count = 0;
    if (!getCount(stream, count)) {
        return false;
    }
    list.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        if constexpr (std::is_same_v<T, QString>) {
            stream >> list.emplace_back();
            if (stream.status() != QDataStream::Ok) {
                return false;
            }
        } else if (!get(stream, list.emplace_back())) {
            return false;
        }
    }
    return true;
}

template <class Word>
bool getWord(QDataStream &stream, Word &word, Word last)
{
    quint8 number = 0;
    stream >> number;
    word = static_cast<Word>(number);
    return number <= static_cast<quint8>(last);
}

template <class Write>
QByteArray written(Write write)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(version);
    write(stream);
    return payload;
}

/// Reads with `read`; false when it says so, when something is missing, or something is left.
template <class Read>
bool isRead(const QByteArray &payload, Read read)
{
    QDataStream stream(payload);
    stream.setVersion(version);
    return read(stream) && stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace huying::streaming
