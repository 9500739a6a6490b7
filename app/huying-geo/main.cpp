#include "Confinement.h"

#include <geo/ReaderProcess.h>
#include <geofile/Drivers.h>
#include <geofile/GeoFile.h>
#include <geofile/GeoMaking.h>
#include <language/Language.h>

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

// Reads files of geography for the other programs, which start it: a request on standard input, frames on standard
// output (maps/geo/Frames.h). What it reads may make it crash, and then only this ends. And makes such files for them:
// what is to be in it on standard input, the file's bytes on standard output (maps/geo/GeoOutput.h).

namespace
{

using namespace huying;

int answer(const QByteArray &frames)
{
    QFile out;
    const bool isOut = out.open(stdout, QIODevice::WriteOnly) && out.write(frames) == frames.size() && out.flush();
    return isOut ? 0 : 1;
}

QByteArray readFor(const QByteArray &text)
{
    const auto request = requestFrom(text);
    if (!request) {
        return frameOf(
            GeoRefusal { { FailureKind::Invalid, QStringLiteral("no request") }, GeoRefusal::Wants::Nothing, {} });
    }
    const auto reading = readGeoFile(*request);
    return reading ? framesOf(*reading) : frameOf(reading.error());
}

QByteArray makeFor(const QByteArray &stream)
{
    const auto output = outputFrom(stream);
    return streamOf(output ? geoFile(*output)
                           : std::expected<QByteArray, Failure>(
                                 failure(FailureKind::Invalid, QStringLiteral("no file is asked for"))));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool isSpoken = speak(app, arguments, languageIn(QProcessEnvironment::systemEnvironment())).has_value();
    const bool isReading = arguments == QStringList { QStringLiteral("read") };
    if (!isSpoken || (!isReading && arguments != QStringList { QStringLiteral("write") })) {
        std::fputs(
            "huying-geo reads and makes files for the other programs of Huying; people call huyingctl import-map and "
            "export-map.\n",
            stderr);
        return 2;
    }
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    const QByteArray request = in.readAll();
    if (isReading) {
        registerDrivers();
    } else {
        registerMakers();
    }
    if (!confine({})) {
        std::fputs("huying-geo: this kernel does not confine programs\n", stderr);
        return 1;
    }
    return answer(isReading ? readFor(request) : makeFor(request));
}
