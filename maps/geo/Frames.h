#pragma once

#include "GeoReading.h"

#include <QByteArray>

#include <expected>
#include <optional>

namespace huying
{

/// How the process that reads a file hands over what it found: frames of four bytes of length, a letter and a
/// QDataStream. A head, the features, the remarks, the end that says how many there were; or one refusal.

/// More than this is refused on both sides.
struct FrameLimits {
    qint64 bytes = 256LL * 1024 * 1024; ///< in all
    qint64 frameBytes = 32LL * 1024 * 1024;
    std::size_t features = 100'000;
};

/// All frames of a reading.
QByteArray framesOf(const GeoReading &reading);
QByteArray frameOf(const GeoRefusal &refusal);

/// Puts a reading together from the bytes as they arrive; what it is given may be anything.
class FrameReader
{
public:
    explicit FrameReader(FrameLimits limits = {}) : _limits(limits) {}

    /// False when what came is no such stream, or over a limit; then nothing more is taken.
    bool take(const QByteArray &bytes);
    /// Whether end or refusal has come.
    bool isWhole() const { return _isWhole; }
    /// Of what is whole.
    std::expected<GeoReading, GeoRefusal> result();

private:
    bool takeFrame(char kind, const QByteArray &payload);
    bool takeHead(const QByteArray &payload);
    bool takeFeature(const QByteArray &payload);
    bool takeRemark(const QByteArray &payload);
    bool takeEnd(const QByteArray &payload);
    bool takeRefusal(const QByteArray &payload);

    FrameLimits _limits;
    QByteArray _rest;
    qint64 _taken = 0;
    bool _hasHead = false;
    bool _isWhole = false;
    GeoReading _reading;
    std::optional<GeoRefusal> _refusal;
};

} // namespace huying
