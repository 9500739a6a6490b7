#pragma once

#include <QStringList>

namespace huying
{

/// The exit status of a command: done only when all that was asked was done.
enum ExitStatus : int { Done = 0, NotDone = 1, WrongUsage = 2 };

/// A subcommand. `arguments` begins with its name, as QCommandLineParser wants it.
struct Command {
    const char *name;
    const char *summary; ///< in English, translated in "huyingctl"
    int (*run)(const QStringList &arguments);
};

int accountCommand(const QStringList &arguments);
int simulateCommand(const QStringList &arguments);
int importCommand(const QStringList &arguments);
int importMapCommand(const QStringList &arguments);
int mapLayersCommand(const QStringList &arguments);
int exportMapCommand(const QStringList &arguments);
int exportCommand(const QStringList &arguments);
int datumCommand(const QStringList &arguments);
int deadlineCommand(const QStringList &arguments);
int showCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int moveCommand(const QStringList &arguments);

} // namespace huying
