#pragma once

#include "Frames.h"

#include <chrono>
#include <stop_token>

namespace huying
{

/// The process that reads files of geography, because what reads them may crash, hang or swallow the memory: it limits
/// itself (memory, processor, no connections, no files written), and is watched from here.
struct ReaderProcess {
    QString program; ///< empty: `huying-geo` beside this program
    QString language; ///< in which it gives its reasons, as `zh_CN`; empty: this program's
    std::chrono::milliseconds patience { 60'000 };
    FrameLimits limits;
};

/// Reads `request` there and waits for it; for a thread that may wait. The file as a whole, or a refusal: also when the
/// process ended before it was done, fell silent, took too long, said what nobody understands, or `stop` was asked for
/// (Cancelled).
std::expected<GeoReading, GeoRefusal> readGeography(
    const GeoRequest &request, const ReaderProcess &process, const std::stop_token &stop);

/// A request as the process is told it, and back; nothing where it is none.
QByteArray textOf(const GeoRequest &request);
std::optional<GeoRequest> requestFrom(const QByteArray &text);

} // namespace huying
