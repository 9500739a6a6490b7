#pragma once

#include <domain/Failure.h>
#include <domain/Instant.h>
#include <language/HelpText.h>

#include <QCommandLineParser>

#include <optional>

namespace huying
{

/// The options of a command, read so that what is wrong is said in one line and ends with status 2. Every command has
/// `--help` and `--json`; `--language` is taken out before.
class Options
{
public:
    /// `description` says what the command does, in a sentence or two.
    explicit Options(const QString &description);

    /// `name` may be several names of one option (`o,output`); `value` names what follows the option (`FILE`); empty
    /// for a switch.
    void add(const QString &name, const QString &description, const QString &value = {}, const QString &preset = {});
    /// An argument without a name; where one is missing the usage is wrong.
    void addArgument(const QString &name, const QString &description);
    /// One that may be left out; after all those that may not.
    void addOptionalArgument(const QString &name, const QString &description);

    /// Nothing when the command may run; else the status with which it ends, all being said (help is printed).
    std::optional<int> read(const QStringList &arguments);

    bool has(const QString &name) const { return _parser.isSet(name); }
    QString text(const QString &name) const { return _parser.value(name); }
    QStringList arguments() const { return _parser.positionalArguments(); }
    bool isJson() const { return _parser.isSet(QStringLiteral("json")); }

    /// Invalid, naming the option, when it is missing or no such thing.
    std::expected<QString, Failure> needed(const QString &name) const;
    std::expected<int, Failure> number(const QString &name, int least, int most) const;
    std::expected<double, Failure> decimal(const QString &name, double least, double most) const;
    std::expected<quint64, Failure> seed(const QString &name) const;
    std::expected<Day, Failure> day(const QString &name) const;
    /// A day, which is its 00:00, or a time.
    std::expected<Instant, Failure> moment(const QString &name) const;

private:
    QCommandLineParser _parser;
    Help _help;
    int _neededArguments = 0;
    int _mostArguments = 0;
};

} // namespace huying
