#include "GeoProcess.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProcess>

namespace huying
{

namespace
{

/// Only what it needs: no proxy, no settings of GDAL that the caller has.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment bare;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const char *const name :
        { "PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TZ" }) {
        const QString key = QLatin1StringView(name).toString();
        if (own.contains(key)) {
            bare.insert(key, own.value(key));
        }
    }
    bare.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return bare;
}

} // namespace

bool startGeoProgram(QProcess &process, const GeoProgram &program, const QString &work, const QByteArray &input)
{
    constexpr int patience = 5'000; // milliseconds
    const QString language = program.language.isEmpty() ? QLocale().name() : program.language;
    process.setProcessEnvironment(bareEnvironment());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program.program.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/huying-geo")
                                            : program.program,
        { work, QStringLiteral("--language"),
            language.startsWith(u"zh") ? QStringLiteral("zh_CN") : QStringLiteral("en") });
    process.write(input);
    process.closeWriteChannel();
    return process.waitForStarted(patience);
}

void endGeoProgram(QProcess &process)
{
    process.kill();
    process.waitForFinished(5'000);
}

} // namespace huying
