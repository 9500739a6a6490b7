#include "Command.h"
#include "Console.h"

#include <language/Columns.h>
#include <language/Language.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace
{

using namespace huying;

constexpr std::array commands {
    Command { "simulate", QT_TRANSLATE_NOOP("huyingctl", "write a ledger of a simulated county, or go on with one"),
        simulateCommand },
    Command { "import",
        QT_TRANSLATE_NOOP("huyingctl", "take tables of other systems, or exported events, into a ledger"),
        importCommand },
    Command { "import-map", QT_TRANSLATE_NOOP("huyingctl", "take borders, or another layer of the map, into a ledger"),
        importMapCommand },
    Command { "map-layers", QT_TRANSLATE_NOOP("huyingctl", "list the other layers of the map, or withdraw one"),
        mapLayersCommand },
    Command { "export", QT_TRANSLATE_NOOP("huyingctl", "write a ledger's tickets as CSV, its events as JSON lines"),
        exportCommand },
    Command { "export-map",
        QT_TRANSLATE_NOOP("huyingctl",
            "write the map's density as GeoTIFF, regions with their figures as GeoPackage, "
            "GeoJSON or CSV"),
        exportMapCommand },
    Command { "check", QT_TRANSLATE_NOOP("huyingctl", "read a whole ledger, verify and count it"), checkCommand },
    Command { "show", QT_TRANSLATE_NOOP("huyingctl", "show a ticket and all that happened to it"), showCommand },
    Command { "move", QT_TRANSLATE_NOOP("huyingctl", "take a whole ledger from a file into a database, or back"),
        moveCommand },
    Command { "account", QT_TRANSLATE_NOOP("huyingctl", "say who may sign in at a ledger's backend"), accountCommand },
    Command { "deadline", QT_TRANSLATE_NOOP("huyingctl", "say when a ticket is due, and why"), deadlineCommand },
    Command { "datum", QT_TRANSLATE_NOOP("huyingctl", "take coordinates from one system into another"), datumCommand },
};

QString usage()
{
    QString text = QCoreApplication::translate("huyingctl", "Usage: huyingctl COMMAND [OPTIONS]") + u'\n';
    for (const Command &command : commands) {
        text += QStringLiteral("  %1 %2\n")
                    .arg(padded(QLatin1StringView(command.name).toString(), 10),
                        QCoreApplication::translate("huyingctl", command.summary));
    }
    return text + QCoreApplication::translate("huyingctl", "huyingctl COMMAND --help tells more.");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("huyingctl"));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (const auto spoken = speak(app, arguments, languageIn(QProcessEnvironment::systemEnvironment())); !spoken) {
        Console::complain(spoken.error().text);
        return WrongUsage;
    }
    if (arguments.isEmpty()) {
        Console::complain(usage());
        return WrongUsage;
    }
    if (arguments.first() == u"--help" || arguments.first() == u"-h" || arguments.first() == u"help") {
        Console::print(usage());
        return Done;
    }
    const auto asked = std::ranges::find_if(
        commands, [&](const Command &command) { return arguments.first() == QLatin1StringView(command.name); });
    if (asked == commands.end()) {
        Console::complain(QCoreApplication::translate("huyingctl", "There is no command “%1”.").arg(arguments.first())
            + u'\n' + usage());
        return WrongUsage;
    }
    return asked->run(arguments);
}
