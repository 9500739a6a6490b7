#include "Command.h"

#include "Console.h"
#include "Options.h"

#include <datums/Conversion.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <cstdio>

namespace huying
{

namespace
{

struct SayDatumCommand {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// Degrees to a millimetre, or metres to one.
QString text(double value, bool isInDegrees)
{
    return QString::number(value, 'f', isInDegrees ? 8 : 3);
}

std::optional<Coordinates> coordinatesIn(const QStringList &words)
{
    bool isX = false;
    bool isY = false;
    if (words.size() != 2) {
        return std::nullopt;
    }
    const Coordinates read { words[0].toDouble(&isX), words[1].toDouble(&isY) };
    return isX && isY ? std::optional(read) : std::nullopt;
}

/// A number with its sign would be taken for an option: they go behind all options.
QStringList numbersLast(const QStringList &arguments)
{
    QStringList options;
    QStringList numbers;
    for (const QString &argument : arguments) {
        bool isNumber = false;
        argument.toDouble(&isNumber);
        (isNumber ? numbers : options) << argument;
    }
    return numbers.isEmpty() ? options : options + QStringList { QStringLiteral("--") } + numbers;
}

int convertOne(const QStringList &words, const Conversion &conversion, Console &console)
{
    const auto given = coordinatesIn(words);
    if (!given) {
        return console.fail(
            { FailureKind::Invalid, SayDatumCommand::tr("Coordinates are two numbers, east before north.") },
            WrongUsage);
    }
    const auto there = conversion(*given);
    if (!there) {
        return console.fail(
            { FailureKind::Invalid, SayDatumCommand::tr("This lies outside the coordinate system.") }, NotDone);
    }
    console.answer(text(there->x, conversion.givesDegrees()) + u' ' + text(there->y, conversion.givesDegrees()),
        { { QStringLiteral("x"), there->x }, { QStringLiteral("y"), there->y } });
    return Done;
}

/// A pair a line; a line that is none gives an empty one, so that lines stay together.
int convertLines(const Conversion &conversion, Console &console, bool isJson)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    QTextStream in(stdin);
    QString line;
    QJsonArray all;
    int number = 0;
    int wrong = 0;
    while (in.readLineInto(&line)) {
        ++number;
        const auto given = coordinatesIn(line.split(gaps, Qt::SkipEmptyParts));
        const auto there = given ? conversion(*given) : std::nullopt;
        if (!there) {
            ++wrong;
            Console::complain(SayDatumCommand::tr("Line %1 holds no coordinates of this system.").arg(number));
        }
        if (isJson) {
            all << (there ? QJsonValue(QJsonArray { there->x, there->y }) : QJsonValue());
        } else {
            Console::print(there
                    ? text(there->x, conversion.givesDegrees()) + u' ' + text(there->y, conversion.givesDegrees())
                    : QString());
        }
    }
    if (isJson) {
        console.answer({}, { { QStringLiteral("coordinates"), all }, { QStringLiteral("wrong"), wrong } });
    }
    return wrong == 0 ? Done : NotDone;
}

} // namespace

int datumCommand(const QStringList &arguments)
{
    Options options(
        SayDatumCommand::tr("Takes coordinates from one system into another: those of the arguments, or pairs line by "
                            "line from standard input. WGS-84, CGCS2000, GCJ-02, BD-09; CGCS2000/GK3-38 a Gauss-Krüger "
                            "zone of three degrees by its number, CGCS2000/GK3-114E by its meridian, CGCS2000/GK6-20 "
                            "one of six; EPSG:4526."));
    options.addOptionalArgument(QStringLiteral("LON"), SayDatumCommand::tr("Degrees or metres east."));
    options.addOptionalArgument(QStringLiteral("LAT"), SayDatumCommand::tr("Degrees or metres north."));
    options.add(QStringLiteral("from"), SayDatumCommand::tr("The system they are in."), QStringLiteral("SYSTEM"));
    options.add(QStringLiteral("to"), SayDatumCommand::tr("The system they are wanted in."), QStringLiteral("SYSTEM"),
        QStringLiteral("WGS-84"));
    if (const auto status = options.read(numbersLast(arguments))) {
        return *status;
    }
    Console console(options.isJson());
    const auto from = options.needed(QStringLiteral("from")).and_then(systemNamed);
    const auto to = options.needed(QStringLiteral("to")).and_then(systemNamed);
    if (!from || !to) {
        return console.fail(from ? to.error() : from.error(), WrongUsage);
    }
    const auto conversion = Conversion::between(*from, *to);
    if (!conversion) {
        return console.fail(conversion.error(), WrongUsage);
    }
    const QStringList given = options.arguments();
    return given.isEmpty() ? convertLines(*conversion, console, options.isJson())
                           : convertOne(given, *conversion, console);
}

} // namespace huying
