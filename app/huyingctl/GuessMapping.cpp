#include "GuessMapping.h"

#include "Command.h"
#include "Console.h"

#include <exchange/Guess.h>

#include <QCoreApplication>
#include <QSaveFile>

namespace huying
{

namespace
{

struct SayGuessMapping {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

std::expected<void, Failure> writeFile(const QString &name, const std::string &bytes)
{
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size())
        && file.commit();
    return isWritten
        ? std::expected<void, Failure>()
        : failure(FailureKind::Refused, SayGuessMapping::tr("%1 cannot be written: %2").arg(name, file.errorString()));
}

} // namespace

int guessMapping(const Options &options, Console &console)
{
    const auto mapping = guessedMapping(options.arguments().constFirst().toStdString());
    if (!mapping) {
        return console.fail(mapping.error(), NotDone);
    }
    const std::string json = textOf(*mapping);
    const QString target = options.text(QStringLiteral("output"));
    if (target.isEmpty()) {
        Console::print(textOf(json));
        return Done;
    }
    if (const auto written = writeFile(target, json); !written) {
        return console.fail(written.error(), NotDone);
    }
    QStringList lines { SayGuessMapping::tr("%1 is a first mapping; look it over.").arg(target) };
    for (const std::string &doubt : mapping->doubts) {
        lines << QStringLiteral("  ") + textOf(doubt);
    }
    console.answer(lines.join(u'\n'), { { QStringLiteral("mapping"), target } });
    return Done;
}

} // namespace huying
