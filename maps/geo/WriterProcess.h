#pragma once

#include "GeoOutput.h"
#include "GeoProcess.h"

#include <chrono>
#include <stop_token>

namespace huying
{

/// The process that makes files of geography: as confined as the one that reads them, it writes none itself but hands
/// its bytes over.
struct WriterProcess {
    GeoProgram program;
    std::chrono::milliseconds patience { 120'000 };
};

/// Makes `output` there, waits for it and puts it under the name `file`; for a thread that may wait. Under that name is
/// then the whole new file or what was there before. Refused: the folder may not be written to. Full: no room left.
/// Cancelled: `stop` was asked for. Damaged or NotFound where the process did not do it.
std::expected<void, Failure> writeGeography(
    const GeoOutput &output, const QString &file, const WriterProcess &process, const std::stop_token &stop);

} // namespace huying
