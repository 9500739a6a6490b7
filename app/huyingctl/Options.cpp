#include "Options.h"

#include "Command.h"
#include "Console.h"

#include <language/Language.h>

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayOptions {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

std::unexpected<Failure> wrong(const QString &text)
{
    return failure(FailureKind::Invalid, text);
}

} // namespace

Options::Options(const QString &description)
{
    _help.description = description;
    add(QStringLiteral("h,help"), SayOptions::tr("Show this help."));
    add(QStringLiteral("language"), languageOptionText(), QStringLiteral("zh_CN|en"));
    add(QStringLiteral("json"), SayOptions::tr("Answer in JSON, for machines."));
}

void Options::add(const QString &name, const QString &description, const QString &value, const QString &preset)
{
    const QCommandLineOption option(name.split(u','), description, value, preset);
    _parser.addOption(option);
    _help.options << helpEntryOf(option);
}

void Options::addArgument(const QString &name, const QString &description)
{
    addOptionalArgument(name, description);
    ++_neededArguments;
}

void Options::addOptionalArgument(const QString &name, const QString &description)
{
    _parser.addPositionalArgument(name, description);
    _help.arguments << HelpEntry { name, description };
    ++_mostArguments;
}

std::optional<int> Options::read(const QStringList &arguments)
{
    const bool isSound = _parser.parse(arguments);
    if (_parser.isSet(QStringLiteral("help"))) {
        QStringList command { arguments.first() };
        for (const auto all = _help.arguments; const HelpEntry &argument : all) {
            const bool isOptional = command.size() > _neededArguments;
            command << (isOptional ? u'[' + argument.name + u']' : argument.name);
        }
        _help.usage = SayOptions::tr("Usage: huyingctl %1 [OPTIONS]").arg(command.join(u' '));
        Console::print(helpText(_help));
        return Done;
    }
    if (!isSound) {
        Console::complain(_parser.errorText());
        return WrongUsage;
    }
    const qsizetype given = _parser.positionalArguments().size();
    if (given > _mostArguments) {
        Console::complain(
            SayOptions::tr("“%1” is one argument too many.").arg(_parser.positionalArguments().constLast()));
        return WrongUsage;
    }
    if (given < _neededArguments) {
        Console::complain(SayOptions::tr("An argument is missing; --help shows them."));
        return WrongUsage;
    }
    return std::nullopt;
}

std::expected<QString, Failure> Options::needed(const QString &name) const
{
    const QString value = text(name);
    return value.isEmpty() ? std::expected<QString, Failure>(wrong(SayOptions::tr("--%1 is missing.").arg(name)))
                           : std::expected<QString, Failure>(value);
}

std::expected<int, Failure> Options::number(const QString &name, int least, int most) const
{
    bool isNumber = false;
    const int value = text(name).toInt(&isNumber);
    if (isNumber && value >= least && value <= most) {
        return value;
    }
    return wrong(SayOptions::tr("--%1 is a whole number from %2 to %3.").arg(name).arg(least).arg(most));
}

std::expected<double, Failure> Options::decimal(const QString &name, double least, double most) const
{
    bool isNumber = false;
    const double value = text(name).toDouble(&isNumber);
    if (isNumber && value >= least && value <= most) {
        return value;
    }
    return wrong(SayOptions::tr("--%1 is a number from %2 to %3.").arg(name).arg(least).arg(most));
}

std::expected<quint64, Failure> Options::seed(const QString &name) const
{
    bool isNumber = false;
    const quint64 value = text(name).toULongLong(&isNumber);
    return isNumber ? std::expected<quint64, Failure>(value)
                    : std::expected<quint64, Failure>(wrong(SayOptions::tr("--%1 is a whole number.").arg(name)));
}

std::expected<Day, Failure> Options::day(const QString &name) const
{
    const auto value = dayFromIso(text(name).toStdString());
    return value ? std::expected<Day, Failure>(*value)
                 : std::expected<Day, Failure>(wrong(SayOptions::tr("--%1 is a day such as 2023-07-12.").arg(name)));
}

std::expected<Instant, Failure> Options::moment(const QString &name) const
{
    const auto value = instantFromIso(text(name).toStdString());
    return value ? std::expected<Instant, Failure>(*value)
                 : std::expected<Instant, Failure>(
                       wrong(SayOptions::tr("--%1 is a day or a time such as 2023-07-12T14:00.").arg(name)));
}

} // namespace huying
