#pragma once

#include <QByteArray>
#include <QString>

class QProcess;

namespace huying
{

/// The program `huying-geo`, which alone has GDAL in it.
struct GeoProgram {
    QString program; ///< empty: `huying-geo` beside this program
    QString language; ///< in which it gives its reasons, as `zh_CN`; empty: this program's
};

/// Starts it with nothing of this program's environment but what it needs; `work` is "read" or "write", `input` what
/// it is told on standard input. False where it cannot be started.
bool startGeoProgram(QProcess &process, const GeoProgram &program, const QString &work, const QByteArray &input);
/// Ends it at once.
void endGeoProgram(QProcess &process);

} // namespace huying
