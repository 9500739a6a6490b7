#include "Frames.h"

#include "StreamParts.h"

#include <QtEndian>

#include <cmath>

namespace huying
{

namespace
{

constexpr qsizetype headerBytes = 5;

QByteArray framed(char kind, const QByteArray &payload)
{
    QByteArray frame(headerBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(payload.size()), frame.data());
    frame[4] = kind;
    return frame + payload;
}

template <class Write>
QByteArray frame(char kind, Write write)
{
    return framed(kind, streaming::written(write));
}

using streaming::get;
using streaming::getWord;
using streaming::isRead;
using streaming::put;

} // namespace

QByteArray framesOf(const GeoReading &reading)
{
    QByteArray frames = frame('H', [&](QDataStream &stream) {
        stream << reading.driver << reading.layer << reading.system << reading.encoding << reading.toleranceMetres
               << qint32(reading.placesInFile) << qint32(reading.emptyFeatures);
        put(stream, reading.fields);
    });
    for (const GeoFeature &feature : reading.features) {
        frames += frame('F', [&](QDataStream &stream) {
            put(stream, feature.values);
            put(stream, feature.centre);
            put(stream, feature.areas);
            put(stream, feature.lines);
            put(stream, feature.points);
        });
    }
    for (const GeoRemark &remark : reading.remarks) {
        frames += frame('M', [&](QDataStream &stream) {
            stream << quint8(remark.kind) << qint32(remark.feature) << qint32(remark.other) << remark.squareMetres;
            put(stream, remark.at);
            stream << remark.text;
        });
    }
    return frames + frame('E', [&](QDataStream &stream) {
        stream << quint32(reading.features.size()) << quint32(reading.remarks.size());
    });
}

QByteArray frameOf(const GeoRefusal &refusal)
{
    return frame('R', [&](QDataStream &stream) {
        stream << quint8(refusal.failure.kind) << refusal.failure.text << quint8(refusal.wants) << refusal.choices;
    });
}

bool FrameReader::take(const QByteArray &bytes)
{
    _taken += bytes.size();
    if (_isWhole || _taken > _limits.bytes) {
        return bytes.isEmpty();
    }
    _rest += bytes;
    qsizetype at = 0;
    while (_rest.size() - at >= headerBytes) {
        const auto length = qFromBigEndian<quint32>(_rest.constData() + at);
        if (_isWhole || length > _limits.frameBytes) {
            return false;
        }
        if (_rest.size() - at - headerBytes < qsizetype(length)) {
            break;
        }
        if (!takeFrame(_rest[at + 4], _rest.mid(at + headerBytes, length))) {
            return false;
        }
        at += headerBytes + length;
    }
    _rest.remove(0, at);
    return !_isWhole || _rest.isEmpty();
}

bool FrameReader::takeFrame(char kind, const QByteArray &payload)
{
    switch (kind) {
    case 'H':
        return takeHead(payload);
    case 'F':
        return _hasHead && takeFeature(payload);
    case 'M':
        return _hasHead && takeRemark(payload);
    case 'E':
        return _hasHead && takeEnd(payload);
    case 'R':
        return !_hasHead && takeRefusal(payload);
    default:
        return false;
    }
}

bool FrameReader::takeHead(const QByteArray &payload)
{
    if (std::exchange(_hasHead, true)) {
        return false;
    }
    return isRead(payload, [&](QDataStream &stream) {
        qint32 places = 0;
        qint32 empty = 0;
        stream >> _reading.driver >> _reading.layer >> _reading.system >> _reading.encoding >> _reading.toleranceMetres
            >> places >> empty;
        _reading.placesInFile = places;
        _reading.emptyFeatures = empty;
        return std::isfinite(_reading.toleranceMetres) && get(stream, _reading.fields);
    });
}

bool FrameReader::takeFeature(const QByteArray &payload)
{
    GeoFeature feature;
    const bool isFramed = _reading.features.size() < _limits.features
        && isRead(
            payload,
            [&](QDataStream &stream) {
                return get(stream, feature.values) && get(stream, feature.centre) && get(stream, feature.areas)
                    && get(stream, feature.lines) && get(stream, feature.points);
            });
    const bool isSound = isFramed && feature.values.size() == _reading.fields.size();
    _reading.features.push_back(std::move(feature));
    return isSound;
}

bool FrameReader::takeRemark(const QByteArray &payload)
{
    GeoRemark remark;
    const bool isFramed = isRead(payload, [&](QDataStream &stream) {
        qint32 feature = 0;
        qint32 other = 0;
        const bool isKnown = getWord(stream, remark.kind, GeoRemarkKind::Said);
        stream >> feature >> other >> remark.squareMetres;
        remark.feature = feature;
        remark.other = other;
        return isKnown && get(stream, remark.at) && !(stream >> remark.text).status();
    });
    const auto isFeature = [&](int index) { return index >= -1 && index < std::ssize(_reading.features); };
    const bool isSound = isFramed && isFeature(remark.feature) && isFeature(remark.other);
    _reading.remarks.push_back(std::move(remark));
    return isSound;
}

bool FrameReader::takeEnd(const QByteArray &payload)
{
    _isWhole = isRead(payload, [&](QDataStream &stream) {
        quint32 features = 0;
        quint32 remarks = 0;
        stream >> features >> remarks;
        return features == _reading.features.size() && remarks == _reading.remarks.size();
    });
    return _isWhole;
}

bool FrameReader::takeRefusal(const QByteArray &payload)
{
    GeoRefusal refusal;
    _isWhole = isRead(payload, [&](QDataStream &stream) {
        const bool isKind = getWord(stream, refusal.failure.kind, FailureKind::SignedOut);
        stream >> refusal.failure.text;
        const bool isWord = getWord(stream, refusal.wants, GeoRefusal::Wants::Layer);
        stream >> refusal.choices;
        return isKind && isWord;
    });
    _refusal = std::move(refusal);
    return _isWhole;
}

std::expected<GeoReading, GeoRefusal> FrameReader::result()
{
    if (_refusal) {
        return std::unexpected(*_refusal);
    }
    return std::move(_reading);
}

} // namespace huying
