#pragma once

#include <QList>
#include <QString>

class QCommandLineOption;

namespace huying
{

/// What stands in front, and what it means.
struct HelpEntry {
    QString name;
    QString text;
};

/// `--port PORT` of an option.
HelpEntry helpEntryOf(const QCommandLineOption &option);

/// The help of a program or command: its usage, what it does, its arguments and options.
struct Help {
    QString usage;
    QString description;
    QList<HelpEntry> arguments;
    QList<HelpEntry> options;
};

/// For a terminal of `width` columns.
QString helpText(const Help &help, int width = 80);

} // namespace huying
